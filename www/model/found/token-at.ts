/**
 * Decides where a token in a chain ends.
 *
 * Lines are joined only with evidence: a header or payload continues until its JSON is complete, a signature until it
 * has the length of its algorithm. So two tokens on two lines stay two, and a word on the next line is not joined.
 */
import { binaryOf, lengthOfObject, objectIn, textMember } from './base64-text.js';
import type { Chain, Piece } from './chain.js';
import { signatureLengths, tagLengths } from './lengths.js';
import type { Lengths } from './lengths.js';

type Header = Readonly<Record<string, unknown>>;

/** Reads the tokens of one chain. */
export class TokenReader {
  #text: string;
  #pieces: readonly Piece[];
  #isWhole: boolean;
  /** The text is this token and nothing else, so extra segments belong to it. */
  #isAlone = false;
  #dots: readonly number[];
  #tildes: readonly number[];
  /** Limits decoding that finds nothing, because in hostile text a header may begin anywhere. */
  #budget: number;

  constructor({ text, pieces }: Chain, isWhole: boolean) {
    this.#text = text;
    this.#pieces = pieces;
    this.#isWhole = isWhole && pieces.length === 1;
    this.#dots = placesOf(text, '.');
    this.#tildes = placesOf(text, '~');
    this.#budget = 4 * text.length + 10_000;
  }

