/**
 * Tokens that others made, with their public keys: at least one of every algorithm. They are some of those
 * that `npm start` verifies on Node; all of them would be twice the bytes.
 */
import { samples as byJose } from '../../tests/vectors/samples/jose.json';
import { samples as byNodeCrypto } from '../../tests/vectors/samples/node-crypto.json';
import { samples as ofRfc7515 } from '../../tests/vectors/samples/rfc7515.json';

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

export const SAMPLES: readonly Sample[] = [
  ...(byJose as Sample[]),
  ...(byNodeCrypto as Sample[]),
  ...(ofRfc7515 as Sample[]),
];

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
