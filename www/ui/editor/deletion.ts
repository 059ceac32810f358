/**
 * Deleting by a character, a word or a line. CodeMirror's own commands look at the grammar of a language, to delete
 * indentation by the step, and those grammars would be a tenth of the page.
 */
import { EditorSelection, findClusterBreak } from '@codemirror/state';
import type { SelectionRange } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';

/** The place up to which is deleted, where nothing is selected. */
type Target = (view: EditorView, range: SelectionRange) => number;

export const byCharacter = (forward: boolean) =>
  deletionTo(({ state }, { head }) => {
    const { from, to, text } = state.doc.lineAt(head);
    if (head === (forward ? to : from)) return head + (forward ? 1 : -1);
    return from + findClusterBreak(text, head - from, forward);
  });

export const byWord = (forward: boolean) =>
  deletionTo((view, range) => view.moveByGroup(range, forward).head);

export const byLine = (forward: boolean) =>
  deletionTo((view, range) => view.moveToLineBoundary(range, forward).head);

function deletionTo(target: Target): Command {
  return (view) => {
    const { state } = view;
    const change = state.changeByRange((range) => {
      const end = Math.min(Math.max(target(view, range), 0), state.doc.length);
      const { from, to } = range.empty ? EditorSelection.range(range.head, end) : range;
      return { changes: { from, to }, range: EditorSelection.cursor(from) };
    });
    view.dispatch(state.update(change, { userEvent: 'delete', scrollIntoView: true }));
    return true;
  };
}
