/** The names of algorithms. */

/**
 * The signature algorithms this package verifies.
 *
 * `EdDSA` and `Ed25519` are two names of one algorithm; a key is bound to one of them, and a token
 * must name exactly that one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc8037#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc9864#section-2.2
 */
export type Algorithm =
  | 'HS256'
  | 'HS384'
  | 'HS512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA'
  | 'Ed25519';
