/** `verifyLogoutToken`: the message by which an issuer ends a session. */
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { withProfile } from './profile.js';
import type { VerifyOptions } from './options.js';
import type { JwtPayload } from './payload.js';
import type { VerifiedJwt } from './verified-jwt.js';
import { verify } from './verify.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** Options of `verifyLogoutToken`: those of `verify`, with the client in place of the audience. */
export interface VerifyLogoutTokenOptions extends Omit<
  VerifyOptions,
  | 'profile'
  | 'audience'
  | 'typ'
  | 'nonce'
  | 'authorizedParty'
  | 'trustedAudiences'
  | 'accessToken'
  | 'code'
> {
  /** `iss` must be this, or one of these. */
  readonly issuer: string | readonly string[];
  /** The client that the token is for, or its several names: one of them must be in `aud`. */
  readonly clientId: string | readonly string[];
}

/**
 * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6): beside what `verify` checks,
 * that it announces a logout, names a session (`sid`) or a subject (`sub`), and has no `nonce`. `iss`,
 * `aud`, `iat`, `exp`, `jti` and `events` are required.
 *
 * A token that is sent twice logs out twice, which does no harm; to refuse it, take its `jti` from a
 * replay store.
 *
 * @typeParam P - What the caller knows about the payload. It is taken on trust, not checked.
 * @param token - The logout token, in compact serialization.
 * @param key - The issuer's key, or its key set.
 * @param options - See {@link VerifyLogoutTokenOptions}.
 * @throws JoseError, JwtClaimError - as `verify` does; `ERR_API_MISUSE` without issuer or client.
 * @see https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 *
 * @example
 * ```ts
 * const { payload } = verifyLogoutToken(logoutToken, keys, {
 *   issuer: 'https://issuer.example',
 *   clientId: 's6BhdRkqt3',
 * });
 * endSession(payload.sid ?? payload.sub);
 * ```
 */
export function verifyLogoutToken<P = JwtPayload>(
  token: string | Uint8Array,
  key: VerifyingKey | JwkSet,
  options: VerifyLogoutTokenOptions,
): VerifiedJwt<P> {
  return verify<P>(token, key, withProfile(options, 'logout_token'));
}
