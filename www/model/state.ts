/** What the page shows: all that was put in, and all that follows from it. */
import type { Inspection, JoseError } from 'edge-jwt';

import type { DebuggerInput } from './input.js';
import { NO_KEY } from './key.js';
import type { ReadKey } from './key.js';
import type { FoundToken } from './pasted.js';
import { NO_POLICY } from './policy.js';
import type { MoreOptions, PolicyField } from './policy.js';
import { NO_PRESET } from './providers.js';
import type { PresetInput, ReadPreset } from './providers.js';
import type { Verdict } from './verdict.js';

export interface State extends DebuggerInput {
  readonly preset: PresetInput;
  /** The key was in the link that was opened: its maker's choice. */
  readonly isKeyFromLink: boolean;
  /** The time that is looked at; the clock's when it is absent. */
  readonly date?: Date;
  /** What a pane holds while it is edited, which need not be JSON yet. */
  readonly drafts: { readonly header?: string; readonly payload?: string };
  /** The tokens that the last pasted text held, when it held more than a token. */
  readonly found: readonly FoundToken[];
}

export const EMPTY: State = {
  token: '',
  key: NO_KEY,
  policy: NO_POLICY,
  preset: NO_PRESET,
  isKeyFromLink: false,
  drafts: {},
  found: [],
};

/** Whether the signature is what was pasted, or was made by the key of this page. */
export type SignatureOrigin =
  | { readonly kind: 'given' }
  | { readonly kind: 'signed' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly fault: JoseError };

export interface View {
  readonly state: State;
  /** The time the report is for. */
  readonly now: Date;
  readonly inspection: Inspection;
  readonly key: ReadKey;
  readonly verdict: Verdict;
  /** The options the report was made with. */
  readonly options: MoreOptions;
  readonly preset: ReadPreset;
  readonly policyFaults: readonly PolicyField[];
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly origin: SignatureOrigin;
}
