/** The sample tokens, which are the same that `npm start` verifies on Node. */
import { importKey, JoseError, verify } from 'edge-jwt';
import type { Algorithm, Jwk, VerifyOptions } from 'edge-jwt';

import vectors from '../tests/vectors/samples.json';
import { field } from './dom.js';

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

export const samples = vectors.samples as readonly Sample[];

/** How one sample fared: the time is there when it was verified, else the fault. */
export interface SampleResult {
  readonly microseconds?: number;
  readonly fault?: JoseError;
}

/** Browsers blur their clock, to 0.1 ms as a rule, so many verifications are timed as one. */
const TIMED_MILLISECONDS = 10;

export function verifySample({ algorithm, key: material, token, options }: Sample): SampleResult {
  try {
    const key = importKey(material, algorithm);
    const { currentDate, ...others } = options;
    const checked: VerifyOptions =
      currentDate === undefined ? others : { ...others, currentDate: new Date(currentDate) };
    verify(token, key, checked);
    return { microseconds: microsecondsOf(() => verify(token, key, checked)) };
  } catch (thrown) {
    if (thrown instanceof JoseError) return { fault: thrown };
    throw thrown;
  }
}

/** The mean time of one call, the first few left out: browsers compile in two stages. */
function microsecondsOf(work: () => void): number {
  repeat(work);
  const { elapsed, times } = repeat(work);
  return (elapsed * 1000) / times;
}

function repeat(work: () => void): { elapsed: number; times: number } {
  const started = performance.now();
  let elapsed = 0;
  let times = 0;
  while (elapsed < TIMED_MILLISECONDS) {
    work();
    times += 1;
    elapsed = performance.now() - started;
  }
  return { elapsed, times };
}

/** Puts a sample into the form. */
export function fillIn({ algorithm, key, token, options }: Sample): void {
  const isPem = typeof key === 'string';
  field('token').value = token;
  field('key-kind').value = isPem ? 'pem' : 'jwk';
  field('algorithm').value = algorithm;
  field('key').value = isPem ? key : JSON.stringify(key, null, 2);
  field('issuer').value = options.issuer;
  field('audience').value = options.audience ?? '';
  field('date').value = options.currentDate ?? '';
}
