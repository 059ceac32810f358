/** A proof of possession that was verified. */
import type { JwsHeader } from '../jws/header.js';
import type { JwtPayload } from '../jwt/payload.js';

/** What `verifyDpopProof` returns. */
export interface VerifiedDpopProof {
  payload: JwtPayload;
  protectedHeader: JwsHeader;
  /** The thumbprint (RFC 7638, SHA-256) of the proof's key: what an access token is bound to. */
  thumbprint: string;
  /** A name for the proof, of 43 characters. One that was seen before is a proof that is replayed. */
  replayId: string;
  /** From when on, in seconds since the epoch, the proof is too old to be replayed. */
  expiresAt: number;
}
