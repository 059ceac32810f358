/** A sortable table of the tokens in a log or HAR file. */
import type { FoundToken } from '../../model/found/find-tokens.js';
import { rowsOf, sortRows } from '../../model/found/table.js';
import type { Column, Direction, TokenRow } from '../../model/found/table.js';
import type { State, View } from '../../model/state.js';
import { toneOf } from '../../model/verdict.js';
import { localeOf } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { placeOf } from './names.js';

/** The columns that tell rows apart come first: a narrow pane has to be scrolled for the rest. */
const COLUMNS: readonly Column[] = ['order', 'verdict', 'subject', 'issuer', 'expires', 'place'];
/** More rows would make the page slow. */
const MOST_ROWS = 1000;
/** Tokens verified in one go. The page stays responsive in between. */
const AT_ONCE = 50;

interface ShownRow {
  readonly element: HTMLTableRowElement;
  readonly number: HTMLButtonElement;
  readonly verdict: HTMLElement;
}

export function createTokenTable({ page, strings }: App): Panel {
  const { found: words } = strings;
  const times = new Intl.DateTimeFormat(localeOf(strings, navigator.languages), {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
  });
  let sorting: { readonly column: Column; readonly direction: Direction } = {
    column: 'order',
    direction: 'ascending',
  };
  const headings = new Map(COLUMNS.map((column) => [column, heading(column)]));
  const body = h('tbody');
  const summary = h('summary');
  const more = h('p', { class: 'hint' });
  const element = h(
    'details',
    { class: 'fold token-table', open: true },
    summary,
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words.title },
      h(
        'table',
        {},
        h('caption', { class: 'visually-hidden' }, words.title),
        h('thead', {}, h('tr', {}, ...headings.values())),
        body,
      ),
    ),
    more,
  );
  let tokens: readonly FoundToken[] = [];
  let rows: readonly TokenRow[] = [];
  let shown: ReadonlyMap<string, ShownRow> = new Map();
  /** The state that the verdicts depend on, as it was. */
  let judged: readonly unknown[] = [];
  let round = 0;
  return {
    element,
    render({ state }: View) {
      if (state.found !== tokens) showTokens(state.found);
      for (const [token, { element: row, number }] of shown) {
        const isShown = token === state.token;
        row.classList.toggle('shown', isShown);
        if (isShown) number.setAttribute('aria-current', 'true');
        else number.removeAttribute('aria-current');
      }
      const basis = basisOf(state);
      if (basis.every((value, index) => value === judged[index]) && judged.length > 0) return;
      judged = basis;
      void judge();
    },
  };

  function heading(column: Column): HTMLTableCellElement {
    const sort = button(words.columns[column], () => sortBy(column), { class: 'quiet' });
    return h('th', { scope: 'col' }, sort);
  }

  function sortBy(column: Column): void {
    const isAgain = sorting.column === column && sorting.direction === 'ascending';
    sorting = { column, direction: isAgain ? 'descending' : 'ascending' };
    placeRows();
  }

  function showTokens(found: readonly FoundToken[]): void {
    tokens = found;
    judged = [];
    const listed = found.slice(0, MOST_ROWS);
    rows = rowsOf(listed, () => '');
    shown = new Map(rows.map((row, index) => [row.found.token, rowElement(row, index + 1)]));
    setContent(summary, words.table(found.length));
    more.hidden = found.length === listed.length;
    setContent(more, words.more(found.length - listed.length));
    body.replaceChildren();
    placeRows();
  }

  function rowElement(
    { found, issuer, subject, expires, isUnlimited }: TokenRow,
    index: number,
  ): ShownRow {
    const number = button(`${index}`, () => page.chooseFound(found.token), {
      ...{ class: 'chip', 'aria-label': words.open(index) },
    });
    const verdict = h('td', {}, '…');
    const element = h(
      'tr',
      {},
      h('td', {}, number),
      verdict,
      h('td', {}, subject ?? ''),
      h('td', {}, issuer ?? ''),
      h('td', {}, isUnlimited ? words.never : expires && times.format(expires)),
      h('td', {}, found.name ?? placeOf(found, strings)),
    );
    return { element, number, verdict };
  }

  /** Moves only rows that are out of place, so that the focus stays. */
  function placeRows(): void {
    for (const [column, cell] of headings) {
      if (column === sorting.column) cell.setAttribute('aria-sort', sorting.direction);
      else cell.removeAttribute('aria-sort');
    }
    sortRows(rows, sorting.column, sorting.direction).forEach(({ found }, index) => {
      const row = shown.get(found.token)?.element;
      const current = body.children[index] ?? null;
      if (row !== undefined && row !== current) body.insertBefore(row, current);
    });
  }

  async function judge(): Promise<void> {
    round += 1;
    const own = round;
    const verdicts = new Map<string, string>();
    for (const [index, { found }] of rows.entries()) {
      if (index > 0 && index % AT_ONCE === 0) await new Promise((resume) => setTimeout(resume));
      // A newer round has started with other tokens, another key or other expectations.
      if (own !== round) return;
      const verdict = page.verdictFor(found.token);
      const [word = ''] = strings.verdict[verdict.kind];
      verdicts.set(found.token, word);
      const cell = shown.get(found.token)?.verdict;
      if (cell === undefined) continue;
      cell.className = toneOf(verdict);
      setContent(cell, word);
    }
    rows = rows.map((row) => ({ ...row, verdict: verdicts.get(row.found.token) ?? '' }));
    if (sorting.column === 'verdict') placeRows();
  }
}

const basisOf = ({ found, key, policy, preset, date }: State) => [found, key, policy, preset, date];
