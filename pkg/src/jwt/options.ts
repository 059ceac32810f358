/** Options of `verify`. */
import type { CompactVerifyOptions } from '../jws/options.js';

/** The values that a claim or a header parameter may have. */
export type ExpectedValue = string | number | boolean | readonly (string | number | boolean)[];

/**
 * All of some names, or any one of them. The `path` of roles is a claim's name, such as
 * `cognito:groups`; where there is no such claim, its full stops are steps: `realm_access.roles`.
 */
export type RequiredNames =
  { readonly all: string | readonly string[] } | { readonly any: string | readonly string[] };

/**
 * Options of `verify` and `inspect`. An option that is not known by name is an error: a misspelt
 * `audiance` must not silently check nothing. Strings compare exactly.
 */
export interface VerifyOptions extends CompactVerifyOptions {
  /** `iss` must be this, or one of these. Defaults to no check. */
  readonly issuer?: string | readonly string[];
  /**
   * The tenants whose tokens are accepted, where `issuer` has `{tenantid}` in place of the tenant, as
   * Microsoft Entra's has: `tid` must be one of them, and `iss` that tenant's issuer. A key that says
   * whose it is (`issuer` in the JWK) must be that issuer's too.
   *
   * @see https://learn.microsoft.com/en-us/entra/identity-platform/claims-validation
   */
  readonly tenants?: readonly string[];
  /**
   * `aud` must name this, or one of these. A token that has `aud` is refused unless this is given;
   * `null` says on purpose that it is not looked at.
   */
  readonly audience?: string | readonly string[] | null;
  /** `sub` must be this. Defaults to no check. */
  readonly subject?: string;
  /** `jti` must be this. Defaults to no check. */
  readonly jwtId?: string;
  /** `nonce` must be this. Defaults to no check. */
  readonly nonce?: string;
  /**
   * The header's `typ` must be this media type; case and a leading `application/` do not count.
   * Defaults to no check.
   */
  readonly typ?: string;
  /**
   * Allowance for clocks that differ: seconds, or text such as `'30s'`, `'2m'`. At most 1 hour: milliseconds in
   * place of seconds would switch `exp` off. Defaults to 0.
   */
  readonly clockTolerance?: number | string;
  /**
   * How long ago `iat` may be: seconds, or a text such as `'10m'`, `'1h'`, `'1d'`. At most 36,500 days. Makes `iat`
   * required. Defaults to no limit.
   */
  readonly maxTokenAge?: number | string;
  /**
   * Accept registered claims of other types than RFC 7519 §4.1 gives them, as some issuers write them:
   * `null` is as if the claim were not there, and a number in the place of a string (`iss`, `sub`, `aud`,
   * `jti`) is compared by its digits. Times stay numbers. The payload is what the token says, so that
   * `payload.sub` may be a number then. Defaults to false.
   */
  readonly acceptLooseTypes?: boolean;
  /** Claims that must be there. Defaults to `['exp']`; `[]` accepts tokens that never expire. */
  readonly requiredClaims?: readonly string[];
  /**
   * How far `exp` may lie after `iat`: seconds, or a text such as `'1h'`. At most 36,500 days. Makes both required.
   * Defaults to no limit.
   */
  readonly maxLifetime?: number | string;
  /**
   * The earliest `iat`, as a Date or in seconds since the epoch, up to the year 9999: whatever was issued before,
   * say before a breach, is refused. Makes `iat` required. Defaults to no limit.
   */
  readonly rejectBefore?: Date | number;
  /**
   * Scopes that `scope` or `scp` must grant, each of them a string with spaces between the scopes or
   * an array. A list means all of them. Defaults to none.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3
   */
  readonly requiredScopes?: string | readonly string[] | RequiredNames;
  /**
   * Roles that a claim must grant, a string or an array of strings. The claim is `roles`, or the one
   * at `path`. A list means all of them. Defaults to none.
   */
  readonly requiredRoles?:
    string | readonly string[] | (RequiredNames & { readonly path?: string });
  /**
   * How long ago `auth_time` may be, when the user was authenticated: seconds, or a text such as `'1h'`. At most
   * 36,500 days.
   * Makes `auth_time` required. Defaults to no limit.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9470
   */
  readonly maxAuthenticationAge?: number | string;
  /** `acr` must be this, or one of these: how the user was authenticated. Defaults to no check. */
  readonly acr?: string | readonly string[];
  /** Claims that must have exactly the value, or one of the values, given here. Defaults to none. */
  readonly claims?: Readonly<Record<string, ExpectedValue>>;
  /** Header parameters that must have exactly the value, or one of the values. Defaults to none. */
  readonly header?: Readonly<Record<string, ExpectedValue>>;
  /**
   * The kind of token: an access token of RFC 9068, an ID token, or a logout token, as
   * `verifyAccessToken`, `verifyIdToken` and `verifyLogoutToken` have it. Defaults to any.
   */
  readonly profile?: 'access_token' | 'id_token' | 'logout_token';
  /**
   * With `profile`: the client, or its several names. `aud` of an ID token or a logout token must name
   * one of them, and `client_id` of an access token, where this may be left out, must be one.
   */
  readonly clientId?: string | readonly string[];
  /**
   * With `profile: 'id_token'`: what `azp` may be when it is there. Defaults to `clientId`. Another one
   * is right where one client gets tokens for another, as a phone's app does for its server.
   */
  readonly authorizedParty?: string | readonly string[];
  /** With `profile: 'id_token'`: what `aud` may name beside the client. Defaults to nothing. */
  readonly trustedAudiences?: readonly string[];
  /**
   * With `profile: 'id_token'`: the access token that came with it. Makes `at_hash` required. Defaults
   * to no check.
   */
  readonly accessToken?: string;
  /**
   * With `profile: 'id_token'`: the authorization code that came with it. Makes `c_hash` required.
   * Defaults to no check.
   */
  readonly code?: string;
  /** The time to check against. Defaults to the system clock. */
  readonly currentDate?: Date;
}
