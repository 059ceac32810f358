/** Header or payload as JSON text, edited in place; what is wrong with it is marked in it. */
import type { Check } from 'edge-jwt';

import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { copyButton, h, panel, setContent } from '../dom.js';
import { createEditor } from '../editor/editor.js';
import { jsonPieces, placeInText } from '../editor/json-pieces.js';

export function createPartPanel(app: App, part: 'header' | 'payload', ...more: Node[]): Panel {
  const { page, strings } = app;
  const words = strings[part];
  let fault: { start: number; end: number } | undefined;
  let shown = '';
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
  const copy = copyButton(strings.page, () => shown, words.title);
  return {
    element: panel(part, words.title, [copy], editor.element, message, ...more),
    render(view) {
      shown = view[part];
      copy.hidden = shown === '';
      const check = faultOf(view, part);
      const place =
        check?.position !== undefined && 'line' in check.position
          ? placeInText(shown, check.position)
          : undefined;
      const isMoved = place?.start !== fault?.start || place?.end !== fault?.end;
      fault = place;
      editor.setText(shown);
      if (isMoved) editor.repaint();
      setContent(message, check && translated(strings, undefined, check.message));
    },
  };
}

/** What the core says about the text of this part. */
function faultOf({ inspection, state }: View, part: 'header' | 'payload'): Check | undefined {
  if (state.token.trim() === '') return undefined;
  return inspection.checks.find(
    ({ status, segment, position }) =>
      status === 'failed' && segment === part && position !== undefined && 'line' in position,
  );
}
