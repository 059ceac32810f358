/** Says where the token was found. Two to five tokens get buttons to switch between, more get a table. */
import type { FoundToken } from '../../model/found/find-tokens.js';
import type { View } from '../../model/state.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { namesOf, placeOf } from './names.js';

/** More tokens are shown in a table. */
const MOST_BUTTONS = 5;

export function createFoundLine(app: App): Panel {
  const { page, strings } = app;
  const { found: words } = strings;
  const line = h('p', { class: 'hint', role: 'status' });
  const pasted = button(words.showPasted, () => page.showPasted(), { class: 'quiet' });
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': words.choose });
  const compare = button(words.compare, () => compareChosen(), { class: 'quiet' });
  const table = h('div', { class: 'found-tokens' });
  const element = h('div', { class: 'found-line' }, line, chips, compare, pasted, table);
  let tokens: readonly FoundToken[] = [];
  let names: readonly string[] = [];
  let token = '';
  /** The token shown before, offered for comparison. */
  let before: string | undefined;
  let tablePanel: Panel | undefined;
  return {
    element,
    render(view) {
      const { state } = view;
      if (state.token !== token) before = token;
      token = state.token;
      if (state.found !== tokens) showTokens(state.found);
      element.hidden = tokens.length === 0;
      if (element.hidden) return;
      const shown = tokens.find((entry) => entry.token === token);
      setContent(line, shown === undefined ? '' : lineOf(shown));
      [...chips.children].forEach((chip, index) =>
        chip.setAttribute('aria-pressed', String(tokens[index]?.token === token)),
      );
      const other = otherToken();
      compare.hidden = chips.hidden || other === undefined;
      if (other !== undefined) setContent(compare, words.compareWith(nameOf(other)));
      renderTable(view);
    },
  };

  /** Called only for a new text, because a button that is replaced loses the focus. */
  function showTokens(found: readonly FoundToken[]): void {
    tokens = found;
    names = namesOf(found, strings);
    chips.hidden = found.length < 2 || found.length > MOST_BUTTONS;
    chips.replaceChildren(
      ...(chips.hidden ? [] : found).map((entry, index) =>
        button(names[index] ?? '', () => page.chooseFound(entry.token), { class: 'chip' }),
      ),
    );
  }

  function lineOf(shown: FoundToken): string {
    const place = placeOf(shown, strings);
    return tokens.length === 1 ? words.line(place) : words.several(tokens.length, place);
  }

  function otherToken(): FoundToken | undefined {
    const others = tokens.filter((entry) => entry.token !== token);
    return others.find((entry) => entry.token === before) ?? others[0];
  }

  function nameOf(entry: FoundToken): string {
    return names[tokens.indexOf(entry)] ?? '';
  }

  function compareChosen(): void {
    const other = otherToken();
    if (other !== undefined) app.compare(token, other.token);
  }

  /** Loads the table when it is first needed. */
  function renderTable(view: View): void {
    table.hidden = tokens.length <= MOST_BUTTONS;
    if (table.hidden || tablePanel !== undefined) {
      if (!table.hidden) tablePanel?.render(view);
      return;
    }
    void import('./token-table.js').then(({ createTokenTable }) => {
      if (tablePanel !== undefined) return;
      tablePanel = createTokenTable(app);
      table.replaceChildren(tablePanel.element);
      tablePanel.render(page.view());
    });
  }
}
