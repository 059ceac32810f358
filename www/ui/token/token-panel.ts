/** The token, encoded: coloured by segment, with what was found in a pasted text. */
import { findTokens } from '../../model/found/find-tokens.js';
import { segmentsOf } from '../../model/segments.js';
import type { View } from '../../model/state.js';
import { createEditor } from '../editor/editor.js';
import type { Piece } from '../editor/editor.js';
import type { App, Panel } from '../app.js';
import { button, copyButton, h, panel, setContent } from '../dom.js';
import { createFoundLine } from '../found/found-line.js';
import { createLookAlikeNote } from '../found/look-alike-note.js';
import { createRepairNote } from '../found/repair-note.js';

const CLASSES = ['header', 'payload', 'signature'];

export function createTokenPanel(app: App): Panel & { focus(): void } {
  const { page, strings } = app;
  const { token: words, page: common } = strings;
  let fault: { start: number; end: number } | undefined;
  const editor = createEditor({
    label: words.label,
    placeholder: words.placeholder,
    isEncoded: true,
    paint: (text) => [...tokenPieces(text), ...faultPiece(fault)],
    onEdit: (text) => page.editToken(text),
    onPaste: (text, isWhole) => {
      if (!isWhole && findTokens(text).length === 0) return false;
      page.pasteToken(text);
      return true;
    },
  });
  const notes = [createFoundLine(app), createLookAlikeNote(app), createRepairNote(app)];
  const parts = h('p', { class: 'parts hint' });
  const message = h('p', { class: 'fault' });
  const copy = copyButton(common, () => page.state.token, words.title);
  const clear = button(common.clear, () => page.clearToken(), { class: 'quiet' });
  return {
    element: panel(
      'token',
      words.title,
      [copy, clear],
      editor.element,
      message,
      ...notes.map((note) => note.element),
      parts,
    ),
    focus: () => editor.focus(),
    render(view) {
      const place = faultPlace(view);
      const isMoved = place?.start !== fault?.start || place?.end !== fault?.end;
      fault = place;
      editor.setText(view.state.token);
      if (isMoved) editor.repaint();
      for (const control of [copy, clear]) control.hidden = view.state.token === '';
      setContent(message, formFault(view, strings));
      setContent(parts, ...segmentNames(view, strings));
      for (const note of notes) note.render(view);
    },
  };
}

function tokenPieces(text: string): Piece[] {
  const segments = segmentsOf(text);
  const first = segments[0]?.start ?? 0;
  const last = segments.at(-1)?.end ?? 0;
  return [
    { start: 0, end: first, className: 'rest' },
    ...segments.map(({ start, end }, index) => ({
      start,
      end,
      className: segments.length > 3 && index > 0 ? 'rest' : (CLASSES[index] ?? 'rest'),
    })),
    { start: last, end: text.length, className: 'rest' },
  ];
}

const faultPiece = (fault: { start: number; end: number } | undefined): Piece[] =>
  fault === undefined ? [] : [{ ...fault, className: 'fault' }];

/** The character that the core points at, when the fault is in the token's own text. */
function faultPlace({
  inspection,
  state,
  token,
}: View): { start: number; end: number } | undefined {
  const check = inspection.checks.find(
    ({ name, status }) => name === 'form' && status === 'failed',
  );
  if (check?.position === undefined || !('offset' in check.position)) return undefined;
  // The report is on the token, which may have text around it.
  const before = Math.max(0, state.token.indexOf(token));
  const start = Math.min(before + check.position.offset, Math.max(0, state.token.length - 1));
  return state.token === '' ? undefined : { start, end: start + 1 };
}

function formFault(
  { inspection, state, verdict }: View,
  { token: words }: App['strings'],
): string | undefined {
  if (verdict.kind === 'unreadable') return undefined;
  const check = inspection.checks.find(
    ({ name, status }) => name === 'form' && status === 'failed',
  );
  if (check?.segment === undefined || state.token.trim() === '') return undefined;
  const { segment, position } = check;
  const name = segment === 'token' ? words.whole : words.segments[segment];
  const place =
    position === undefined
      ? ''
      : 'offset' in position
        ? words.atCharacter(position.offset)
        : words.atLine(position.line, position.column);
  return words.fault(name, place);
}

function segmentNames(
  { inspection, state, verdict }: View,
  { token: words }: App['strings'],
): Node[] {
  if (state.token.trim() === '' || verdict.kind === 'unreadable') return [];
  return inspection.segments.map(({ name, length }) => {
    const known = CLASSES.includes(name) ? name : 'rest';
    return h('span', { class: `segment ${known}` }, words.segments[name], ` ${length}`);
  });
}
