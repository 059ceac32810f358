/**
 * Finds the tokens in pasted text. A run of base64url and dots is a token if its first segment decodes to a JSON
 * object. Escapes, quotes and line breaks are undone first. Nothing is verified here.
 */
import { binaryOf } from './base64-text.js';
import { chainsOf } from './chain.js';
import type { Chain } from './chain.js';
import { joinedCookies } from './cookies.js';
import { textInBase64 } from './encoded.js';
import { Places } from './place.js';
import type { Placed, TokenPlace } from './place.js';
import { plainText } from './plain-text.js';
import type { PlainText } from './plain-text.js';
import { serializedTokens } from './serialization.js';
import { TokenReader } from './token-at.js';

export type { TokenPlace } from './place.js';

export interface FoundToken {
  /** The form that `inspect` and `verify` take: without escapes and line breaks. */
  readonly token: string;
  /** Its range in the given text, including escapes and line breaks. */
  readonly start: number;
  readonly end: number;
  readonly place: TokenPlace;
  readonly name?: string;
}

const MOST = 10_000;
/** `e30.e30`: two empty objects. */
const SHORTEST = 7;
/** Levels of base64 inside base64. */
const DEEPEST = 3;

/** The last result, because several parts of the page ask about the same text. */
let last: { readonly text: string; readonly found: readonly FoundToken[] } | undefined;

/** Returns all tokens of a text in order, without duplicates. */
export function findTokens(text: string): readonly FoundToken[] {
  if (last?.text !== text) last = { text, found: search(text, DEEPEST) };
  return last.found;
}

function search(given: string, depth: number): FoundToken[] {
  const plain = plainText(given);
  const search = new Search(plain, depth);
  search.readCookies();
  for (const isLenient of [false, true]) {
    for (const chain of chainsOf(plain.text)) search.readChain(chain, isLenient);
    if (search.found.length > 0) break;
    for (const token of serializedTokens(plain.text)) {
      search.add(token, 0, plain.text.length, { place: 'serialization' });
    }
    if (search.found.length > 0) break;
  }
  return search.found.sort((one, other) => one.start - other.start);
}

class Search {
  readonly found: FoundToken[] = [];
  #known = new Set<string>();
  #plain: PlainText;
  #depth: number;
  #places: Places;
  /** Ranges that are part of a token already found. */
  #taken: { start: number; end: number }[] = [];
  #isWhole: (start: number, end: number) => boolean;

  constructor(plain: PlainText, depth: number) {
    this.#plain = plain;
    this.#depth = depth;
    this.#places = new Places(plain.text);
    const [first, last] = [plain.text.search(/\S/), plain.text.trimEnd().length];
    this.#isWhole = (start, end) => start === first && end === last;
  }

  add(token: string, start: number, end: number, placed: Placed): void {
    if (this.#known.has(token) || this.found.length >= MOST) return;
    this.#known.add(token);
    const { sourceOf } = this.#plain;
    this.found.push({ token, start: sourceOf(start), end: sourceOf(end), ...placed });
  }

  readCookies(): void {
    for (const { name, value, start, end, chunks } of joinedCookies(this.#plain.text)) {
      const inside = search(value, this.#depth - 1);
      for (const { token } of inside) this.add(token, start, end, { place: 'cookie', name });
      if (inside.length > 0) this.#taken.push(...chunks);
    }
  }

  readChain(chain: Chain, isLenient: boolean): void {
    const { text, pieces } = chain;
    const [first] = pieces;
    if (text.length < SHORTEST || first === undefined || this.#isTaken(first.textStart)) return;
    const reader = new TokenReader(
      chain,
      this.#isWhole(first.textStart, first.textStart + text.length),
    );
    let piece = 0;
    /** Where the last token ended. The text between two tokens may be base64. */
    let free = 0;
    for (let at = 0; at < text.length; at += 1) {
      while ((pieces[piece + 1]?.start ?? text.length) <= at) piece += 1;
      // A token may directly follow another one.
      if (!mayBegin(text, at, at === free || pieces[piece]?.start === at)) continue;
      const end = isLenient ? reader.endOfBroken(at) : reader.endOf(at);
      if (end === undefined || end <= at) continue;
      const [start, stop] = [textPlace(chain, at), textPlace(chain, end - 1) + 1];
      if (this.#isTaken(start)) continue;
      this.add(text.slice(at, end), start, stop, this.#places.of(start, stop));
      if (!isLenient) this.#readEncoded(chain, free, at);
      free = end;
      at = end - 1;
    }
    if (!isLenient) this.#readEncoded(chain, free, text.length);
  }

  /** Searches base64-encoded text: Kubernetes secrets, Basic credentials, Supabase cookies. */
  #readEncoded(chain: Chain, start: number, end: number): void {
    if (this.#depth === 0) return;
    for (const { text, from, to } of textInBase64(chain, start, end)) {
      const inside = search(text, this.#depth - 1);
      if (inside.length === 0) continue;
      const [first, last] = [textPlace(chain, from), textPlace(chain, to - 1) + 1];
      const around = this.#places.of(first, last);
      const place = around.place === 'cookie' ? 'cookie' : 'base64';
      for (const { token, name: inner } of inside) {
        const name = around.name ?? inner;
        this.add(token, first, last, { place, ...(name !== undefined && { name }) });
      }
    }
  }

  #isTaken(at: number): boolean {
    return this.#taken.some(({ start, end }) => start <= at && at < end);
  }
}

/** Maps a place in the chain to its place in the text. */
function textPlace({ pieces }: Chain, at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return (piece?.textStart ?? 0) + at - (piece?.start ?? 0);
}

/**
 * Whether base64 of a JSON object may begin at `at`. `{` encodes to `e` and one of `w`, `y` and `3`; leading white
 * space encodes to `I`, `C` or `D`. After a letter or digit it is the middle of something else.
 */
function mayBegin(text: string, at: number, isPieceStart: boolean): boolean {
  const first = text.charCodeAt(at);
  const isBrace = first === 0x65;
  if (!isBrace && first !== 0x49 && first !== 0x43 && first !== 0x44) return false;
  if (!isPieceStart && isAlphanumeric(text.charCodeAt(at - 1))) return false;
  if (isBrace) return 'yw3'.includes(text.charAt(at + 1));
  return /^\s+\{/.test(binaryOf(text.slice(at, at + 12)));
}

const isAlphanumeric = (code: number) =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);
