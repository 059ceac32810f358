/** Auth0: access tokens for an API. */
import { host, names, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link auth0}. */
export interface Auth0Options extends PresetOptions {
  /** The tenant's domain or its custom domain: `example.eu.auth0.com`. */
  readonly domain: string;
  /** The identifier of the API, or several. */
  readonly audience: string | readonly string[];
}

/**
 * Access tokens that Auth0 issued for an API, in either of its profiles: RS256, the issuer with a
 * slash at its end. An ID token is refused for its audience, which is a client.
 *
 * With the profile of RFC 9068, add `typ: 'at+jwt'`. What Auth0 calls permissions is checked by
 * `requiredRoles: { path: 'permissions', all: … }`.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://auth0.com/docs/secure/tokens/access-tokens/validate-access-tokens
 * @see https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 * @see https://auth0.com/docs/secure/tokens/json-web-tokens/json-web-key-sets
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   ...auth0({ domain: 'example.eu.auth0.com', audience: 'https://api.example/' }),
 *   requiredScopes: 'read:messages',
 * });
 * ```
 */
export function auth0(options: Auth0Options): ProviderPreset {
  const table = { domain: host, audience: names };
  const required = ['domain', 'audience'] as const;
  const { domain, audience, keyOptions } = readArguments(options, table, required);
  const origin = `https://${domain}`;
  return {
    keys: remoteKeys(`${origin}/.well-known/jwks.json`, ['RS256'], keyOptions),
    issuer: `${origin}/`,
    audience,
    algorithms: ['RS256'],
  };
}
