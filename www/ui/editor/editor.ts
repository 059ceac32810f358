/**
 * A pane that is edited: a text area of the browser, and behind it the same text in colours. What is typed,
 * selected, read aloud and put in by an input method is the text area's; the colours are for eyes alone.
 */
import { h } from '../dom.js';

/** A stretch of the text with the class it is shown in. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly className: string;
}

export interface EditorOptions {
  readonly label: string;
  readonly placeholder?: string;
  /** The text is base64url and not words, so that lines break anywhere. */
  readonly isEncoded?: true;
  /** In any order; where two overlap, the text there has the classes of both. */
  readonly paint: (text: string) => readonly Piece[];
  readonly onEdit: (text: string) => void;
  /** Returns whether it took the text that was pasted or dropped, which then is not put in. */
  readonly onPaste?: (text: string, isWhole: boolean) => boolean;
}

export interface Editor {
  readonly element: HTMLElement;
  /** Shows a text; the cursor stays where it was, as far as there is such a position. */
  setText(text: string): void;
  /** Paints again, when what the painting depends on has changed and the text has not. */
  repaint(): void;
  focus(): void;
}

/** A text of many more pieces is long enough to be read without colours, and would be slow to paint. */
const MOST_PIECES = 20_000;

export function createEditor(options: EditorOptions): Editor {
  const { label, placeholder, isEncoded, onEdit } = options;
  const paint = h('pre', { class: 'paint', 'aria-hidden': 'true' });
  const area = h('textarea', {
    ...{ spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off' },
    ...{ translate: 'no', rows: '1', 'aria-label': label, placeholder },
    on: {
      input: () => {
        repaint();
        onEdit(area.value);
      },
      paste: (event) => pasted(event as ClipboardEvent, area, options),
      keydown: (event) => keepIndent(event as KeyboardEvent, area),
    },
  });
  const element = h('div', { class: isEncoded ? 'editor encoded' : 'editor' }, paint, area);
  return {
    element,
    setText(text) {
      if (text === area.value) return;
      const { selectionStart, selectionEnd } = area;
      const isFocused = document.activeElement === area;
      area.value = text;
      if (isFocused) area.setSelectionRange(selectionStart, selectionEnd);
      repaint();
    },
    repaint,
    focus: () => area.focus(),
  };

  function repaint(): void {
    const text = area.value;
    paint.replaceChildren(...painted(text, options.paint(text)));
  }
}

/** The text in pieces. The last line break needs something after it, or its line would not be there. */
function painted(text: string, pieces: readonly Piece[]): Node[] {
  if (pieces.length > MOST_PIECES) return [document.createTextNode(`${text} `)];
  const nodes: Node[] = [];
  const inOrder = [...pieces].sort((a, b) => a.start - b.start);
  const edges = new Set(inOrder.flatMap(({ start, end }) => [start, end]));
  const stops = [...edges, text.length].filter((at) => at <= text.length).sort((a, b) => a - b);
  let at = 0;
  let next = 0;
  let open: Piece[] = [];
  for (const stop of stops) {
    if (stop === at) continue;
    open = open.filter(({ end }) => end > at);
    for (; (inOrder[next]?.start ?? Infinity) <= at; next += 1) {
      const piece = inOrder[next];
      if (piece !== undefined && piece.end > at) open.push(piece);
    }
    const stretch = text.slice(at, stop);
    const className = open.map((piece) => piece.className).join(' ');
    nodes.push(className === '' ? document.createTextNode(stretch) : span(className, stretch));
    at = stop;
  }
  return [...nodes, document.createTextNode(' ')];
}

const span = (className: string, text: string) => h('span', { class: className }, text);

function pasted(
  event: ClipboardEvent,
  { selectionStart, selectionEnd, value }: HTMLTextAreaElement,
  { onPaste }: EditorOptions,
): void {
  const text = event.clipboardData?.getData('text/plain');
  if (text === undefined || onPaste === undefined) return;
  const isWhole = selectionEnd - selectionStart === value.length;
  if (onPaste(text, isWhole)) event.preventDefault();
}

/** A new line begins below the one before it. */
function keepIndent(event: KeyboardEvent, area: HTMLTextAreaElement): void {
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
  const { selectionStart, selectionEnd, value } = area;
  const line = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(value.slice(line, selectionStart)) ?? [];
  if (indent === '') return;
  event.preventDefault();
  area.setRangeText(`\n${indent}`, selectionStart, selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { inputType: 'insertLineBreak' }));
}
