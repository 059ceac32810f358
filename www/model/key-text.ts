/**
 * The key in what people paste: a line of an environment file, a string of source code, a PEM whose line breaks are
 * lost, the base64 of one, DER, an answer of an API with a key set in it. Only what is unambiguous is taken, and what
 * was done is told. A secret stays as it is: all of it counts.
 */
import { inspectKey } from 'edge-jwt';

import { textFromBase64url } from './base64url.js';
import { keyInJson } from './key/in-json.js';
import type { FoundKey } from './key/in-json.js';
import { looseJson } from './key/loose-json.js';
import { privateOfPair } from './key/pair.js';
import { pemIn, pemOf } from './key/pem.js';
import type { KeyRepair } from './key/repair.js';
import { sshKeyIn } from './key/ssh.js';

/** What the DER of each kind is called in PEM (RFC 7468). */
const LABELS: Readonly<Record<string, string>> = {
  spki: 'PUBLIC KEY',
  certificate: 'CERTIFICATE',
  pkcs8: 'PRIVATE KEY',
  'encrypted-pkcs8': 'ENCRYPTED PRIVATE KEY',
  sec1: 'EC PRIVATE KEY',
  'pkcs1-public-key': 'RSA PUBLIC KEY',
  'pkcs1-private-key': 'RSA PRIVATE KEY',
};

/** Base64 in base64 in JSON, and no deeper. */
const DEEPEST = 4;
/** Places in a text where JSON may begin. */
const MOST_PLACES = 32;
/** What `inspectKey` reads of anything but a set. */
const MOST_CHARACTERS = 65_536;
const BASE64 = /^[\w+/-]+={0,2}$/;

/** The key alone and what was done; `text` itself where it is no key, or nothing but one. */
export function readKeyText(text: string): FoundKey {
  const found = find(text, 0);
  const { done } = found ?? { done: [] };
  return found === undefined || done.length === 0
    ? { text, done: [] }
    : { text: found.text, done: [...new Set(done)] };
}

/** As `readKeyText` has it. */
export const keyText = (text: string): string => readKeyText(text).text;

function find(given: string, depth: number): FoundKey | undefined {
  const text = given.replace(/^\uFEFF/, '').trim();
  if (depth > DEEPEST || text.length < 16) return undefined;
  return (
    inWholeJson(text, depth) ??
    inPem(text) ??
    inQuotes(text, depth) ??
    inBase64(text, depth) ??
    inSsh(text) ??
    inXml(text) ??
    inJsonAmongText(text, depth)
  );
}

/** What `find` comes to inside the text, after something was done to it. */
function after(done: KeyRepair, text: string, depth: number): FoundKey | undefined {
  const found = find(text, depth + 1);
  return found && { text: found.text, done: [done, ...found.done] };
}

