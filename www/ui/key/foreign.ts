/** What the text is instead of a key, and what helps: a command that converts it, a fetch, the other field. */
import { typedPlace } from '../../model/remote-keys.js';
import { NO_KEY } from '../../model/key.js';
import type { Foreign } from '../../model/key.js';
import type { App, Panel } from '../app.js';
import { button, copyButton, h, setContent } from '../dom.js';
import { createFetchLine } from './fetch-line.js';

export function createForeign(app: App): Panel {
  const { page, strings } = app;
  const { key: words } = strings;
  const sentence = h('p', { class: 'hint' });
  const commands = h('div', { class: 'commands' });
  const fetch = createFetchLine(app);
  const move = button(words.moveToken, () => moveToken(), { class: 'primary small' });
  const element = h('div', { class: 'foreign' }, sentence, commands, fetch.element, move);
  let shown = '';
  return {
    element,
    render({ key, inspection }) {
      // A secret that verifies is one, whatever it looks like.
      const isSecret = inspection.valid && key.foreign?.kind !== 'format';
      const foreign = isSecret ? undefined : key.foreign;
      element.hidden = foreign === undefined;
      move.hidden = foreign?.kind !== 'token';
      const isPlace = foreign?.kind === 'url' || foreign?.kind === 'discovery';
      fetch.offer(isPlace ? typedPlace(foreign.url, kindOf(foreign))?.place : undefined);
      const name = JSON.stringify([foreign, key.key !== undefined]);
      // Not with every second: a button that is replaced loses the focus.
      if (name === shown) return;
      shown = name;
      setContent(sentence, foreign === undefined ? '' : sentenceOf(foreign, app));
      setContent(commands);
      if (foreign?.kind === 'format') {
        commands.append(...commandsOf(foreign, key.key !== undefined, app));
      }
    },
  };

  function moveToken(): void {
    const { foreign } = page.view().key;
    if (foreign?.kind !== 'token') return;
    page.editKey(NO_KEY);
    page.pasteToken(foreign.token);
  }
}

/** What metadata names is a set of keys; of an address that was pasted its end says it. */
const kindOf = ({ kind }: Foreign) => (kind === 'discovery' ? ('jwks' as const) : undefined);

function sentenceOf(foreign: Foreign, { strings }: App): string {
  const { key: words } = strings;
  if (foreign.kind === 'format') return words.formats[foreign.format];
  if (foreign.kind === 'token') return words.isToken;
  return foreign.kind === 'url' ? words.isUrl : words.isDiscovery;
}

function commandsOf(
  { commands }: Extract<Foreign, { kind: 'format' }>,
  isRead: boolean,
  { strings }: App,
): Node[] {
  const { key: words, page } = strings;
  return commands.map(({ command, isPrivate }) => {
    const purpose = isPrivate ? words.convert.private : words.convert.public;
    return h(
      'div',
      { class: 'command' },
      h('span', { class: 'hint' }, isRead ? words.convertForApi : purpose),
      h('code', {}, command),
      copyButton(page, () => command, words.command),
    );
  });
}
