/** What `compactVerify` returns. */
import type { JwsHeader } from './header.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/** What `compactVerify` returns. */
export interface VerifiedJws {
  payload: Uint8Array;
  protectedHeader: JwsHeader;
  /** The key whose signature held. */
  key: VerifyingKey;
}
