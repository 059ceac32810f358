/**
 * A stored key set as text, measured before it is parsed.
 *
 * @internal
 */
import { member } from '../../../checks/arguments.js';
import { misuse } from '../../../errors.js';
import { jsonText } from '../../../checks/json-text.js';
import { isTime } from '../stored-jwk-set.js';
import type { StoredJwkSet } from '../stored-jwk-set.js';
import { secondsToKeep } from './lifetime.js';

/**
 * A key set is at most 1 MiB, in a few more characters.
 *
 * @internal
 */
export const LONGEST_STORED = 1_100_000;

/** @internal */
export function parsedStored(text: unknown): StoredJwkSet | undefined {
  if (typeof text !== 'string' || text.length > LONGEST_STORED) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Something else wrote it. The engine's message is not passed on: it shows some of the text.
    return undefined;
  }
}

/**
 * What a store keeps, and for how long.
 *
 * @throws JoseError `ERR_API_MISUSE` where it is no key set to be stored.
 * @internal
 */
export function textToStore(value: unknown): { text: string; seconds: number } {
  const expiresAt = member(value, 'expiresAt');
  if (!isTime(expiresAt)) throw misuse('the value to store must be what export gives');
  return {
    text: jsonText(value as object, 'the value to store'),
    seconds: secondsToKeep({ expiresAt }),
  };
}
