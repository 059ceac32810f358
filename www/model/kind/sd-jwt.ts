/**
 * SD-JWT (RFC 9901): the parts of one, and its disclosures, each matched with the digest that the issuer signed.
 *
 * A disclosure without its digest in the token is somebody's addition: it says nothing about the subject.
 */
import { bytesToBase64url, textFromBase64url } from '../base64url.js';
import { isObject, isText } from '../claims/issuer.js';
import { compact, jsonTokens } from '../json-text.js';

/** More are looked at by nobody, and each costs a hash. */
const MOST = 1000;

export interface SdJwt {
  /** The token that the issuer signed. */
  readonly token: string;
  readonly disclosures: readonly string[];
  /** The token by which the holder proves to have the key. */
  readonly keyBinding?: string;
}

export interface Disclosure {
  readonly text: string;
  readonly salt?: string;
  /** Absent for an element of an array. */
  readonly name?: string;
  /** As it is written; absent where the disclosure cannot be read. */
  readonly value?: string;
  /**
   * `signed`: the token, or a disclosure that is signed, has its digest. `foreign`: none has. `unreadable`:
   * it is no disclosure. `unknown`: its digest cannot be computed here.
   */
  readonly status: 'signed' | 'foreign' | 'unreadable' | 'unknown';
}

export interface Disclosures {
  readonly list: readonly Disclosure[];
  /** Digests without a disclosure: claims that are kept back, or decoys. */
  readonly hidden: number;
}

export const hasDisclosures = (text: string): boolean =>
  /^\s*e[wy][\w-]+\.[\w-]*\.[\w-]*~/.test(text);

/** Undefined where there is no tilde after a token. */
export function readSdJwt(text: string): SdJwt | undefined {
  if (!hasDisclosures(text)) return undefined;
  const [token = '', ...rest] = text.trim().split('~');
  const last = rest.pop() ?? '';
  const disclosures = rest.filter((part) => part !== '').slice(0, MOST);
  // Without a tilde at its end, what is last is the key-binding JWT.
  return { token, disclosures, ...(last !== '' && { keyBinding: last }) };
}

const HASHES: Readonly<Record<string, string>> = {
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
};

export async function readDisclosures(
  { disclosures }: SdJwt,
  payload: Readonly<Record<string, unknown>>,
): Promise<Disclosures> {
  const algorithm = isText(payload['_sd_alg']) ? payload['_sd_alg'] : 'sha-256';
  const hash = Object.hasOwn(HASHES, algorithm) ? HASHES[algorithm] : undefined;
  const read = disclosures.map((text) => ({ text, ...parts(text) }));
  const digests = await Promise.all(read.map(({ text }) => digestOf(text, hash)));
  const known = new Set<string>();
  addDigests(payload, known);
  const signed = signedDisclosures(read, digests, known);
  const list = read.map(({ content, ...part }, index): Disclosure => {
    if (content === undefined) return { ...part, status: 'unreadable' };
    if (digests[index] === undefined) return { ...part, status: 'unknown' };
    return { ...part, status: signed.has(index) ? 'signed' : 'foreign' };
  });
  const shown = new Set(digests.filter((_, index) => signed.has(index)));
  return { list, hidden: [...known].filter((digest) => !shown.has(digest)).length };
}

/** A disclosure may have digests of others: those count once it is found to be signed itself. */
function signedDisclosures(
  read: readonly { content?: unknown }[],
  digests: readonly (string | undefined)[],
  known: Set<string>,
): Set<number> {
  const places = new Map(digests.map((digest, index) => [digest, index]));
  const signed = new Set<number>();
  // What is added to a set while it is walked through is walked through too.
  for (const digest of known) {
    const index = places.get(digest);
    if (index === undefined || read[index]?.content === undefined) continue;
    signed.add(index);
    addDigests(read[index]?.content, known);
  }
  return signed;
}

/** The digests in `_sd` of objects, and in `{"...": digest}` of arrays, at any depth. */
function addDigests(root: unknown, digests: Set<string>): void {
  const waiting = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (!isObject(value) && !Array.isArray(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '_sd' && Array.isArray(inner)) {
        for (const digest of inner) if (isText(digest)) digests.add(digest);
      } else if (name === '...' && isText(inner)) digests.add(inner);
      else if (typeof inner === 'object' && inner !== null) waiting.push(inner);
    }
  }
}

async function digestOf(text: string, hash: string | undefined): Promise<string | undefined> {
  // Over plain HTTP, browsers have no Web Crypto.
  if (hash === undefined || globalThis.crypto?.subtle === undefined) return undefined;
  const digest = await crypto.subtle.digest(hash, new TextEncoder().encode(text));
  return bytesToBase64url(new Uint8Array(digest));
}

/** `[salt, name, value]`, or `[salt, value]` of an array's element. */
function parts(text: string): {
  salt?: string;
  name?: string;
  value?: string;
  content?: unknown;
} {
  try {
    const json = textFromBase64url(text) ?? '';
    const value: unknown = JSON.parse(json);
    if (!Array.isArray(value) || !isText(value[0])) return {};
    const [salt, name, content] = value.length === 2 ? [value[0], undefined, value[1]] : value;
    if (value.length > 3 || content === undefined) return {};
    if (value.length === 3 && !isText(name)) return {};
    return { salt, ...(isText(name) && { name }), value: lastElement(json), content };
  } catch {
    return {};
  }
}

/** The last element of an array, digit for digit as it was signed. */
function lastElement(json: string): string {
  const { tokens } = jsonTokens(json);
  let depth = 0;
  let start = 0;
  for (const { text, start: at } of tokens) {
    if (text === '[' || text === '{') depth += 1;
    if (text === ']' || text === '}') depth -= 1;
    if (text === ',' && depth === 1) start = at + 1;
  }
  return compact(json.slice(start, json.lastIndexOf(']')));
}
