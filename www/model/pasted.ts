/**
 * The tokens inside what people paste: a curl command, a request with its headers, an answer of a token
 * endpoint, a cookie, an address. The report on a text that is not a token alone is for `inspect`.
 */

export type TokenPlace = 'curl' | 'header' | 'cookie' | 'json' | 'url' | 'text';

export interface FoundToken {
  readonly token: string;
  /** Where it begins in the text. */
  readonly start: number;
  readonly place: TokenPlace;
  /** The name of the member, the parameter, the cookie or the header that holds it. */
  readonly name?: string;
}

/**
 * A header begins with `{"`, which is `ey` in base64url, or with a space or a line break before the quote.
 * The segments may be padded, in either alphabet, and empty; percent signs stand for what URLs escape. A
 * character that is none of base64 does not end a token, or the rest of a damaged one would be lost.
 */
const TOKEN = /(?<![\w+/%.-])e[wy][\w+/=%-]{6,}\.[^\s"'`&;,<>(){}[\]\\#?]*/g;
/** A token that was broken over lines: only what stands alone in its text is put together. */
const BROKEN = /^\s*e[wy][\w+/=-]{6,}[\w+/=.\s-]*$/;
const MOST = 8;

/** The tokens in a text, in their order and each once; eight at most. */
export function findTokens(text: string): FoundToken[] {
  if (BROKEN.test(text) && /\s/.test(text.trim())) {
    const joined = text.replaceAll(/\s+/g, '');
    if (joined.split('.').length > 1) return [{ token: joined, start: 0, place: 'text' }];
  }
  const found: FoundToken[] = [];
  for (const { 0: match, index } of text.matchAll(TOKEN)) {
    const token = unescaped(match);
    if (found.length === MOST || found.some((other) => other.token === token)) continue;
    found.push({ token, start: index, ...placeOf(text, index) });
  }
  const inJson = found.length === 0 ? compactOf(text) : undefined;
  return inJson === undefined ? found : [{ token: inJson, start: 0, place: 'json' }];
}

/** The token of a JWS in JSON (RFC 7515 §7.2), with the first of its signatures. */
function compactOf(text: string): string | undefined {
  try {
    const { payload, signatures, ...flattened } = JSON.parse(text);
    const { protected: header, signature } = signatures?.[0] ?? flattened;
    const segments = [header, payload, signature];
    return segments.every((segment) => typeof segment === 'string')
      ? segments.join('.')
      : undefined;
  } catch {
    return undefined;
  }
}

function unescaped(match: string): string {
  if (!match.includes('%')) return match;
  try {
    return decodeURIComponent(match);
  } catch {
    return match;
  }
}

function placeOf(text: string, index: number): Pick<FoundToken, 'place' | 'name'> {
  const before = text.slice(Math.max(0, index - 200), index);
  const member = /"([\w.-]{1,64})"\s*:\s*"$/.exec(before);
  if (member?.[1] !== undefined) return { place: 'json', name: member[1] };
  const parameter = /[?#&]([\w.-]{1,64})=$/.exec(before);
  if (parameter?.[1] !== undefined) return { place: 'url', name: parameter[1] };
  const cookie = /(?:^|[\s;:'"])([\w.-]{1,64})=["']?$/.exec(before);
  if (cookie?.[1] !== undefined) return { place: 'cookie', name: cookie[1] };
  const header = /(?:^|[\s'"])([A-Za-z][\w-]{1,64}):\s*(?:Bearer |DPoP )?["']?$/i.exec(before);
  const place = /(?:^|[\s;&|])curl\s/.test(text.slice(0, index)) ? 'curl' : 'header';
  if (header?.[1] !== undefined) return { place, name: header[1] };
  return { place: 'text' };
}
