/** The headers of tokens (RFC 7515 §4). */
import type { Jwk } from '../key/jwk.js';

/**
 * The JOSE header of a token.
 *
 * `jku`, `jwk`, `x5u` and `x5c` are shown for what they are: the sender's word. Nothing here
 * follows or trusts them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1
 */
export interface JwsHeader {
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1 */
  alg: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.2 */
  jku?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3 */
  jwk?: Jwk;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4 */
  kid?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.5 */
  x5u?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.6 */
  x5c?: string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.7 */
  x5t?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.8 */
  'x5t#S256'?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9 */
  typ?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.10 */
  cty?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11 */
  crit?: string[];
  [parameter: string]: unknown;
}

/**
 * The header of a token that `decodeProtectedHeader` was given, signed or encrypted. Only `alg` is checked:
 * the other parameters are what the token says, of any type.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7516#section-4.1
 */
export interface ProtectedHeader {
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1 */
  alg: string;
  /** Of an encrypted token (JWE). @see https://www.rfc-editor.org/rfc/rfc7516#section-4.1.2 */
  enc?: unknown;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4 */
  kid?: unknown;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9 */
  typ?: unknown;
  [parameter: string]: unknown;
}
