/**
 * Who verifies signatures where the core is too slow for it: nobody else, unless an entry has said who.
 *
 * @internal
 */
import type { JwkSet } from '../jwk-set/jwk-set.js';
import type { Policy, Verified } from '../core/policy.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** Verifies a token; the core does all of it but the signature. */
export type HostSignatures = (
  policy: Policy,
  token: string,
  keyOrSet: VerifyingKey | JwkSet,
  nowSeconds: number,
) => Promise<Verified>;

let host: HostSignatures | undefined;

/** Says who verifies signatures for whoever can wait. */
export function useHostSignatures(signatures: HostSignatures): void {
  host = signatures;
}

export const hostSignatures = (): HostSignatures | undefined => host;
