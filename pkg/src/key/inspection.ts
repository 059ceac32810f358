/** What `inspectKey` returns. */
import type { Algorithm, JoseErrorCode, KeyFormat, KeyKind } from '../contract.js';
import type { Hint } from '../jwt/inspection.js';

/** What `inspectKey` returns. */
export interface KeyInspection {
  /**
   * Whether `importKey` (or `importJwkSet`) would take the material: for the algorithm that was asked
   * about, or, without one, for any. A secret that is text counts as its UTF-8 bytes.
   */
  valid: boolean;
  /** How the material is written down. */
  format: KeyFormat;
  /** What it is; `secret` is everything that is not a key of another kind. */
  kind: KeyKind;
  /** Whether it holds a private key or a shared secret: what must not be passed on. */
  isSecret: boolean;
  /** The algorithms it fits, weak or not. */
  algorithms: Algorithm[];
  /** What may be behind the error, and what else is worth knowing. */
  hints: Hint[];
  /** Why it cannot be imported: what `importKey` would throw. */
  error?: { code: JoseErrorCode; message: string };
}
