/** All that a person puts into the page, beside the time that is looked at. */
import type { KeyInput } from './key.js';
import type { Policy } from './policy.js';

export interface DebuggerInput {
  readonly token: string;
  readonly key: KeyInput;
  readonly policy: Policy;
}
