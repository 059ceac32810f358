/**
 * Who verifies signatures where the core is too slow for it: nobody else, unless an entry has said who.
 *
 * @internal
 */
import type { JwkSet } from '../jwk-set.js';
import type { VerifyingKey } from '../verifying-key.js';
import type { PolicyHandle } from '../wasm.js';

/** A verified token as the core gives it; times are seconds since the epoch. */
export type CoreResult = [
  header: string,
  payload: string,
  keyIndex: number,
  from: number,
  until: number,
];

/** Verifies a token; the core does all of it but the signature. */
export type HostSignatures = (
  policy: PolicyHandle,
  token: string,
  keyOrSet: VerifyingKey | JwkSet,
  nowSeconds: number,
) => Promise<CoreResult>;

let host: HostSignatures | undefined;

/** Says who verifies signatures for whoever can wait. */
export function useHostSignatures(signatures: HostSignatures): void {
  host = signatures;
}

export const hostSignatures = (): HostSignatures | undefined => host;
