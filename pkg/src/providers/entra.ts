/** Microsoft Entra ID: tokens of one tenant, or of several. */
import { listOf } from '../checks/checks.js';
import { guid, names, oneOf, readArguments } from './arguments.js';
import { CLOCK_TOLERANCE, remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link entra}. */
export interface EntraOptions extends PresetOptions {
  /** The tenant's ID, a GUID: tokens name the tenant by nothing else. */
  readonly tenant: string;
  /** The application's client ID, or with version 1.0 its Application ID URI; or several. */
  readonly audience: string | readonly string[];
  /** The version of the tokens, which the API's registration chooses. Defaults to `'2.0'`. */
  readonly version?: '1.0' | '2.0';
}

/** Arguments of {@link entraMultiTenant}. */
export interface EntraMultiTenantOptions extends PresetOptions {
  /** The IDs of the tenants whose tokens are accepted, GUIDs. */
  readonly tenants: readonly string[];
  /** The application's client ID, or several. */
  readonly audience: string | readonly string[];
}

const AUTHORITY = 'https://login.microsoftonline.com';

/**
 * Tokens of one tenant of Microsoft Entra ID, in the global cloud: RS256, issuer and keys by version.
 *
 * An ID token may have the same audience as an access token for the same registration. Only an
 * access token grants scopes (`scp`) or roles, so that one should be asked for.
 *
 * An application with signing keys of its own (claims mapping) has them at another URL: replace
 * `keys`.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-tokens
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   ...entra({
 *     tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490',
 *     audience: '535fb089-9ff3-47b6-9bfb-4f1264799865',
 *   }),
 *   requiredScopes: 'access_as_user',
 * });
 * ```
 */
export function entra(options: EntraOptions): ProviderPreset {
  const table = { tenant: guid, audience: names, version: oneOf('1.0', '2.0') };
  const required = ['tenant', 'audience'] as const;
  const { tenant, audience, version, keyOptions } = readArguments(options, table, required);
  const [issuer, keysPath] =
    version === '1.0'
      ? [`https://sts.windows.net/${tenant}/`, 'discovery/keys']
      : [`${AUTHORITY}/${tenant}/v2.0`, 'discovery/v2.0/keys'];
  return {
    keys: remoteKeys(`${AUTHORITY}/${tenant}/${keysPath}`, ['RS256'], keyOptions),
    issuer,
    audience,
    algorithms: ['RS256'],
    clockTolerance: CLOCK_TOLERANCE,
  };
}

/**
 * Tokens of version 2.0 of several tenants of Microsoft Entra ID. A token's `iss` must be that of its
 * `tid`, which must be one of the tenants; a key that is published for one tenant vouches for no other.
 *
 * What a token says of its subject means something within its tenant alone: know users by `tid` and
 * `oid` or `sub` together.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#multi-tenant-applications
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   ...entraMultiTenant({
 *     tenants: ['8eaef023-2b34-4da1-9baa-8bc8c9d6a490', '82229342-1101-4ab6-817b-70c0747630f3'],
 *     audience: '535fb089-9ff3-47b6-9bfb-4f1264799865',
 *   }),
 *   requiredScopes: 'access_as_user',
 * });
 * ```
 */
export function entraMultiTenant(options: EntraMultiTenantOptions): ProviderPreset {
  const table = { tenants: listOf(guid), audience: names };
  const required = ['tenants', 'audience'] as const;
  const { tenants, audience, keyOptions } = readArguments(options, table, required);
  return {
    keys: remoteKeys(`${AUTHORITY}/common/discovery/v2.0/keys`, ['RS256'], keyOptions),
    issuer: `${AUTHORITY}/{tenantid}/v2.0`,
    tenants,
    audience,
    algorithms: ['RS256'],
    clockTolerance: CLOCK_TOLERANCE,
  };
}
