/** What `verify` returns. */
import type { JwsHeader } from '../jws/header.js';
import type { JwtPayload } from './payload.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** What `verify` returns. */
export interface VerifiedJwt<P = JwtPayload> {
  payload: P;
  protectedHeader: JwsHeader;
  /** The key whose signature held. */
  key: VerifyingKey;
}
