/** Says what a text without a token looks like, with one button that moves it where it belongs. */
import type { LookAlike } from '../../model/found/look-alike.js';
import { noToken } from '../../model/found/no-token.js';
import { faultOf } from '../../model/key.js';
import { fetchKeys, keyPlace } from '../../model/remote-keys.js';
import type { KeyPlace } from '../../model/remote-keys.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';

export function createLookAlikeNote({ page, strings }: App): Panel {
  const { found: words } = strings;
  const sentence = h('p', { class: 'hint', role: 'status' });
  const action = button('', () => void move(), { class: 'small' });
  const element = h('div', { class: 'note look-alike' }, sentence, action);
  let text = '';
  let like: LookAlike | undefined;
  return {
    element,
    render(view) {
      if (view.state.token !== text) {
        text = view.state.token;
        like = noToken(view);
        setContent(sentence, like === undefined ? '' : words.looks[like.kind](like));
        const label = like && labelOf(like);
        action.hidden = label === undefined;
        setContent(action, label ?? '');
      }
      element.hidden = sentence.textContent === '';
    },
  };

  function labelOf({ moveTo, text: url = '' }: LookAlike): string | undefined {
    if (moveTo !== 'keys-url') return moveTo === undefined ? undefined : words.moves[moveTo];
    const place = placeOf(url);
    return place && words.fetch(place.host);
  }

  async function move(): Promise<void> {
    if (like?.text === undefined) return;
    const { moveTo, text: moved } = like;
    if (moveTo === 'keys-url') return fetchFrom(placeOf(moved));
    page.editToken('');
    if (moveTo === 'key') page.editKey({ text: moved });
    else await page.editPart('payload', moved);
  }

  async function fetchFrom(place: KeyPlace | undefined): Promise<void> {
    if (place === undefined) return;
    setContent(sentence, words.fetching(place.host));
    try {
      const keys = await fetchKeys(place);
      page.editToken('');
      page.editKey({ text: keys, algorithm: '' });
    } catch (error) {
      const { code, message } = faultOf(error);
      setContent(sentence, translated(strings, code, message));
    }
  }
}

const DISCOVERY = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server).*$/;

/** The URL of a key set, or of the issuer whose metadata names one. */
const placeOf = (url: string): KeyPlace | undefined =>
  DISCOVERY.test(url) ? keyPlace('issuer', url.replace(DISCOVERY, '')) : keyPlace('jwks', url);
