/**
 * Where the panels are: one column on a phone, two on a laptop, three on a wide screen. They are moved in the
 * document and not by style alone, so that the order of reading and of the Tab key is what is seen.
 */
import { h } from './dom.js';

export interface Groups {
  readonly token: HTMLElement;
  readonly verdict: HTMLElement;
  readonly key: HTMLElement;
  readonly decoded: HTMLElement;
  readonly expected: HTMLElement;
}

const WIDE = '(min-width: 60rem)';
const WIDEST = '(min-width: 100rem)';

export function createColumns(groups: Groups): HTMLElement {
  const element = h('main', { id: 'main' });
  const queries = [matchMedia(WIDE), matchMedia(WIDEST)];
  for (const query of queries) query.addEventListener('change', place);
  place();
  return element;

  function place(): void {
    const { token, verdict, key, decoded, expected } = groups;
    const [isWide, isWidest] = queries.map(({ matches }) => matches);
    const columns = isWidest
      ? [[token, key], [verdict, decoded], [expected]]
      : isWide
        ? [
            [token, key, expected],
            [verdict, decoded],
          ]
        : [[token, verdict, key, decoded, expected]];
    const focused = document.activeElement;
    element.replaceChildren(...columns.map((column) => h('div', { class: 'column' }, ...column)));
    if (focused instanceof HTMLElement && element.contains(focused)) focused.focus();
  }
}
