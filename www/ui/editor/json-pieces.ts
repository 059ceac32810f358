/** JSON text in colours, and the place of a fault in it. */
import { jsonTokens } from '../../model/json-text.js';
import type { Piece } from './editor.js';

export function jsonPieces(text: string): Piece[] {
  const { tokens } = jsonTokens(text);
  return tokens.map(({ kind, text: token, start }, index) => ({
    start,
    end: start + token.length,
    className: kind === 'string' && tokens[index + 1]?.text === ':' ? 'name' : kind,
  }));
}

/** The character at a line and a byte of it, both from 1, as the core counts. */
export function placeInText(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): { start: number; end: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const bytes = new TextEncoder().encode(lines[line - 1] ?? '').slice(0, column - 1);
  const start = Math.min(
    before + new TextDecoder().decode(bytes).length,
    Math.max(0, text.length - 1),
  );
  return { start, end: Math.min(start + 1, text.length) };
}
