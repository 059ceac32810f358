/** What every preset takes and returns. */
import { createRemoteJwkSet } from '../jwk-set/remote-jwk-set.js';
import type { RemoteJwkSet } from '../jwk-set/remote-jwk-set.js';
import type { RemoteJwkSetOptions } from '../jwk-set/remote/options.js';
import type { Algorithm } from '../contract.js';
import type { VerifierRuleOptions } from '../verifier/rule.js';

/** What every preset takes beside the options of its provider. */
export interface PresetOptions {
  /** Options of the key set that is fetched; see `createRemoteJwkSet`. */
  readonly keyOptions?: RemoteJwkSetOptions;
}

/**
 * Options of `createVerifier`, filled in for a provider: plain data, to be spread and added to. It
 * also fits among the `issuers` of a verifier.
 *
 * @example
 * ```ts
 * const verifier = createVerifier({ ...preset, requiredScopes: 'read' });
 * ```
 */
export interface ProviderPreset extends VerifierRuleOptions {
  readonly issuer: string | readonly string[];
  readonly algorithms: readonly Algorithm[];
}

/**
 * For tokens that are issued at the very second from which they count: a server whose clock is a little
 * behind would refuse those that have just been issued.
 *
 * @internal
 */
export const CLOCK_TOLERANCE = '5s';

/**
 * The keys of a provider. Some providers publish keys without `alg`, which are bound to the
 * preset's algorithms.
 *
 * @internal
 */
export function remoteKeys(
  url: string,
  algorithms: readonly Algorithm[],
  keyOptions: RemoteJwkSetOptions | undefined,
): RemoteJwkSet {
  return createRemoteJwkSet(url, { algorithms, ...keyOptions });
}