  /** Returns the end of the token that begins at `start`, or undefined if none does. */
  endOf(start: number): number | undefined {
    const dot = this.#endOfHeader(start);
    if (dot === undefined || this.#budget < 0 || !this.#mayBeObject(start)) return undefined;
    this.#isAlone = this.#isWhole && start === 0;
    const header = objectIn(this.#text.slice(start, dot));
    const end = header === undefined ? undefined : this.#endWith(header, start, dot);
    if (end === undefined) this.#budget -= dot - start;
    return end;
  }

  /** Returns the next dot, if no tilde comes first. */
  #endOfHeader(start: number): number | undefined {
    const [dot, tilde] = [this.#find('.', start), this.#find('~', start)];
    return dot < 0 || (tilde >= 0 && tilde < dot) ? undefined : dot;
  }

  #endWith(header: Header, start: number, dot: number): number | undefined {
    const enc = textMember(header, 'enc');
    // After a dot, this is more likely the payload of a token with a damaged header.
    const isInside =
      start > 0 && this.#text.charAt(start - 1) === '.' && !this.#isPieceStart(start);
    if (isInside && enc === undefined && textMember(header, 'alg') === undefined) return undefined;
    const end = enc === undefined ? undefined : this.#endOfEncrypted(dot, enc);
    return end ?? this.#endOfSigned(header, dot);
  }

  /** Like `endOf`, for a token whose header begins like JSON but is damaged. */
  endOfBroken(start: number): number | undefined {
    if (!/^e(?:yJ|yA|wo|w0K)/.test(this.#text.slice(start, start + 4))) return undefined;
    if (this.#find('.', start) < 0 || this.#budget < 0) return undefined;
    const end = this.#endOfRun(start);
    this.#budget -= end - start;
    const segments = this.#text.slice(start, end).split('.');
    const isLikely = segments.length > 2 || /^e[yw]/.test(segments[1] ?? '');
    return isLikely && segments.every((segment, index) => index > 1 || segment.length > 5)
      ? end
      : undefined;
  }

  #endOfSigned(header: Header, dot: number, isBinding = false): number | undefined {
    const start = dot + 1;
    const second = this.#find('.', start);
    const end = this.#endOfPayload(start, second < 0 ? this.#text.length : second, second >= 0);
    const isSigned = end === second && end >= 0;
    const isNamed = ['alg', 'typ', 'enc'].some((name) => textMember(header, name) !== undefined);
    if (!isSigned) {
      const payload = this.#text.slice(start, end);
      return payload !== '' && (isNamed || objectIn(payload) !== undefined) ? end : undefined;
    }
    if (!isNamed && this.#piecesIn(dot, end).length > 0) return undefined;
    if (!isNamed && !isLikelyUnnamed(header, this.#text.slice(start, end))) return undefined;
    const lengths = signatureLengths(textMember(header, 'alg'));
    const last = this.#endOfLast(second + 1, lengths);
    if (end === start && (last === second + 1 || !isNamed)) return undefined;
    if (isBinding) return last;
    if (this.#text.charAt(last) === '~' && !this.#isPieceStart(last))
      return this.#endOfDisclosures(last);
    return this.#withFurther(second + 1, last, lengths);
  }

  /** Extra segments are damage and kept, unless the token is complete without them. */
  #withFurther(start: number, end: number, lengths: Lengths): number {
    const isFollowed = this.#text.charAt(end) === '.' && /[\w-]/.test(this.#text.charAt(end + 1));
    if (!isFollowed || this.#isPieceStart(end) || this.#isPieceStart(end + 1)) return end;
    const isComplete = lengths.includes(this.#lengthOf(start, end));
    return isComplete && !this.#isAlone ? end : this.#endOfRun(end);
  }

  #endOfEncrypted(dot: number, enc: string): number | undefined {
    let last = dot;
    for (let count = 0; count < 3; count += 1) {
      const next = this.#find('.', last + 1);
      // Every break before it has to be one that can be inside a token.
      if (next < 0 || !this.#areJoined(last + 1, next)) return undefined;
      last = next;
    }
    const lengths = tagLengths(enc);
    return this.#withFurther(last + 1, this.#endOfLast(last + 1, lengths), lengths);
  }

  /** Whether every break in the range can be inside a token: a line break that no other token follows. */
  #areJoined(start: number, end: number): boolean {
    return this.#piecesIn(start, end).every(
      ({ start: at, isAfterLine }) =>
        (isAfterLine || at === start || at === end) && !this.#isTokenStart(at),
    );
  }

  /** Returns the end of the payload: the next dot, or the break where its JSON is complete. */
  #endOfPayload(start: number, end: number, hasDot: boolean): number {
    const breaks = this.#piecesIn(start, end);
    if (breaks.length === 0) return end;
    const first = breaks[0]?.start ?? end;
    const length = lengthOfObject(this.#text.slice(start, end));
    if (length !== undefined) {
      const place = start + length;
      if (place === end) return end;
      return breaks.some(({ start: at }) => at === place) ? place : first;
    }
    return hasDot && this.#areJoined(start, end) ? end : first;
  }

  /** Returns the end of the signature or tag. */
  #endOfLast(start: number, lengths: Lengths): number {
    const bound = this.#boundOf(start);
    const breaks = this.#piecesIn(start, bound).filter(({ start: at }) => at < bound);
    const end = this.#endOfComplete(start, breaks[0]?.start ?? bound, lengths);
    if (breaks.length === 0 || end < (breaks[0]?.start ?? bound)) return end;
    return (
      this.#joinedToLength(start, bound, breaks, lengths) ??
      this.#joinedByWidth(start, bound, breaks) ??
      end
    );
  }

  /** A complete signature ends before a slash of a path, an underscore of Markdown, or another token. */
  #endOfComplete(start: number, end: number, lengths: Lengths): number {
    const text = this.#text.slice(start, end);
    if (lengths.includes(this.#lengthOf(start, end))) return end;
    const glued = lengths.find((length) => this.#isTokenStart(start + length));
    if (glued !== undefined && start + glued < end) return start + glued;
    for (const mark of [/[^\w+/=-]/, /[/+]/, /[_-]{1,3}$/, /=(?!=|$)/]) {
      const at = text.search(mark);
      if (at >= 0 && lengths.includes(this.#lengthOf(start, start + at))) return start + at;
    }
    return end;
  }

  /** Joins pieces until the segment has a length of the algorithm. */
  #joinedToLength(
    start: number,
    bound: number,
    breaks: readonly Piece[],
    lengths: Lengths,
  ): number | undefined {
    const most = lengths.at(-1) ?? -1;
    let best: number | undefined;
    const first = breaks[0]?.start ?? bound;
    if (lengths.includes(this.#lengthOf(start, first))) best = first;
    for (const piece of breaks) {
      const end = this.#endOfBase64(piece.start, Math.min(piece.end, bound));
      const isEligible = piece.isAfterLine || piece.isAtLineEnd;
      if (!isEligible || this.#isTokenStart(piece.start) || end - start > most + 2) break;
      if ('=~.'.includes(this.#text.charAt(piece.start))) break;
      if (lengths.includes(this.#lengthOf(start, end))) best = end;
      // A word follows on the same line, so this is the last piece.
      if (!piece.isAtLineEnd) break;
    }
    return best;
  }

  /** Joins lines of the same width, and one shorter line after them. */
  #joinedByWidth(start: number, bound: number, breaks: readonly Piece[]): number | undefined {
    const index = this.#pieceAt(start);
    const [before, piece] = [this.#pieces[index - 1], this.#pieces[index]];
    const width = widthOf(piece);
    if (width < 20 || widthOf(before) !== width || piece?.isAfterLine !== true) return undefined;
    let end: number | undefined;
    for (const next of breaks) {
      const isEligible =
        next.isAfterLine &&
        next.isAtLineEnd &&
        next.end <= bound &&
        !this.#isTokenStart(next.start);
      if (!isEligible || widthOf(next) > width) break;
      end = next.end;
      if (widthOf(next) < width) break;
    }
    return end;
  }

  /** Returns the end of an SD-JWT (RFC 9901 §4) whose first tilde is at `tilde`. */
  #endOfDisclosures(tilde: number): number {
    let at = tilde;
    while (this.#text.charAt(at) === '~') {
      const start = at + 1;
      const isBroken = this.#isPieceStart(start);
      const binding = this.#isTokenStart(start) ? this.#endOfBinding(start, isBroken) : undefined;
      if (binding !== undefined) return binding;
      if (isBroken && this.#text.charAt(start) !== 'W') return start;
      const next = this.#find('~', start);
      const first = this.#pieces[this.#pieceAt(start) + 1]?.start ?? this.#text.length;
      // A disclosure is a JSON array: `[` encodes to `W`.
      const isJoined = next >= 0 && (next <= first || this.#areDisclosed(start, next));
      if (!isJoined) return Math.min(first, this.#endOfRun(start));
      at = next;
    }
    return at;
  }

  #areDisclosed(start: number, end: number): boolean {
    return (
      this.#text.charAt(start) === 'W' &&
      this.#find('.', start) !== start &&
      this.#areJoined(start, end)
    );
  }

  /** Returns the end of a key binding JWT. After a line break its `typ` has to say that it is one. */
  #endOfBinding(start: number, isBroken: boolean): number | undefined {
    const dot = this.#endOfHeader(start);
    const header = dot && objectIn(this.#text.slice(start, dot));
    if (dot === undefined || !header) return undefined;
    if (isBroken && textMember(header, 'typ') !== 'kb+jwt') return start;
    return this.#endOfSigned(header, dot, true);
  }

  /** The next dot or tilde, or the end of the chain. */
  #boundOf(start: number): number {
    const places = [this.#find('.', start), this.#find('~', start)].filter((at) => at >= 0);
    return Math.min(this.#text.length, ...places);
  }

  /** The end of the piece, without the dots at its end. */
  #endOfRun(start: number): number {
    let end = this.#pieces[this.#pieceAt(start)]?.end ?? this.#text.length;
    while (end > start && this.#text.charAt(end - 1) === '.') end -= 1;
    return end;
  }

  #endOfBase64(start: number, end: number): number {
    const at = this.#text.slice(start, end).search(/[^\w+/=-]/);
    return at < 0 ? end : start + at;
  }

  /** Without its padding. */
  #lengthOf(start: number, end: number): number {
    let last = end;
    while (last > start && this.#text.charAt(last - 1) === '=') last -= 1;
    return last - start;
  }

  /** The next dot or tilde from a place on; -1 where there is none. */
  #find(mark: '.' | '~', from: number): number {
    const places = mark === '.' ? this.#dots : this.#tildes;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return places[low] ?? -1;
  }

  /** Whether the first bytes are those of a JSON object. Nearly all other base64 ends here, at no cost. */
  #mayBeObject(at: number): boolean {
    return /^\s*\{\s*(?:["}]|$)/.test(binaryOf(this.#text.slice(at, at + 16)));
  }

  /** Whether another token seems to begin there. The first two letters are not enough: a signature may contain them. */
  #isTokenStart(at: number): boolean {
    const text = this.#text.slice(at, at + 16);
    return /^e[yw]/.test(text) && /^\{\s*"/.test(binaryOf(text));
  }

  #isPieceStart(at: number): boolean {
    return at > 0 && this.#pieces[this.#pieceAt(at)]?.start === at;
  }

  /** The pieces that begin between two places, the ends included. */
  #piecesIn(start: number, end: number): readonly Piece[] {
    let first = this.#pieceAt(start);
    if ((this.#pieces[first]?.start ?? 0) < start) first += 1;
    let last = first;
    while (last < this.#pieces.length && (this.#pieces[last]?.start ?? 0) <= end) last += 1;
    return this.#pieces.slice(first, last);
  }

  /** The index of the piece that `at` is in; the last for the end of the chain. */
  #pieceAt(at: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#pieces[middle]?.start ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A header without alg and typ is still accepted: it may be incomplete, or of a signed cookie of Flask. */
function isLikelyUnnamed(header: Header, payload: string): boolean {
  if (Object.keys(header).length === 0) return objectIn(payload) !== undefined;
  return !/=[^=]/.test(payload);
}

function placesOf(text: string, mark: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  return places;
}

const widthOf = (piece: Piece | undefined) => (piece === undefined ? 0 : piece.end - piece.start);
