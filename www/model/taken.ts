/**
 * What a click filled in from the token itself. A token always meets what it says: that its issuer is the one meant
 * is shown by nothing until somebody compares the values.
 */
import type { Policy } from './policy.js';
import type { PresetInput } from './providers.js';

export interface Taken {
  readonly policy?: Partial<Policy>;
  readonly preset?: PresetInput;
}

interface Expecting {
  readonly policy: Policy;
  readonly preset: PresetInput;
  readonly taken?: Taken;
}

/** What is expected is still what was taken from a token. */
export function isTaken({ policy, preset, taken }: Expecting): boolean {
  if (taken === undefined) return false;
  const isSame = (was: object | undefined, is: object) => {
    const now = new Map<string, unknown>(Object.entries(is));
    return Object.entries(was ?? {}).every(([name, value]) => now.get(name) === value);
  };
  const { id = '', values } = taken.preset ?? preset;
  return isSame(taken.policy, policy) && id === preset.id && isSame(values, preset.values);
}

/** Of a change those fields that say who issues a token, and for whom. */
export function takenFields({ issuer, audience, clientId }: Partial<Policy>): Taken | undefined {
  const fields = Object.entries({ issuer, audience, clientId });
  const filled = fields.filter(([, text]) => text !== undefined && text !== '');
  return filled.length === 0 ? undefined : { policy: Object.fromEntries(filled) };
}
