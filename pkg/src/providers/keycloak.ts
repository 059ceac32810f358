/** Keycloak: access tokens of a realm. */
import { pattern } from '../checks/checks.js';
import { baseUrl, names, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link keycloak}. */
export interface KeycloakOptions extends PresetOptions {
  /** Where Keycloak is, as its users reach it: `https://sso.example`, with the path if it has one. */
  readonly url: string;
  /** The name of the realm. */
  readonly realm: string;
  /** The audience that a mapper of the realm puts into the tokens for this service, or several. */
  readonly audience: string | readonly string[];
}

/** What needs no escape in a URL, and is no step in a path. */
const REALM = /^(?!\.{1,2}$)[0-9A-Za-z._~-]{1,255}$/;

/**
 * Access tokens of a realm of Keycloak: RS256, which realms sign with unless they are told otherwise,
 * and `typ` in the payload is `Bearer`. ID tokens, refresh tokens and logout tokens have other types
 * there; so have access tokens that are bound to a key (DPoP), which are worth nothing without a proof.
 *
 * For a realm that signs with another algorithm, replace `algorithms`. Roles are at
 * `realm_access.roles` and `resource_access.<client>.roles`.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://www.keycloak.org/securing-apps/oidc-layers
 * @see https://www.keycloak.org/docs/latest/server_admin/index.html#_audience
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   ...keycloak({ url: 'https://sso.example', realm: 'staff', audience: 'api' }),
 *   requiredRoles: { path: 'realm_access.roles', any: ['user', 'admin'] },
 * });
 * ```
 */
export function keycloak(options: KeycloakOptions): ProviderPreset {
  const table = {
    url: baseUrl,
    realm: pattern(REALM, 'the name of a realm that needs no escape'),
    audience: names,
  };
  const required = ['url', 'realm', 'audience'] as const;
  const { url, realm, audience, keyOptions } = readArguments(options, table, required);
  const issuer = `${url}/realms/${realm}`;
  return {
    keys: remoteKeys(`${issuer}/protocol/openid-connect/certs`, ['RS256'], keyOptions),
    issuer,
    audience,
    algorithms: ['RS256'],
    claims: { typ: 'Bearer' },
  };
}
