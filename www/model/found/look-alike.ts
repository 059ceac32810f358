/** Recognises texts that contain no token, by forms that are certain. */
import { bytesFromBase64url, textFromBase64url } from '../base64url.js';
import { isJsonObject } from '../json-text.js';
import { opaqueIssuer } from './opaque.js';

export type LookAlikeKind =
  | 'opaque'
  | 'paseto'
  | 'saml'
  | 'uuid'
  | 'jwk'
  | 'jwk-set'
  | 'pem'
  | 'ssh-key'
  | 'claims'
  | 'header'
  | 'part'
  | 'shortened'
  | 'placeholder'
  | 'url'
  | 'basic'
  | 'fernet'
  | 'macaroon'
  | 'branca'
  | 'hex-secret';

export interface LookAlike {
  readonly kind: LookAlikeKind;
  /** Depends on the kind: the issuer, the version, the label. */
  readonly name?: string;
  /** The part of the page where it belongs. */
  readonly moveTo?: 'key' | 'payload' | 'keys-url';
  /** The text to put there. */
  readonly text?: string;
}

/** Longer texts are cut before they are looked at. */
const LONGEST = 100_000;

/** Returns undefined if the form is not known. */
export function looksLike(text: string): LookAlike | undefined {
  const given = text.slice(0, LONGEST).trim();
  if (given === '') return undefined;
  const bare = bareValue(given);
  return (
    likeKey(given, bare) ??
    likeJson(bare) ??
    likeSaml(given) ??
    (/\s/.test(bare) ? undefined : likeWord(bare)) ??
    likePlaceholder(bare)
  );
}

