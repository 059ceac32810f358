/** Finds base64-encoded text in the parts of a chain that are not tokens. */
import { textFromBase64url } from '../base64url.js';
import { binaryOf } from './base64-text.js';
import type { Chain } from './chain.js';

export interface EncodedText {
  readonly text: string;
  /** Where it is in the chain. */
  readonly from: number;
  readonly to: number;
}

/** Shorter runs cannot hold a token. */
const SHORTEST = 32;
const RUN = /[\w+/-]{32,}={0,2}/g;

/** Yields each run of base64 that decodes to text. A run may continue over lines of equal width. */
export function* textInBase64(
  { text, pieces }: Chain,
  start: number,
  end: number,
): Generator<EncodedText> {
  if (end - start < SHORTEST) return;
  let index = firstPieceIn(pieces, start);
  while (index < pieces.length && (pieces[index]?.start ?? end) < end) {
    const piece = pieces[index];
    index += 1;
    if (piece === undefined || piece.end - piece.start < SHORTEST) continue;
    let to = Math.min(piece.end, end);
    const width = piece.end - piece.start;
    for (let next = pieces[index]; next !== undefined && next.end <= end; next = pieces[index]) {
      if (!next.isAfterLine || !next.isAtLineEnd || next.end - next.start > width) break;
      if (!/^[\w+/-]+={0,2}$/.test(text.slice(next.start, next.end))) break;
      to = next.end;
      index += 1;
      if (next.end - next.start < width) break;
    }
    yield* runsIn(
      text.slice(Math.max(piece.start, start), to),
      Math.max(piece.start, start),
      piece.end,
    );
  }
}

function* runsIn(text: string, offset: number, lineEnd: number): Generator<EncodedText> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    // Supabase puts this prefix before the values of its cookies.
    const skipped = run.startsWith('base64-') ? 7 : 0;
    const from = offset + index + skipped;
    // With the following lines first, then the first line alone.
    const whole = run.slice(skipped);
    for (const base64 of new Set([whole, whole.slice(0, Math.max(0, lineEnd - from))])) {
      const decoded = isText(base64.slice(0, 32)) ? textFromBase64url(base64) : undefined;
      if (decoded === undefined) continue;
      yield { text: decoded, from, to: from + base64.length };
      break;
    }
  }
}

/** Whether its first bytes are text. Binary data almost never passes. */
function isText(base64: string): boolean {
  const binary = binaryOf(base64.slice(0, 32));
  return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(binary);
}

function firstPieceIn(pieces: Chain['pieces'], start: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
