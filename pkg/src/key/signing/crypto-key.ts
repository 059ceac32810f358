/**
 * A `CryptoKey` that somebody else imported or generated, held to the floors of its algorithm.
 *
 * @internal
 */
import { bytesOf, kindOf, member } from '../../checks/arguments.js';
import { isList, record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { JoseError } from '../../errors.js';
import type { Algorithm } from '../../contract.js';
import { isSymmetric, keyParameters, secretFloor } from '../web-crypto.js';

/** In bits (RFC 7518 §3.3). */
const RSA_FLOOR = 2048;
/** With `allowWeakKey`, as the core has it. */
const WEAK_RSA_FLOOR = 1024;
const WEAK_SECRET_FLOOR = 8;
const RSA_CEILING = 8192;
const LARGEST_EXPONENT = 2 ** 32;

/** What Web Crypto says of any key; which of it is there depends on the kind. */
interface Description {
  readonly name: string;
  readonly hash?: { readonly name: string };
  readonly namedCurve?: string;
  readonly length?: number;
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array;
}

/**
 * Of any realm.
 *
 * @internal
 */
export function isCryptoKey(value: unknown): value is CryptoKey {
  return kindOf(value) === 'CryptoKey';
}

/**
 * @throws JoseError `ERR_JOSE_KEY_MISMATCH` when the key is not one that signs with `alg`,
 * `ERR_JOSE_KEY_TOO_WEAK` and `ERR_JOSE_LIMIT_EXCEEDED` when its size is not one that `verify` takes.
 * @internal
 */
export function checkCryptoKey(key: CryptoKey, alg: Algorithm, allowWeakKey: boolean): void {
  const type = isSymmetric(alg) ? 'secret' : 'private';
  if (key.type !== type) throw mismatch(`${alg} signs with a CryptoKey of type ${type}`);
  if (!isList(key.usages) || !key.usages.includes('sign'))
    throw mismatch('the usages of the CryptoKey lack sign');
  const { name, hash, namedCurve } = keyParameters(alg);
  const found = record<Description>(Object(key.algorithm));
  if (
    found.name !== name ||
    member(found.hash, 'name') !== hash ||
    found.namedCurve !== namedCurve
  ) {
    const wanted = [name, hash, namedCurve].filter((part) => part !== undefined).join(', ');
    throw mismatch(`${alg} needs a CryptoKey for ${wanted}`);
  }
  if (isSymmetric(alg)) checkSecret(found, alg, allowWeakKey);
  if (found.modulusLength !== undefined) checkRsa(found, allowWeakKey ? WEAK_RSA_FLOOR : RSA_FLOOR);
}

function checkSecret(
  { length = 0 }: Own<Description>,
  alg: Algorithm,
  allowWeakKey: boolean,
): void {
  const floor = allowWeakKey ? WEAK_SECRET_FLOOR : secretFloor(alg);
  if (sizeOf(length) < floor) throw tooWeak(`a secret for ${alg} must have at least ${floor} bits`);
}

function checkRsa({ modulusLength, publicExponent }: Own<Description>, floor: number): void {
  const bits = sizeOf(modulusLength);
  if (bits < floor) throw tooWeak(`an RSA key must have at least ${floor} bits`);
  if (bits > RSA_CEILING) {
    const message = `an RSA key must have at most ${RSA_CEILING} bits`;
    throw new JoseError('ERR_JOSE_LIMIT_EXCEEDED', message);
  }
  const bytes = bytesOf(publicExponent) ?? new Uint8Array();
  const exponent = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  if (exponent < 3 || exponent % 2 === 0 || exponent >= LARGEST_EXPONENT) {
    throw tooWeak('the exponent of an RSA key must be odd, at least 3 and below 2^32');
  }
}

const sizeOf = (bits: unknown) => (typeof bits === 'number' ? bits : 0);

function mismatch(message: string): JoseError {
  return new JoseError('ERR_JOSE_KEY_MISMATCH', message);
}

function tooWeak(message: string): JoseError {
  return new JoseError('ERR_JOSE_KEY_TOO_WEAK', message);
}
