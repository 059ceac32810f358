/** What `importJwkSet` takes, and what it leaves out. */
import type { JoseErrorCode } from '../contract.js';
import type { Algorithm } from '../contract.js';
import type { Jwk } from '../key/jwk.js';

/**
 * A JWK Set, as an authorization server publishes it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export interface JwkSetInput {
  readonly keys: readonly Jwk[];
}

/** Keys or certificates in PEM by their `kid`, as Google publishes those of Firebase and of its accounts. */
export interface PemByKeyId {
  readonly [keyId: string]: string;
}

/** Options of `importJwkSet`. */
export interface ImportJwkSetOptions {
  /**
   * The algorithms that keys may have. A key without `alg` becomes one for each of these that fits its type;
   * one with another `alg` is left out. Defaults to any for keys with `alg`, and for those without to the
   * `algorithms` of the verification.
   */
  readonly algorithms?: readonly Algorithm[];
  /** Take keys below the floor of their algorithm. Defaults to false. */
  readonly allowWeakKey?: boolean;
}

/** A member of a JWK Set that was left out, and why. */
export interface SkippedJwk {
  /** Its place in the `keys` array, from 0. */
  readonly index: number;
  /** Its `kid`, where it has one. */
  readonly keyId?: string;
  readonly code: JoseErrorCode;
  readonly message: string;
}
