/** The header: its JSON, and what its parameters mean for whoever wants to know. */
import type { App, Panel } from '../app.js';
import { createHeaderNotes } from '../claims/claims-table.js';
import { copyButton, h, panel } from '../dom.js';
import { createPartEditor } from './part-editor.js';

export function createHeaderPanel(app: App): Panel {
  const { page, strings } = app;
  const { header: words } = strings;
  const editor = createPartEditor(app, 'header');
  const notes = createHeaderNotes(app);
  const explained = h('details', {}, h('summary', {}, words.explained), notes.element);
  const copy = copyButton(strings.page, () => page.view().header, words.title);
  return {
    element: panel('header', words.title, [copy], editor.element, explained),
    render(view) {
      copy.hidden = view.header === '';
      explained.hidden = view.inspection.protectedHeader === undefined;
      editor.render(view);
      notes.render(view);
    },
  };
}
