/** Okta: access tokens of a custom authorization server. */
import { pattern } from '../checks/checks.js';
import { host, names, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link okta}. */
export interface OktaOptions extends PresetOptions {
  /** The organization's domain or its custom domain: `example.okta.com`. */
  readonly domain: string;
  /** The ID of the custom authorization server. Defaults to `'default'`. */
  readonly authorizationServer?: string;
  /** The audience of the authorization server, or several: `api://default`. */
  readonly audience: string | readonly string[];
  /** The client (`cid`) that the token was issued to, or several. Defaults to any. */
  readonly clientId?: string | readonly string[];
}

const AUTHORIZATION_SERVER = /^[0-9A-Za-z_-]{1,64}$/;

/**
 * Access tokens of a custom authorization server of Okta: RS256. An ID token is refused for its
 * audience, which is a client.
 *
 * Access tokens of the organization's own authorization server are for Okta alone, which may change
 * them at any time, so there is no preset for them.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://developer.okta.com/docs/guides/validate-access-tokens/
 * @see https://developer.okta.com/docs/concepts/auth-servers/
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   ...okta({ domain: 'example.okta.com', audience: 'api://default' }),
 *   requiredScopes: 'messages.read',
 * });
 * ```
 */
export function okta(options: OktaOptions): ProviderPreset {
  const table = {
    domain: host,
    authorizationServer: pattern(AUTHORIZATION_SERVER, 'the ID of an authorization server'),
    audience: names,
    clientId: names,
  };
  const given = readArguments(options, table, ['domain', 'audience']);
  const { domain, authorizationServer = 'default', audience, clientId, keyOptions } = given;
  const issuer = `https://${domain}/oauth2/${authorizationServer}`;
  return {
    keys: remoteKeys(`${issuer}/v1/keys`, ['RS256'], keyOptions),
    issuer,
    audience,
    algorithms: ['RS256'],
    ...(clientId !== undefined && { claims: { cid: clientId } }),
  };
}
