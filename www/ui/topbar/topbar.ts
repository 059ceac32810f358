/** The head of the page: its name, what it promises, and what concerns the page as a whole. */
import { LANGUAGES } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, select } from '../dom.js';
import { chosenTheme, chooseTheme, THEMES } from './theme.js';
import type { Theme } from './theme.js';

/** From here on there is room for the choices beside the buttons. */
const WIDE = '(min-width: 40rem)';

export function createTopbar(
  { page, strings, open }: App,
  chooseLanguage: (language: string) => void,
): Panel {
  const { page: words } = strings;
  const theme = select(
    THEMES.map((name) => [name, words.themes[name]]),
    (name) => chooseTheme(name as Theme),
    { 'aria-label': words.theme },
  );
  theme.value = chosenTheme();
  const language = select(
    LANGUAGES.map(({ language: code, name }) => [code, name]),
    chooseLanguage,
    { 'aria-label': words.language },
  );
  language.value = strings.language;
  const step = (sign: string, word: string, keys: string, run: () => void) => {
    const made = button('', run, { class: 'quiet step', title: `${word} (${keys})` });
    made.append(
      h('span', { class: 'glyph', 'aria-hidden': 'true' }, sign),
      h('span', { class: 'name' }, word),
    );
    return made;
  };
  const undo = step('↶', words.undo, 'Ctrl+Z', () => page.undo());
  const redo = step('↷', words.redo, 'Ctrl+Shift+Z', () => page.redo());
  const more = h(
    'details',
    { class: 'more' },
    h('summary', { 'aria-label': words.more }, '⋯'),
    h('div', { class: 'choices' }, language, theme),
  );
  const wide = matchMedia(WIDE);
  const fit = () => (more.open = wide.matches);
  wide.addEventListener('change', fit);
  fit();
  return {
    element: h(
      'header',
      { class: 'topbar' },
      h('h1', {}, 'edge-jwt ', h('span', {}, 'debugger')),
      h('p', {}, words.privacy),
      h(
        'nav',
        { 'aria-label': 'edge-jwt' },
        undo,
        redo,
        button(strings.examples.title, () => open('examples')),
        button(strings.compare.title, () => open('compare')),
        button(strings.share.title, () => open('share')),
        more,
      ),
    ),
    render({ canUndo, canRedo }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
    },
  };
}
