/** A link to what is shown. A token that still holds is shared only by whoever says that they know. */
import { publicKeyText } from '../../model/key.js';
import { toFragment } from '../../model/share-link.js';
import type { App } from '../app.js';
import { createDialog } from '../dialog.js';
import type { Dialog } from '../dialog.js';
import { copyButton, h, labelled } from '../dom.js';

export function createShareDialog({ page, strings }: App): Dialog {
  const { share: words } = strings;
  const withKey = box();
  const withPolicy = box();
  const confirmed = box();
  const noKey = h('p', { class: 'hint' }, words.noKey);
  const keyChoice = choice(withKey, words.withKey);
  const live = h(
    'div',
    { class: 'live' },
    h('p', {}, h('strong', {}, words.live)),
    choice(confirmed, words.confirm),
  );
  const link = h('textarea', { rows: '4', readonly: true, class: 'mono' });
  const copy = copyButton({ copy: words.copy, copied: strings.page.copied }, () => link.value);
  copy.className = 'primary';
  const result = h('div', {}, labelled(words.link, link), copy);
  const dialog = createDialog(
    'share',
    words.title,
    strings.page.close,
    h('p', {}, words.lead),
    keyChoice,
    noKey,
    choice(withPolicy, words.withPolicy),
    live,
    result,
  );
  return {
    ...dialog,
    open() {
      confirmed.checked = false;
      render();
      dialog.open();
    },
  };

  function box(): HTMLInputElement {
    return h('input', { type: 'checkbox', on: { change: () => render() } });
  }

  function choice(input: HTMLInputElement, text: string): HTMLElement {
    return h('label', { class: 'choice' }, input, ` ${text}`);
  }

  function render(): void {
    const { state, key, inspection } = page.view();
    const publicKey = publicKeyText(key);
    keyChoice.hidden = publicKey === undefined;
    noKey.hidden = publicKey !== undefined || state.key.text === '';
    const { exp } = inspection.payload ?? {};
    // By the clock, whatever time the page looks at.
    const isThere = state.token.trim() !== '';
    const isLive = isThere && (typeof exp !== 'number' || exp * 1000 > Date.now());
    live.hidden = !isLive;
    const mayShare = isThere && (!isLive || confirmed.checked);
    result.hidden = !mayShare;
    link.value = mayShare
      ? location.href.split('#')[0] +
        toFragment({
          token: state.token,
          ...(withKey.checked && publicKey !== undefined && { key: publicKey }),
          ...(withPolicy.checked && { policy: state.policy }),
        })
      : '';
  }
}
