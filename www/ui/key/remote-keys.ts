/** Keys of an issuer. Nothing is fetched but by a click on a button that names the host. */
import { guessedKind, keysOffers, typedPlace } from '../../model/remote-keys.js';
import type { KeyPlace } from '../../model/remote-keys.js';
import type { App, Panel } from '../app.js';
import { h, labelled, select } from '../dom.js';
import { createFetchLine } from './fetch-line.js';

export function createRemoteKeys(app: App): Panel {
  const { key: words } = app.strings;
  const kind = select(
    [
      ['issuer', words.remoteKinds.issuer],
      ['jwks', words.remoteKinds.jwks],
    ],
    () => renderTyped(),
  );
  const address = h('input', {
    ...{ spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', inputmode: 'url' },
    placeholder: 'https://issuer.example/',
    on: {
      input: () => {
        kind.value = guessedKind(address.value);
        renderTyped();
      },
    },
  });
  const typed = createFetchLine(app);
  // The best word for it, then those that are quiet: at most the provider's or the issuer's, and the sender's.
  const offers = [createFetchLine(app), createFetchLine(app, words.fetch, false)];
  const certificate = h('p', { class: 'hint' }, words.x5u);
  const element = h(
    'details',
    { class: 'fold' },
    h('summary', {}, words.remote),
    ...offers.map((offer) => offer.element),
    certificate,
    h(
      'div',
      { class: 'fields' },
      labelled(words.remoteKind, kind),
      labelled(words.remoteLabel, address),
    ),
    h('div', { class: 'offer' }, typed.element),
    h('p', { class: 'hint' }, words.fetchHint),
  );
  return {
    element,
    render(view) {
      certificate.hidden = view.inspection.protectedHeader?.x5u === undefined;
      const places = keysOffers(view);
      offers.forEach((line, index) => {
        const offered = places[index];
        line.offer(offered?.place, offered && words.offered[offered.from]);
      });
    },
  };

  function renderTyped(): void {
    const found = typedPlace(address.value, kind.value as KeyPlace['kind']);
    const hint = found?.isSchemeAdded === true ? words.schemeAdded(found.place.url) : '';
    typed.offer(found?.place, hint);
  }
}
