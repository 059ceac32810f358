/** What `decode` returns. */
import type { JwsHeader } from '../jws/header.js';
import type { JwtPayload } from './payload.js';

/** What `decode` returns. Nothing about it has been verified. */
export interface DecodedJwt<P = JwtPayload> {
  protectedHeader: JwsHeader;
  payload: P;
  signature: Uint8Array;
}
