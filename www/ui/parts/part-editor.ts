/** Header or payload as JSON text, edited in place; what is wrong with it is marked in it. */
import type { Check } from 'edge-jwt';

import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';
import { createEditor } from '../editor/editor.js';
import { jsonPieces, placeInText } from '../editor/json-pieces.js';

export function createPartEditor(app: App, part: 'header' | 'payload'): Panel & { focus(): void } {
  const { page, strings } = app;
  const words = strings[part];
  let fault: { start: number; end: number } | undefined;
  const editor = createEditor({
    label: words.label,
    placeholder: words.placeholder,
    paint: (text) => [
      ...jsonPieces(text),
      ...(fault === undefined ? [] : [{ ...fault, className: 'fault' }]),
    ],
    onEdit: (text) => void page.editPart(part, text),
  });
  const message = h('p', { class: 'fault' });
  return {
    element: h('div', { class: 'part' }, editor.element, message),
    focus: () => editor.focus(),
    render(view) {
      const check = faultOf(view, part);
      const position = check?.position;
      const place =
        position !== undefined && 'line' in position
          ? placeInText(view[part], position)
          : undefined;
      const isMoved = place?.start !== fault?.start || place?.end !== fault?.end;
      fault = place;
      editor.setText(view[part]);
      if (isMoved) editor.repaint();
      setContent(message, check && translated(strings, undefined, check.message));
    },
  };
}

/** What the core says about the text of this part. */
function faultOf({ inspection, token }: View, part: 'header' | 'payload'): Check | undefined {
  if (token === '') return undefined;
  return inspection.checks.find(
    ({ status, segment, position }) =>
      status === 'failed' && segment === part && position !== undefined && 'line' in position,
  );
}