function inWholeJson(text: string, depth: number): FoundKey | undefined {
  if (!/^[[{"]/.test(text)) return undefined;
  const root = looseJson(text);
  if (root === undefined || !/^[;,\s]*$/.test(text.slice(root.end))) return undefined;
  if (root.kind === 'string') {
    return root.isStrict ? after('unquoted', root.value, depth) : undefined;
  }
  const found = keyInJson(root, text, (inner) => find(inner, depth + 1));
  return root.isStrict || found === undefined
    ? found
    : { ...found, done: [...found.done, 'json-repaired'] };
}

/** As it is where the package reads it so: then nothing was done. */
function inPem(text: string): FoundKey | undefined {
  const found = text.includes('BEGIN') ? pemIn(text) : undefined;
  const blocks = found?.blocks ?? [];
  const [first] = blocks;
  if (found === undefined || found.isDamaged || first === undefined) return undefined;
  const different = blocks.filter(
    ({ text: own }, index) => blocks.findIndex((other) => other.text === own) === index,
  );
  const around: KeyRepair[] = found.hasMore ? ['found-in-text'] : [];
  const isChain = different.every(({ label }) => label === 'CERTIFICATE');
  const texts = different.map((block) => block.text);
  const own = different.length === 1 || isChain ? first.text : privateOfPair(texts);
  if (own === undefined) return undefined;
  const choice: KeyRepair = isChain ? 'first-certificate' : 'private-of-pair';
  const done = [
    ...found.done,
    ...first.done,
    ...around,
    ...(different.length === 1 ? [] : [choice]),
  ];
  const isQuoted = /^["'`\u2018-\u201e]/.test(text) || /[=:]\s?["'`]-----/.test(text);
  const all: KeyRepair[] = isQuoted ? [...done, 'unquoted'] : done;
  return { text: own, done: all };
}

/** Without `export NAME=`, and without quotes, also those of a word processor. */
function inQuotes(text: string, depth: number): FoundKey | undefined {
  const value = text.replace(
    /^(?:export\s|set\s)?[ \t]*[\w.-]{1,100}\s?[=:]\s?(?=["'`“”„{[M]|LS0|TFMw|e[wy])/,
    '',
  );
  const bare = /^(?:["'`]|[“”„‘’‚])([^]*)(?:["'`]|[“”‘’])[,;]?$/.exec(value)?.[1];
  if (bare !== undefined) return after('unquoted', bare.replaceAll('\\"', '"'), depth);
  return value === text ? undefined : after('found-in-text', value, depth);
}

function inBase64(text: string, depth: number): FoundKey | undefined {
  const base64 = text.replaceAll(/\s|\\n/g, '');
  if (!BASE64.test(base64)) return undefined;
  if (/^(?:LS0tLS1|TFMwdExT|TUlJ|e[wy]|ZX[ls]|W[3y])/.test(base64)) {
    const decoded = textFromBase64url(base64);
    return decoded === undefined ? undefined : after('decoded-base64', decoded, depth);
  }
  // DER begins with a SEQUENCE, which is M in base64.
  if (!base64.startsWith('M') || base64.length > MOST_CHARACTERS) return undefined;
  const standard = base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const padded = standard + '='.repeat((4 - (standard.length % 4)) % 4);
  const { kind } = inspectKey(padded);
  const label = Object.hasOwn(LABELS, kind) ? LABELS[kind] : undefined;
  return label === undefined
    ? undefined
    : { text: pemOf(label, padded), done: ['pem-lines-added'] };
}

function inSsh(text: string): FoundKey | undefined {
  const found = sshKeyIn(text);
  return found && { text: found.jwk, done: ['ssh-converted'] };
}

/** `RSAKeyValue` of XML Signature (RFC 3275 §4.4.2.2), which .NET writes. */
function inXml(text: string): FoundKey | undefined {
  if (!text.includes('RSAKeyValue')) return undefined;
  const valueOf = (name: string) => {
    const start = text.indexOf(`<${name}>`) + name.length + 2;
    const end = text.indexOf(`</${name}>`, start);
    const value = start < name.length + 2 || end < 0 ? '' : text.slice(start, end);
    return value.replaceAll(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_');
  };
  const [n, e] = [valueOf('Modulus'), valueOf('Exponent')];
  if (n === '' || e === '') return undefined;
  return { text: JSON.stringify({ kty: 'RSA', n, e }), done: ['xml-converted'] };
}

/** Behind the headers of an answer, in a line of source code, in a shell command. */
function inJsonAmongText(text: string, depth: number): FoundKey | undefined {
  if (!text.includes('kty') && !text.includes('-----BEGIN')) return undefined;
  const given = text.includes('{\\"') ? text.replaceAll('\\"', '"') : text;
  const starts = /[[{](?=\s*["'{\w}[/])/g;
  for (let place = 0; place < MOST_PLACES; place += 1) {
    const start = starts.exec(given)?.index;
    if (start === undefined) return undefined;
    const root = looseJson(given, start);
    const found = root && keyInJson(root, given, (inner) => find(inner, depth + 1));
    if (root !== undefined && found !== undefined) {
      const repaired: KeyRepair[] = root.isStrict ? [] : ['json-repaired'];
      return { text: found.text, done: ['found-in-text', ...found.done, ...repaired] };
    }
    // JSON that is cut off has its own error.
    if (root === undefined && /^(?:\{|\[\s*\{)/.test(given) && start === 0) return undefined;
    if (root !== undefined) starts.lastIndex = Math.max(root.end, start + 1);
  }
  return undefined;
}