/** Removes the name of a header or variable, the scheme, and quotation marks. */
function bareValue(text: string): string {
  const value = text
    .replace(/^(?:proxy-)?authorization\s{0,9}:\s{0,9}/i, '')
    .replace(/^(?:export\s{1,9})?\w{1,80}=(?!=|$)/, '')
    .replace(/^["'`]/, '')
    .replace(/["'`][,;]?$/, '');
  const bare = value.replace(/^(?:bearer|token|dpop)\s+/i, '').trim();
  return bare === '' ? value : bare;
}

function likeKey(given: string, bare: string): LookAlike | undefined {
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(given)?.[1];
  if (label !== undefined) {
    const kind = /OPENSSH|SSH2/.test(label) ? 'ssh-key' : 'pem';
    return { kind, name: label, moveTo: 'key', text: given };
  }
  if (/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp\d{3}) AAAA/.test(bare)) {
    return { kind: 'ssh-key', moveTo: 'key', text: bare };
  }
  return undefined;
}

function likeJson(text: string): LookAlike | undefined {
  if (!text.startsWith('{') || !isJsonObject(text)) return undefined;
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const has = (name: string) => Object.hasOwn(value, name);
  if (has('keys') && Array.isArray(value['keys'])) return { kind: 'jwk-set', moveTo: 'key', text };
  if (has('kty')) return { kind: 'jwk', moveTo: 'key', text };
  if (has('alg') && !CLAIMS.some(has)) return { kind: 'header' };
  return { kind: 'claims', moveTo: 'payload', text };
}

const CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];

/** SAML 2.0 is XML. Forms carry it in base64, URLs deflated and in base64. */
function likeSaml(text: string): LookAlike | undefined {
  const start = text.slice(0, 4000);
  const isXml = /^<(?:\?xml|\w{1,20}:(?:Response|Assertion|AuthnRequest|LogoutRe))/.test(start);
  if (isXml && /urn:oasis:names:tc:SAML:/.test(start)) return { kind: 'saml' };
  if (/(?:^|[?&\s"'])SAML(?:Request|Response)=/.test(start)) return { kind: 'saml' };
  const decoded = /^PD94|^PHNhbW|^PFJlc3|^PEFzc/.test(start) ? textFromBase64url(text) : undefined;
  return decoded?.includes('urn:oasis:names:tc:SAML:') === true ? { kind: 'saml' } : undefined;
}

function likeWord(word: string): LookAlike | undefined {
  const paseto = /^(v[1-4])\.(local|public)\.[\w-]+/.exec(word);
  if (paseto !== null) return { kind: 'paseto', name: `${paseto[1]}.${paseto[2]}` };
  const issuer = opaqueIssuer(word);
  if (issuer !== undefined) return { kind: 'opaque', name: issuer };
  if (/^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i.test(word)) return { kind: 'uuid' };
  if (/^https?:\/\/[^\s/]/i.test(word)) return likeUrl(word);
  if (/^e[yw][\w-]*(?:\.{3}|…)/.test(word)) return { kind: 'shortened' };
  if (/^[\da-f]{32,1024}$/i.test(word) && word.length % 2 === 0) {
    return { kind: 'hex-secret', moveTo: 'key', text: word };
  }
  return likePart(word) ?? likeBytes(word);
}

function likeUrl(url: string): LookAlike {
  const isOfKeys = /\/(?:\.well-known\/|jwks|certs\b|(?:discovery\/)?(?:v\d\/)?keys\b)|jwks\.json/i;
  return isOfKeys.test(url) ? { kind: 'url', moveTo: 'keys-url', text: url } : { kind: 'url' };
}

/** A single segment of a token. */
function likePart(word: string): LookAlike | undefined {
  if (!/^e[yw3][\w+/=-]+$/.test(word)) return undefined;
  const text = textFromBase64url(word);
  if (text === undefined || !isJsonObject(text)) return undefined;
  const json = likeJson(text);
  if (json?.kind === 'jwk' || json?.kind === 'jwk-set') return json;
  return json?.kind === 'header'
    ? { kind: 'part', name: 'header' }
    : { kind: 'part', name: 'payload', moveTo: 'payload', text };
}

/** Formats that are recognised by their bytes. */
function likeBytes(word: string): LookAlike | undefined {
  if (/^[A-Za-z0-9]{61,400}$/.test(word) && isBranca(word)) return { kind: 'branca' };
  if (!/^[\w+/-]{24,}={0,2}$/.test(word)) return undefined;
  const bytes = bytesFromBase64url(word);
  if (bytes === undefined) return undefined;
  if (isFernet(bytes)) return { kind: 'fernet' };
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  // Version 1 is packets of text; version 2 begins with its number and the location's field.
  const isMacaroon =
    /^[\da-f]{4}(?:location|identifier) /.test(start) || /^\x02\x01[^][ -~]{4}/.test(start);
  if (isMacaroon) return { kind: 'macaroon' };
  const credentials = /^[\x20-\x7e]{1,48}:[\x20-\x7e]*$/.test(start) && bytes.length <= 64;
  return credentials ? { kind: 'basic', text: start } : undefined;
}

/** https://github.com/fernet/spec: a version, a time, an IV, blocks of 16 bytes, an HMAC. */
const isFernet = (bytes: Uint8Array) =>
  bytes[0] === 0x80 &&
  bytes[1] === 0 &&
  bytes[2] === 0 &&
  bytes.length >= 73 &&
  (bytes.length - 57) % 16 === 0;

/** https://branca.io: base62 of a version, the seconds since the epoch, a nonce, and what is encrypted. */
function isBranca(word: string): boolean {
  let number = 0n;
  for (const character of word) number = number * 62n + BigInt(BASE62.indexOf(character));
  const hexadecimal = number.toString(16);
  const seconds = Number.parseInt(hexadecimal.slice(2, 10), 16);
  // From 2015 to 2040.
  return hexadecimal.startsWith('ba') && seconds > 1_420_000_000 && seconds < 2_210_000_000;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Text that a program or a person should have replaced with a token. */
function likePlaceholder(text: string): LookAlike | undefined {
  const isOne =
    /^(?:undefined|null|none|nil|\[object \w+\]|\*{3,}|x{3,}|<redacted>|\[redacted\])$/i.test(
      text,
    ) ||
    /^(?:\$\{?\w{1,60}\}?|\{\{[^{}]{1,60}\}\}|%\w{1,60}%|<[\w -]{1,60}>|your[-_ ][\w -]{1,40})$/i.test(
      text,
    );
  return isOne ? { kind: 'placeholder', name: text } : undefined;
}
