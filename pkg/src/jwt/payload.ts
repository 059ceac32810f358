/** The claims of a token (RFC 7519 §4). */

/**
 * The claims set of a token. The registered claims have these types in every token that `verify`
 * lets through, whether or not an option asks about them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export interface JwtPayload {
  /** Issuer. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.1 */
  iss?: string;
  /** Subject. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2 */
  sub?: string;
  /** Audience. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3 */
  aud?: string | string[];
  /**
   * Expiration time, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
   */
  exp?: number;
  /**
   * Not before, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5
   */
  nbf?: number;
  /**
   * Issued at, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6
   */
  iat?: number;
  /** JWT ID. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7 */
  jti?: string;
  [claim: string]: unknown;
}
