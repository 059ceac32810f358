/** The head of the page: its name, what it promises, and what concerns the page as a whole. */
import { LANGUAGES } from '../../strings/languages.js';
import type { App } from '../app.js';
import { button, h, select } from '../dom.js';
import { chosenTheme, chooseTheme, THEMES } from './theme.js';
import type { Theme } from './theme.js';

export function createTopbar(
  { strings, open }: App,
  chooseLanguage: (language: string) => void,
): HTMLElement {
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
  return h(
    'header',
    { class: 'topbar' },
    h('h1', {}, 'edge-jwt ', h('span', {}, 'debugger')),
    h('p', {}, words.privacy),
    h(
      'nav',
      { 'aria-label': 'edge-jwt' },
      button(strings.examples.title, () => open('examples')),
      button(strings.compare.title, () => open('compare')),
      button(strings.share.title, () => open('share')),
      language,
      theme,
    ),
  );
}
