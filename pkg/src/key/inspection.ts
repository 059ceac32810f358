/** What `inspectKey` returns. */
import type { JoseErrorCode } from '../errors.js';
import type { Hint } from '../jwt/inspection.js';
import type { Algorithm } from './algorithm.js';

/** What `inspectKey` returns. */
export interface KeyInspection {
  /**
   * Whether `importKey` (or `importJwkSet`) would take the material: for the algorithm that was asked
   * about, or, without one, for any. A secret that is text counts as its UTF-8 bytes.
   */
  valid: boolean;
  /** How the material is written down. */
  format: 'json' | 'pem' | 'der' | 'text' | 'bytes';
  /** What it is; `secret` is everything that is not a key of another kind. */
  kind:
    | 'jwk'
    | 'jwk-set'
    | 'spki'
    | 'pkcs1-public-key'
    | 'pkcs1-private-key'
    | 'pkcs8'
    | 'encrypted-pkcs8'
    | 'sec1'
    | 'certificate'
    | 'ssh'
    | 'raw-public-key'
    | 'secret'
    | 'unknown';
  /** Whether it holds a private key or a shared secret: what must not be passed on. */
  isSecret: boolean;
  /** The algorithms it fits, weak or not. */
  algorithms: Algorithm[];
  /** What may be behind the error, and what else is worth knowing. */
  hints: Hint[];
  /** Why it cannot be imported: what `importKey` would throw. */
  error?: { code: JoseErrorCode; message: string };
}
