/** The keys of a set, with the one that the token names. */
import { membersOf } from '../../model/key/summary.js';
import type { SetMember } from '../../model/key/summary.js';
import type { ReadKey } from '../../model/key.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';

export function createKeySet({ strings }: App): Panel {
  const { key: words } = strings;
  const list = h('ul', { class: 'key-set', 'aria-label': words.keysOfSet });
  let of: ReadKey | undefined;
  let members: readonly SetMember[] = [];
  return {
    element: list,
    render({ key, inspection, state }) {
      if (key !== of) members = membersOf(key, state.key);
      of = key;
      list.hidden = members.length === 0;
      const kid = inspection.protectedHeader?.kid;
      setContent(
        list,
        ...members.map((member) => {
          const { keyId, status } = member;
          const isNamed = status === 'usable' && keyId !== undefined && keyId === kid;
          return h(
            'li',
            { class: isNamed ? 'named' : undefined },
            h('code', {}, keyId ?? words.noKid),
            isNamed && h('span', { class: 'badge passed' }, words.matches),
            ...about(member),
          );
        }),
      );
    },
  };

  function about({ status, use, code, message }: SetMember): Node[] {
    if (status === 'usable') return [h('span', { class: 'hint' }, use)];
    if (status === 'other') return [h('span', { class: 'hint' }, words.otherUse(use))];
    return [
      h('span', { class: 'badge' }, words.skipped),
      h('span', { class: 'hint' }, translated(strings, code, message)),
    ];
  }
}
