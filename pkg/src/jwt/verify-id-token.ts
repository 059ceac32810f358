/** `verifyIdToken`: the proof of a login, by the rules of OpenID Connect. */
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { withProfile } from './profile.js';
import type { VerifyOptions } from './options.js';
import type { JwtPayload } from './payload.js';
import type { VerifiedJwt } from './verified-jwt.js';
import { verify } from './verify.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** Options of `verifyIdToken`: those of `verify`, with the client in place of the audience. */
export interface VerifyIdTokenOptions extends Omit<VerifyOptions, 'profile' | 'audience' | 'typ'> {
  /** `iss` must be this, or one of these. */
  readonly issuer: string | readonly string[];
  /** The client that the token is for, or its several names: one of them must be in `aud`. */
  readonly clientId: string | readonly string[];
}

/**
 * Verifies an ID token (OpenID Connect Core 1.0 §3.1.3.7): beside what `verify` checks, that it is for
 * this client and for nobody else who is not trusted, that `azp` is right, that it is no logout token
 * or access token, and, where they are asked for, `nonce`, `maxAuthenticationAge`, `acr`, `accessToken`
 * and `code`. `iss`, `sub`, `aud`, `exp` and `iat` are required.
 *
 * @typeParam P - What the caller knows about the payload. It is taken on trust, not checked.
 * @param token - The ID token, in compact serialization.
 * @param key - The issuer's key, or its key set; for HS256 and its like, the client secret.
 * @param options - See {@link VerifyIdTokenOptions}.
 * @throws JoseError, JwtClaimError - as `verify` does; `ERR_API_MISUSE` without issuer or client.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 *
 * @example
 * ```ts
 * const { payload } = verifyIdToken(idToken, keys, {
 *   issuer: 'https://issuer.example',
 *   clientId: 's6BhdRkqt3',
 *   nonce: session.nonce,
 *   accessToken,
 * });
 * ```
 */
export function verifyIdToken<P = JwtPayload>(
  token: string | Uint8Array,
  key: VerifyingKey | JwkSet,
  options: VerifyIdTokenOptions,
): VerifiedJwt<P> {
  return verify<P>(token, key, withProfile(options, 'id_token'));
}
