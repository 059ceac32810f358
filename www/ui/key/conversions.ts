/** The key in other forms, and its thumbprint. */
import { calculateJwkThumbprint, exportJwk, exportPem, VerifyingKey } from 'edge-jwt';

import { faultOf } from '../../model/key.js';
import { readSigningKey } from '../../model/signing.js';
import type { View } from '../../model/state.js';
import type { App, Panel } from '../app.js';
import { button, copyButton, h, setContent } from '../dom.js';

export function createConversions({ page, strings }: App): Panel {
  const { key: words } = strings;
  const thumbprint = h('code', { class: 'thumbprint' });
  const shown = h('pre', { class: 'mono', tabindex: '0', 'aria-label': words.show });
  shown.hidden = true;
  const copy = copyButton(strings.page, () => shown.textContent ?? '', words.show);
  const publicForms = h(
    'span',
    { class: 'group' },
    h('span', { class: 'hint' }, words.publicKey),
    button('JWK', () => show(JSON.stringify(exportJwk(current()), null, 2)), { class: 'chip' }),
    button('PEM', () => show(exportPem(current())), { class: 'chip' }),
  );
  const privateForms = h(
    'span',
    { class: 'group' },
    h('span', { class: 'hint' }, words.privateKey),
    button('JWK', () => void showPrivate('jwk'), { class: 'chip' }),
    button('PEM', () => void showPrivate('pem'), { class: 'chip' }),
  );
  const bar = h('div', { class: 'forms' }, publicForms, privateForms, copy);
  const name = h('p', { class: 'hint' }, `${words.thumbprint} `, thumbprint);
  const element = h('div', { class: 'conversions' }, bar, shown, name);
  let of: VerifyingKey | undefined;
  return {
    element,
    render(view) {
      const key = publicKeyOf(view);
      element.hidden = key === undefined;
      privateForms.hidden = !view.key.canSign;
      if (key === of) return;
      of = key;
      show('');
      setContent(thumbprint, key === undefined ? '' : calculateJwkThumbprint(exportJwk(key)));
    },
  };

  function current(): VerifyingKey {
    return page.view().key.key as VerifyingKey;
  }

  function show(text: string): void {
    shown.textContent = text;
    shown.hidden = text === '';
    copy.hidden = text === '';
  }

  async function showPrivate(form: 'jwk' | 'pem'): Promise<void> {
    const { state } = page.view();
    try {
      const key = await readSigningKey(state.key, current().algorithm, { extractable: true });
      show(form === 'pem' ? await exportPem(key) : JSON.stringify(await exportJwk(key), null, 2));
    } catch (error) {
      show(faultOf(error).message);
    }
  }
}

/** A set has several, and a secret is never given out. */
function publicKeyOf({ key }: View): VerifyingKey | undefined {
  const isSecret = key.inspection?.kind === 'secret';
  if (!(key.key instanceof VerifyingKey) || isSecret) return undefined;
  return key.key.algorithm.startsWith('HS') ? undefined : key.key;
}
