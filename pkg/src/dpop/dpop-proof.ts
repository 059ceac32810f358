/**
 * `createDpopProof`: that whoever sends a request has a key (RFC 9449 §4.2).
 *
 * Refuses shared secrets, and what is no method or URL of an HTTP request.
 */
import { PLAIN } from '../checks/arguments.js';
import { base64urlOf } from '../checks/base64url.js';
import { name, pattern } from '../checks/checks.js';
import { readRequired } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { misuse } from '../errors.js';
import { exportJwk } from '../key/export-key.js';
import { parsedUrl } from '../jwk-set/remote/source.js';
import { sign } from '../jwt/sign.js';
import { checkedSigningKey } from '../jwt/sign/token.js';
import type { SigningKey } from '../key/signing-key.js';
import type { Jwk } from '../key/jwk.js';
import { utf8Encoder } from '../checks/utf8.js';
import { isSymmetric, withSubtle } from '../key/web-crypto.js';

/** Options of `createDpopProof`. An option that is not known by name is an error. */
export interface DpopProofOptions {
  /** The method of the request, in upper case, such as `GET`. */
  readonly method: string;
  /** The absolute URL of the request. Its query and its fragment do not become part of the proof. */
  readonly url: string;
  /**
   * The access token that the request carries, whose hash becomes `ath`. Left out where there is none
   * yet: in a request for one.
   */
  readonly accessToken?: string;
  /**
   * What the server last sent in `DPoP-Nonce`. Defaults to none.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9449#section-8
   */
  readonly nonce?: string;
}

/** The members that make a public key: whatever else is known of it, the proof does not need. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e'];
/** Every method that is registered, and room for others. */
const METHOD = /^[A-Z][A-Z0-9_-]{0,31}$/;
/** RFC 6750 §2.1. */
const ACCESS_TOKEN = /^[\w.~+/-]+=*$/;

/**
 * Makes a DPoP proof: a token for one request, signed by the key to which access tokens are bound, with
 * the public key in its header. `jti` is random and `iat` is now. Make a new one for each request, and
 * once more when the server answers with a nonce.
 *
 * @param signingKey - The client's private key. `generateKeyPair` makes one that no script can read.
 * @param options - See {@link DpopProofOptions}.
 * @returns The value of the request's header `DPoP`.
 * @throws JoseError, as a rejection:
 * - `ERR_CRYPTO_UNAVAILABLE`, `ERR_CRYPTO_OPERATION` when there is no Web Crypto, or it fails.
 * - `ERR_API_MISUSE` when an argument or an option is wrong, or the key is a shared secret, or one whose
 *   public part is not known.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.2
 *
 * @example
 * ```ts
 * const { signingKey } = await generateKeyPair('ES256');
 * const proof = await createDpopProof(signingKey, { method: 'GET', url, accessToken });
 * const headers = { authorization: `DPoP ${accessToken}`, dpop: proof };
 * const response = await fetch(url, { headers });
 * ```
 */
export async function createDpopProof(
  signingKey: SigningKey,
  options: DpopProofOptions,
): Promise<string> {
  const table = {
    method: pattern(METHOD, 'an HTTP method in upper case'),
    url: target,
    accessToken: pattern(ACCESS_TOKEN, 'an access token as it is sent'),
    nonce: pattern(PLAIN, 'the value of one DPoP-Nonce header'),
  };
  const { method, url, accessToken, nonce } = readRequired(options, table, ['method', 'url']);
  const key = checkedKeyPair(signingKey);
  const claims = {
    htm: method,
    htu: url,
    ...(accessToken !== undefined && { ath: await hashOf(accessToken, key) }),
    ...(nonce !== undefined && { nonce }),
  };
  return sign(claims, key, {
    typ: 'dpop+jwt',
    header: { jwk: publicJwkOf(key) },
    jwtId: true,
  });
}

function checkedKeyPair(key: unknown): SigningKey {
  const signingKey = checkedSigningKey(key);
  if (!isSymmetric(signingKey.algorithm)) return signingKey;
  throw misuse('a proof needs a key pair: a shared secret has no public part to show');
}

function publicJwkOf(key: SigningKey): Jwk {
  const jwk = exportJwk(key.verifyingKey());
  const members = Object.entries(jwk).filter(([name]) => PUBLIC_MEMBERS.includes(name));
  return Object.fromEntries(members);
}

/** `htu`: the URL as it is sent, without query and fragment. */
const target: Check<string> = (value, what) => {
  const url = parsedUrl(name(value, what));
  const isOfHttp = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isOfHttp || url.username !== '' || url.password !== '') {
    throw misuse(`${what} must be an absolute URL of http or https, without user name`);
  }
  return `${url.origin}${url.pathname}`;
};

/** `ath`: SHA-256 of the access token, in base64url. */
async function hashOf(accessToken: string, { algorithm }: SigningKey): Promise<string> {
  const bytes = utf8Encoder().encode(accessToken);
  const hash = await withSubtle(algorithm, (subtle) => subtle.digest('SHA-256', bytes));
  return base64urlOf(new Uint8Array(hash));
}
