/** What the page shows: all that was put in, and all that follows from it. */
import type { Inspection } from 'edge-jwt';

import type { Guest } from './guest.js';
import type { DebuggerInput } from './input.js';
import { NO_KEY } from './key.js';
import type { ReadKey } from './key.js';
import type { Lights } from './lights.js';
import type { FoundToken } from './found/find-tokens.js';
import { NO_POLICY } from './policy.js';
import type { MoreOptions, PolicyField } from './policy.js';
import { NO_PRESET } from './providers.js';
import type { PresetInput, ReadPreset } from './providers.js';
import { GIVEN } from './signature-origin.js';
import type { SignatureOrigin } from './signature-origin.js';
import type { Taken } from './taken.js';
import type { Verdict } from './verdict.js';

export interface State extends DebuggerInput {
  readonly preset: PresetInput;
  /** The key was in the link that was opened: its maker's choice. */
  readonly isKeyFromLink: boolean;
  /** The time that is looked at; the clock's when it is absent. */
  readonly date?: Date;
  /** What a pane holds while it is edited, which need not be JSON yet. */
  readonly drafts: { readonly header?: string; readonly payload?: string };
  /** The text that was pasted, where it held more than a token, and the tokens in it. */
  readonly foundIn: string;
  readonly found: readonly FoundToken[];
  readonly origin: SignatureOrigin;
  /** What a click filled in from the token itself. */
  readonly taken?: Taken;
  /** What an example or a new key put here, and what was here before. */
  readonly guest?: Guest;
  /** The step of the tour, from 0, and what was here before it began. */
  readonly tour?: { readonly step: number; readonly before: State };
}

export const EMPTY: State = {
  token: '',
  key: NO_KEY,
  policy: NO_POLICY,
  preset: NO_PRESET,
  isKeyFromLink: false,
  drafts: {},
  foundIn: '',
  found: [],
  origin: GIVEN,
};

export interface View {
  readonly state: State;
  /** The token that all this is about: the one in the pane, without what is around it. */
  readonly token: string;
  /** The time the report is for. */
  readonly now: Date;
  readonly inspection: Inspection;
  readonly key: ReadKey;
  readonly lights: Lights;
  readonly verdict: Verdict;
  /** The options the report was made with. */
  readonly options: MoreOptions;
  readonly preset: ReadPreset;
  readonly policyFaults: readonly PolicyField[];
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly origin: SignatureOrigin;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
