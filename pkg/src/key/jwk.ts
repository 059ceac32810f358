/** Keys as JSON (RFC 7517). */

/**
 * A JSON Web Key. What Web Crypto's `exportKey('jwk', …)` and `jose`'s `exportJWK` return fits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 */
export interface Jwk {
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.1 */
  readonly kty?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.2 */
  readonly use?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.3 */
  readonly key_ops?: readonly string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.4 */
  readonly alg?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.5 */
  readonly kid?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.6 */
  readonly x5u?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.7 */
  readonly x5c?: readonly string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.8 */
  readonly x5t?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.9 */
  readonly 'x5t#S256'?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.1 */
  readonly crv?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.2 */
  readonly x?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.3 */
  readonly y?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.1.1 */
  readonly n?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.1.2 */
  readonly e?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.4.1 */
  readonly k?: string;
}

/**
 * A JSON Web Key with its private members, or a shared secret.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-9.2
 */
export interface PrivateJwk extends Jwk {
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.2.1 */
  readonly d?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.2 */
  readonly p?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.3 */
  readonly q?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.4 */
  readonly dp?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.5 */
  readonly dq?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.6 */
  readonly qi?: string;
}
