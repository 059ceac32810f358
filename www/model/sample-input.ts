/** What a sample puts into the page. Apart from the samples, which are loaded when they are asked for. */
import type { DebuggerInput } from './input.js';
import { NO_KEY } from './key.js';
import { NO_POLICY } from './policy.js';
import type { Sample } from './samples.js';

/** With the time to look at, where the sample has expired. */
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
