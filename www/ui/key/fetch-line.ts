/** One button that fetches keys and names the host, and under it what came of the click. */
import { fetchInto } from '../../model/remote-keys.js';
import type { FetchResult, KeyPlace } from '../../model/remote-keys.js';
import { translated } from '../../strings/languages.js';
import type { App } from '../app.js';
import { button, h, link, setContent } from '../dom.js';

export interface FetchLine {
  readonly element: HTMLElement;
  /** Offers a place, with a word about it, or nothing. What came of another place goes. */
  offer(place: KeyPlace | undefined, hint?: string): void;
}

/** `labelOf` says what the button does, by the host. */
export function createFetchLine(
  { page, strings }: App,
  labelOf: (host: string) => string = strings.key.fetch,
  isPrimary = true,
): FetchLine {
  const { key: words } = strings;
  let place: KeyPlace | undefined;
  const fetch = button('', () => void start(), { class: isPrimary ? 'primary small' : 'small' });
  const about = h('span', { class: 'hint' });
  const message = h('p', { class: 'hint', role: 'status' });
  const element = h('div', { class: 'fetch-line' }, fetch, about, message);
  element.hidden = true;
  return {
    element,
    offer(offered, hint = '') {
      setContent(about, hint);
      if (offered?.url === place?.url && offered?.kind === place?.kind) return;
      place = offered;
      element.hidden = place === undefined;
      if (place === undefined) return;
      fetch.textContent = labelOf(place.host);
      setContent(message);
    },
  };

  async function start(): Promise<void> {
    const asked = place;
    if (asked === undefined) return;
    setContent(message, words.fetching(asked.host));
    fetch.disabled = true;
    const result = await fetchInto(page, asked);
    fetch.disabled = false;
    if (place === asked) setContent(message, ...said(result));
  }

  function said(result: FetchResult): (Node | string)[] {
    if (result.kind === 'fetched') return [words.fetched(result.host, result.count)];
    if (result.kind === 'overtaken') return [words.overtaken];
    const { fault, openable } = result;
    return [
      h('span', { class: 'fault' }, translated(strings, fault.code, fault.message)),
      ` ${words.mayBeRefused} `,
      link(openable, openable),
    ];
  }
}
