/**
 * The options of a function that verifies one kind of token.
 *
 * @internal
 */
import { record } from '../checks/record.js';
import { coreOptions } from '../checks/core-options.js';
import { misuse } from '../errors.js';
import type { VerifyOptions } from './options.js';

/** @internal */
export function withProfile(
  options: VerifyOptions,
  profile: NonNullable<VerifyOptions['profile']>,
): VerifyOptions {
  const checked = coreOptions(options) ?? record();
  if ('profile' in checked) throw misuse('the option profile belongs to verify');
  return { ...checked, profile };
}
