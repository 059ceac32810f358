/** Options of `importKey`. */
import type { Algorithm } from '../contract.js';

/** Options of `importKey`. */
export interface ImportKeyOptions {
  /**
   * For a JWK without `alg` when no algorithm is passed: the algorithms the caller would accept.
   * One of them, and only one, must fit the key.
   */
  readonly algorithms?: readonly Algorithm[];
  /**
   * Take a key below the floor of its algorithm (a secret shorter than the hash, RSA below 2048
   * bits). For legacy peers. Defaults to false.
   */
  readonly allowWeakKey?: boolean;
  /** The key ID, where the material has none or another one. */
  readonly keyId?: string;
  /** How a shared secret given as text is to be read. Required for HS256, HS384, HS512 and text. */
  readonly encoding?: 'utf8' | 'base64' | 'base64url' | 'hex';
}
