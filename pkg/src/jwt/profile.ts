/**
 * The options of a function that verifies one kind of token.
 *
 * @internal
 */
import { record } from '../checks/record.js';
import { checkedOptions } from '../checks/arguments.js';
import { misuse } from '../errors.js';
import type { VerifyOptions } from '../types.js';

/** @internal */
export function withProfile(
  options: VerifyOptions,
  profile: NonNullable<VerifyOptions['profile']>,
): VerifyOptions {
  const settings = checkedOptions(options) ?? record();
  if ('profile' in settings) throw misuse('the option profile belongs to verify');
  return { ...settings, profile };
}
