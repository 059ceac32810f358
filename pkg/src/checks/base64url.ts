/**
 * Base64url without padding (RFC 7515 §2), for the few bytes that the core does not write itself.
 *
 * @internal
 */

/** @internal */
export function base64urlOf(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
