/** Where the signature that is shown comes from. */
import type { JoseError } from 'edge-jwt';

/**
 * Whether the signature is what was pasted, was made by the key of this page, or is from before an edit; and why
 * the last attempt to make one failed.
 */
export interface SignatureOrigin {
  readonly kind: 'given' | 'signed' | 'stale';
  readonly fault?: JoseError;
}

export const GIVEN: SignatureOrigin = { kind: 'given' };
