/** The options of `verifyDpopProof` as the core has compiled them, and a verification by them. */
import type { CoreOptions } from '../checks/core-options.js';
import type { VerifiedDpopProof } from '../dpop/verified-dpop-proof.js';
import { tokenBuffer, writeToken } from './token-buffer.js';
import * as wasm from './wasm.js';

/**
 * Verifies one proof. The options are those of one request, so that nothing of them is kept. The objects are new.
 *
 * @internal
 */
export function verifiedProof(
  proof: string,
  options: CoreOptions | undefined,
  nowSeconds: number,
): VerifiedDpopProof {
  const text = wasm.call(() => {
    const policy = new wasm.DpopPolicyHandle(options);
    try {
      return policy.verify(tokenBuffer(), writeToken(proof, policy.tokenLength), nowSeconds);
    } finally {
      policy.free();
    }
  });
  const [payload, protectedHeader, thumbprint, replayId, expiresAt] = JSON.parse(text);
  return { payload, protectedHeader, thumbprint, replayId, expiresAt };
}
