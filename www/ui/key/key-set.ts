/** The keys of a set, with the one that the token names. */
import { JwkSet } from 'edge-jwt';

import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';

export function createKeySet({ strings }: App): Panel {
  const { key: words } = strings;
  const list = h('ul', { class: 'key-set', 'aria-label': words.keysOfSet });
  return {
    element: list,
    render({ key, inspection }) {
      const set = key.key instanceof JwkSet ? key.key : undefined;
      list.hidden = set === undefined;
      const kid = inspection.protectedHeader?.kid;
      setContent(
        list,
        ...(set?.keys ?? []).map(({ keyId, algorithm }) => {
          const isNamed = keyId !== undefined && keyId === kid;
          return h(
            'li',
            { class: isNamed ? 'named' : undefined },
            h('code', {}, keyId ?? words.noKid),
            h('span', { class: 'hint' }, algorithm),
            isNamed && h('span', { class: 'badge passed' }, words.matches),
          );
        }),
        ...(set?.skipped ?? []).map(({ keyId, code, message }) =>
          h(
            'li',
            {},
            h('code', {}, keyId ?? words.noKid),
            h('span', { class: 'badge' }, words.skipped),
            h('span', { class: 'hint' }, translated(strings, code, message)),
          ),
        ),
      );
    },
  };
}
