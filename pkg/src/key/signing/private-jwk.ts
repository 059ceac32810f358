/**
 * The private members of a JWK (RFC 7518 §6.2.2 and §6.3.2, RFC 8037 §2), whose public ones the core
 * looks after.
 *
 * Refused are public keys, and RSA keys without their primes or with more than two: Web Crypto imports
 * none of them.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { JoseError } from '../../errors.js';
import type { Algorithm } from '../../contract.js';
import { bytesOfBase64url } from './secret-bytes.js';

type Members = Own<Readonly<Record<string, unknown>>>;

const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e'];
const RSA_PRIMES = ['p', 'q', 'dp', 'dq', 'qi'];
/** Whole bytes: no text is one character longer than groups of four. */
const BASE64URL = /^(?:[\w-]{4})*[\w-]{2,4}$/;

/** @internal */
export function isBase64url(value: unknown): value is string {
  return typeof value === 'string' && BASE64URL.test(value);
}

/**
 * The JWK as `importKey` takes it: that asks `key_ops` for `verify`, and a private key says `sign`.
 *
 * @throws JoseError `ERR_JOSE_KEY_MISMATCH` when `key_ops` does not say `sign`.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4.3
 * @internal
 */
export function withoutKeyOps({ key_ops: operations, ...jwk }: Members): object {
  if (operations === undefined || (Array.isArray(operations) && operations.includes('sign'))) {
    return jwk;
  }
  throw new JoseError('ERR_JOSE_KEY_MISMATCH', 'the JWK\'s "key_ops" do not include "sign"');
}

/**
 * The members that make the key, and what Web Crypto would hold against the import if the JWK said something else of
 * it. It is said in full, because some hosts copy the members to an object that inherits.
 *
 * @throws JoseError
 * - `ERR_JOSE_KEY_MISMATCH` when it is a public key.
 * - `ERR_JWK_INVALID` when a private member is not base64url.
 * - `ERR_JOSE_NOT_SUPPORTED` when it is an RSA key without its primes, or with more than two.
 * @internal
 */
export function privateMembers(jwk: Members, alg: Algorithm): Own<JsonWebKey> {
  if (jwk['d'] === undefined) {
    throw new JoseError('ERR_JOSE_KEY_MISMATCH', 'this JWK is a public key: signing needs "d"');
  }
  const isRsa = jwk['kty'] === 'RSA';
  if (isRsa && (jwk['oth'] !== undefined || RSA_PRIMES.some((name) => jwk[name] === undefined))) {
    throw new JoseError(
      'ERR_JOSE_NOT_SUPPORTED',
      'a private RSA key must have "p", "q", "dp", "dq" and "qi", and no "oth"',
    );
  }
  const secret = isRsa ? ['d', ...RSA_PRIMES] : ['d'];
  for (const name of secret) {
    if (!isBase64url(jwk[name])) {
      throw new JoseError('ERR_JWK_INVALID', `the JWK's "${name}" must be base64url text`);
    }
  }
  if (isRsa) checkRsaExponent(jwk as Own<Record<string, string>>);
  const names = [...PUBLIC_MEMBERS, ...secret].filter((name) => jwk[name] !== undefined);
  return record({
    ...Object.fromEntries(names.map((name) => [name, jwk[name]])),
    ...{ alg, use: 'sig', key_ops: ['sign'], ext: true },
  });
}

/**
 * RFC 8017 §3.2: `d` inverts `e`. No signature shows it, because those are made with the primes.
 */
function checkRsaExponent(jwk: Own<Record<string, string>>): void {
  const [e, d, p, q] = ['e', 'd', 'p', 'q'].map((name) => integer(jwk[name]!));
  const fits = [p! - 1n, q! - 1n].every((order) => order > 0n && (e! * d!) % order === 1n);
  if (fits) return;
  throw new JoseError(
    'ERR_JOSE_KEY_MISMATCH',
    'the JWK\'s "d" does not belong to its primes and its public part',
  );
}

function integer(base64url: string): bigint {
  const hex = Array.from(bytesOfBase64url(base64url), (byte) => byte.toString(16).padStart(2, '0'));
  return BigInt(`0x${hex.join('')}`);
}
