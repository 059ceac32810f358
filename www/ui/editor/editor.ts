/**
 * A pane that is edited, by CodeMirror, in a shadow root of its own: there its style sheets are adopted
 * ones, which a Content-Security-Policy without inline styles allows.
 */
import { history } from '@codemirror/commands';
import { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state';
import type { Range } from '@codemirror/state';
import { Decoration, EditorView, keymap, placeholder } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

import { KEYS } from './keys.js';
import { theme } from './theme.js';

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
  readonly paint: (text: string) => readonly Piece[];
  readonly onEdit: (text: string) => void;
  /** Returns whether it took the pasted text, which then is not put in. */
  readonly onPaste?: (text: string, isWhole: boolean) => boolean;
}

export interface Editor {
  readonly element: HTMLElement;
  /** Shows a text; the cursor stays where it was, as far as there is such a place. */
  setText(text: string): void;
  /** Paints anew, when what the painting hangs on has changed and the text has not. */
  repaint(): void;
  focus(): void;
}

/** Marks what the page itself puts in, which is no edit. */
const fromPage = Annotation.define<boolean>();
const repainting = StateEffect.define<null>();

export function createEditor(options: EditorOptions): Editor {
  const element = document.createElement('div');
  element.className = 'editor';
  const root = element.attachShadow({ mode: 'open' });
  const painted = paintedField(options.paint);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: '',
      extensions: [
        history(),
        keymap.of(KEYS),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
          translate: 'no',
        }),
        placeholder(options.placeholder ?? ''),
        painted,
        theme,
        EditorView.editorAttributes.of({ class: options.isEncoded ? 'encoded' : '' }),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          const isOurs = transactions.some((transaction) => transaction.annotation(fromPage));
          if (docChanged && !isOurs) options.onEdit(state.doc.toString());
        }),
        EditorView.domEventHandlers({
          paste: (event, shown) => pasted(event, shown, options),
          beforeinput: typedOver,
        }),
      ],
    }),
  });
  return {
    element,
    setText(text) {
      const current = view.state.doc.toString();
      if (text === current) return;
      const head = Math.min(view.state.selection.main.head, text.length);
      view.dispatch({
        changes: { from: 0, to: current.length, insert: text },
        selection: { anchor: view.hasFocus ? head : 0 },
        annotations: fromPage.of(true),
      });
    },
    repaint: () => view.dispatch({ effects: repainting.of(null) }),
    focus: () => view.focus(),
  };
}

function pasted(event: ClipboardEvent, view: EditorView, { onPaste }: EditorOptions): boolean {
  const text = event.clipboardData?.getData('text/plain');
  if (text === undefined || onPaste === undefined) return false;
  const { from, to } = view.state.selection.main;
  const isWhole = to - from === view.state.doc.length;
  if (!onPaste(text, isWhole)) return false;
  event.preventDefault();
  return true;
}

/**
 * Puts in what is typed over a selection. Chromium would keep the looks of what was selected, in an inline style,
 * which the policy refuses and reports.
 */
function typedOver({ inputType, data, isComposing }: InputEvent, view: EditorView): boolean {
  if (inputType !== 'insertText' || data === null || isComposing) return false;
  if (view.state.selection.main.empty) return false;
  view.dispatch(view.state.replaceSelection(data), {
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
}

function paintedField(paint: EditorOptions['paint']): StateField<DecorationSet> {
  const decorate = (state: EditorState) => {
    const text = state.doc.toString();
    const ranges: Range<Decoration>[] = paint(text)
      .filter(({ start, end }) => start < end && end <= text.length)
      .map(({ start, end, className }) => Decoration.mark({ class: className }).range(start, end));
    return Decoration.set(ranges, true);
  };
  return StateField.define<DecorationSet>({
    create: decorate,
    update: (decorations, transaction) =>
      transaction.docChanged || transaction.effects.some((effect) => effect.is(repainting))
        ? decorate(transaction.state)
        : decorations,
    provide: (field) => EditorView.decorations.from(field),
  });
}
