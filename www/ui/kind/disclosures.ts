/** The disclosures of an SD-JWT, and the token that follows them. */
import { readSdJwt } from '../../model/kind/sd-jwt.js';
import type { App, Panel } from '../app.js';
import { button, h } from '../dom.js';
import { disclosureTable } from './disclosure-table.js';

export function createDisclosures({ page, strings }: App): Panel {
  const { disclosures: words } = strings.kind;
  const table = h('div', { class: 'scroll' });
  let keyBinding = '';
  const binding = h(
    'p',
    { class: 'hint' },
    `${words.keyBinding} `,
    button(words.openKeyBinding, () => page.pasteToken(keyBinding), { class: 'small' }),
  );
  const element = h('div', { class: 'disclosures', hidden: true }, table, binding);
  let shown = '';
  return {
    element,
    render({ state, inspection }) {
      const { token } = state;
      if (token === shown) return;
      shown = token;
      const read = readSdJwt(token);
      element.hidden = read === undefined;
      keyBinding = read?.keyBinding ?? '';
      binding.hidden = keyBinding === '';
      table.replaceChildren();
      if (read === undefined || read.disclosures.length === 0) return;
      void disclosureTable(read, inspection.payload ?? {}, words).then((made) => {
        // Another token may have come in the meantime.
        if (shown === token) table.replaceChildren(...made);
      });
    },
  };
}
