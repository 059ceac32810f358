/** Two tokens side by side. */
import { compareTokens } from '../../model/compare.js';
import type { ComparedMember } from '../../model/compare.js';
import { findTokens } from '../../model/found/find-tokens.js';
import type { App } from '../app.js';
import { createDialog } from '../dialog.js';
import type { Dialog } from '../dialog.js';
import { h, labelled, setContent } from '../dom.js';

export interface CompareDialog extends Dialog {
  /** Opens it with both tokens. */
  compare(left: string, right: string): void;
}

export function createCompareDialog({ page, strings }: App): CompareDialog {
  const { compare: words } = strings;
  const left = field();
  const right = field(words.placeholder);
  const summary = h('p', { class: 'hint', role: 'status' });
  const body = h('tbody');
  const headings = [words.part, words.name, words.left, words.right, words.status];
  const table = h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words.title },
    h(
      'table',
      { class: 'compared' },
      h('caption', { class: 'visually-hidden' }, words.title),
      h('thead', {}, h('tr', {}, ...headings.map((text) => h('th', { scope: 'col' }, text)))),
      body,
    ),
  );
  const dialog = createDialog(
    'compare',
    words.title,
    strings.page.close,
    h('p', { class: 'hint' }, words.lead),
    h('div', { class: 'fields two' }, labelled(words.left, left), labelled(words.right, right)),
    summary,
    table,
  );
  return {
    ...dialog,
    open: () => open(page.state.token),
    compare: open,
  };

  function open(one: string, other = right.value): void {
    left.value = one;
    right.value = other;
    render();
    dialog.open();
    (left.value === '' ? left : right).focus();
  }

  function field(placeholder = ''): HTMLTextAreaElement {
    return h('textarea', {
      ...{ rows: '5', spellcheck: 'false', autocomplete: 'off', class: 'mono', placeholder },
      on: { input: () => render() },
    });
  }

  function render(): void {
    const [one, other] = [left, right].map(({ value }) => findTokens(value)[0]?.token ?? value);
    const isComplete = left.value.trim() !== '' && right.value.trim() !== '';
    const members = isComplete ? compareTokens(one ?? '', other ?? '') : [];
    const changed = members?.filter(({ status }) => status !== 'same').length ?? 0;
    const text = members === undefined ? words.unreadable : words.summary(changed);
    setContent(summary, isComplete ? text : '');
    table.hidden = members === undefined || members.length === 0;
    setContent(body, ...(members ?? []).map(row));
  }

  function row({ part, name, status, left: one, right: other }: ComparedMember): HTMLElement {
    return h(
      'tr',
      { class: status },
      h('td', { class: part }, strings[part].title),
      h('th', { scope: 'row' }, h('code', {}, name)),
      h('td', {}, h('code', {}, one ?? '')),
      h('td', {}, h('code', {}, other ?? '')),
      h('td', {}, words.statuses[status]),
    );
  }
}
