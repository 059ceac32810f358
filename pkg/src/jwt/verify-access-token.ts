/** `verifyAccessToken`: what a client presents to an API, by the rules of RFC 9068. */
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { withProfile } from './profile.js';
import type { VerifyOptions } from './options.js';
import type { JwtPayload } from './payload.js';
import type { VerifiedJwt } from './verified-jwt.js';
import { verify } from './verify.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** Options of `verifyAccessToken`: those of `verify`, where issuer and audience are not optional. */
export interface VerifyAccessTokenOptions extends Omit<
  VerifyOptions,
  'profile' | 'typ' | 'authorizedParty' | 'trustedAudiences' | 'accessToken' | 'code'
> {
  /** `iss` must be this, or one of these. */
  readonly issuer: string | readonly string[];
  /** This API: `aud` must name it, or one of its names. */
  readonly audience: string | readonly string[];
}

/**
 * Verifies an access token of RFC 9068 (§4): beside what `verify` checks, `typ` is `at+jwt`, and `iss`,
 * `exp`, `aud`, `sub`, `client_id`, `iat` and `jti` are there. No ID token passes for one.
 *
 * Issuers that make access tokens of another form are many; for them there is `verify`, or a preset.
 *
 * @typeParam P - What the caller knows about the payload. It is taken on trust, not checked.
 * @param token - The access token, in compact serialization.
 * @param key - The issuer's key, or its key set.
 * @param options - See {@link VerifyAccessTokenOptions}.
 * @throws JoseError, JwtClaimError - as `verify` does; `ERR_API_MISUSE` without issuer or audience.
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 *
 * @example
 * ```ts
 * const { payload } = verifyAccessToken(token, keys, {
 *   issuer: 'https://issuer.example',
 *   audience: 'https://api.example',
 *   requiredScopes: ['read'],
 * });
 * ```
 */
export function verifyAccessToken<P = JwtPayload>(
  token: string | Uint8Array,
  key: VerifyingKey | JwkSet,
  options: VerifyAccessTokenOptions,
): VerifiedJwt<P> {
  return verify<P>(token, key, withProfile(options, 'access_token'));
}
