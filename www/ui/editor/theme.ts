/** How the panes look. Colours are the page's own, by custom properties, which reach into shadow roots. */
import { EditorView } from '@codemirror/view';

/** Colour and the shape of the underline: either alone tells the segments apart. */
const segment = (name: string, shape: string) => ({
  color: `var(--${name})`,
  // One by one, because WebKit long knew no more than the line in the shorthand.
  textDecorationLine: 'underline',
  textDecorationStyle: shape,
  textDecorationColor: `color-mix(in srgb, var(--${name}) 55%, transparent)`,
  textDecorationThickness: '1.5px',
  textUnderlineOffset: '4px',
});

export const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--field)', fontSize: 'inherit' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '0.6rem 0', caretColor: 'var(--text)', minHeight: '1.6em' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-placeholder': { color: 'var(--quiet)', fontFamily: 'var(--sans)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.header': segment('header', 'solid'),
  '.payload': segment('payload', 'dashed'),
  '.signature': segment('signature', 'dotted'),
  '.rest, .dot': { color: 'var(--quiet)' },
  // A hyphen in base64url ends no word.
  '&.encoded .cm-line': { wordBreak: 'break-all' },
  '.name': { color: 'var(--name)' },
  '.string': { color: 'var(--string)' },
  '.number, .word': { color: 'var(--number)' },
  '.mark': { color: 'var(--quiet)' },
  '.fault': {
    color: 'var(--failed)',
    backgroundColor: 'var(--failed-faint)',
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: 'var(--failed)',
    textDecorationThickness: '1.5px',
  },
});
