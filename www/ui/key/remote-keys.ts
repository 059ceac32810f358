/** Keys of an issuer. Nothing is fetched but by a click on a button that names the host. */
import { fetchKeys, keyPlace, placesInToken } from '../../model/remote-keys.js';
import type { KeyPlace } from '../../model/remote-keys.js';
import { faultOf } from '../../model/key.js';
import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, select, setContent } from '../dom.js';

export function createRemoteKeys({ page, strings }: App): Panel {
  const { key: words } = strings;
  const kind = select(
    [
      ['issuer', words.remoteKinds.issuer],
      ['jwks', words.remoteKinds.jwks],
    ],
    () => renderTyped(),
  );
  const address = h('input', {
    ...{ type: 'url', spellcheck: 'false', autocomplete: 'off' },
    placeholder: 'https://issuer.example/',
    on: { input: () => renderTyped() },
  });
  const typed = h('span', { class: 'offer' });
  const offers = h('ul', { class: 'offers' });
  const certificate = h('p', { class: 'hint' }, words.x5u);
  const message = h('p', { class: 'hint', role: 'status' });
  const element = h(
    'details',
    { class: 'fold' },
    h('summary', {}, words.remote),
    offers,
    certificate,
    h(
      'div',
      { class: 'fields' },
      labelled(words.remoteKind, kind),
      labelled(words.remoteLabel, address),
    ),
    typed,
    message,
    h('p', { class: 'hint' }, words.fetchHint),
  );
  let offered = '';
  return {
    element,
    render(view) {
      certificate.hidden = view.inspection.protectedHeader?.x5u === undefined;
      const places = placesOf(view);
      const names = JSON.stringify(places);
      // Not with every second: a button that is replaced loses the focus.
      if (names === offered) return;
      offered = names;
      setContent(offers);
      offers.hidden = places.length === 0;
      for (const { label, place } of places) {
        offers.append(h('li', {}, fetchButton(place), h('span', { class: 'hint' }, label)));
      }
    },
  };

  /** From the token, whose sender is unknown, and from the provider that was chosen. */
  function placesOf({ inspection, preset }: View): { label: string; place: KeyPlace }[] {
    const { protectedHeader, payload } = inspection;
    const provider = preset.keysUrl && keyPlace('jwks', preset.keysUrl);
    return [
      ...(provider ? [{ label: strings.policy.provider, place: provider }] : []),
      ...placesInToken(protectedHeader, payload?.iss).map(({ from, place }) => ({
        label: words.offered[from],
        place,
      })),
    ];
  }

  function renderTyped(): void {
    const place = keyPlace(kind.value as KeyPlace['kind'], address.value);
    setContent(typed);
    if (place !== undefined) typed.append(fetchButton(place));
  }

  function fetchButton(place: KeyPlace): HTMLButtonElement {
    return button(words.fetch(place.host), () => void fetchFrom(place), { class: 'primary small' });
  }

  async function fetchFrom(place: KeyPlace): Promise<void> {
    setContent(message, words.fetching(place.host));
    try {
      const text = await fetchKeys(place);
      page.editKey({ text, algorithm: '' });
      const { keys } = JSON.parse(text) as { keys: unknown[] };
      setContent(message, words.fetched(place.host, keys.length));
    } catch (error) {
      const { code, message: reason } = faultOf(error);
      setContent(message, translated(strings, code, reason));
    }
  }
}
