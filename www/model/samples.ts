/** Tokens that other libraries made, with their public keys: those that `npm start` verifies on Node. */
import vectors from '../../tests/vectors/samples.json' with { type: 'json' };

import type { Algorithm, Jwk } from 'edge-jwt';
import type { DebuggerInput } from './input.js';
import { NO_KEY } from './key.js';
import { NO_POLICY } from './policy.js';

export interface Sample {
  readonly algorithm: Algorithm;
  readonly minted_by: string;
  readonly key_form: string;
  readonly key: Jwk | string;
  readonly token: string;
  readonly options: {
    readonly issuer: string;
    readonly audience?: string;
    readonly currentDate?: string;
  };
}

export const SAMPLES = vectors.samples as readonly Sample[];

/** What to put into the page, and the time to look at, where the sample has expired. */
export interface SampleInput extends DebuggerInput {
  readonly date?: Date;
}

export function sampleInput({ algorithm, key, token, options }: Sample): SampleInput {
  const text = typeof key === 'string' ? key : JSON.stringify(key, null, 2);
  const { issuer, audience = '', currentDate } = options;
  return {
    token,
    key: { ...NO_KEY, text, algorithm },
    policy: { ...NO_POLICY, issuer, audience },
    ...(currentDate !== undefined && { date: new Date(currentDate) }),
  };
}
