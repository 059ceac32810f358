/**
 * What an example, the tour or a new key put into the page, and what was there before. It goes when the token or
 * the key that it belongs to goes, so that nothing of it condemns a token of the person's own.
 */
import type { DebuggerInput } from './input.js';
import type { PresetInput } from './providers.js';

/** What guests bring beside a token. */
export type GuestFields = Pick<DebuggerInput, 'key' | 'policy'> & {
  readonly preset: PresetInput;
  readonly date?: Date;
};

export interface Guest {
  /** As the guest put it. */
  readonly put: Partial<GuestFields>;
  /** As the person had it. */
  readonly before: Partial<GuestFields>;
}

const FIELDS = ['key', 'policy', 'preset', 'date'] as const;

/** A guest in a state, which may have one already: then what was before that one is kept. */
export function guestIn(
  state: GuestFields & { readonly guest?: Guest },
  put: Partial<GuestFields>,
): Guest {
  const before = leave(state);
  const merged: Partial<GuestFields> = { ...state.guest?.put, ...put };
  return { put: merged, before: pick(before, merged) };
}

/** The fields without the guest: those that are still as it put them are as they were before. */
export function leave(state: GuestFields & { readonly guest?: Guest }): GuestFields {
  const { key, policy, preset, date, guest } = state;
  const fields: Record<string, unknown> = { key, policy, preset, date };
  for (const name of FIELDS) {
    const isGuests = guest !== undefined && name in guest.put && state[name] === guest.put[name];
    if (isGuests) fields[name] = guest.before[name];
  }
  return fields as unknown as GuestFields;
}

function pick(fields: GuestFields, names: Partial<GuestFields>): Partial<GuestFields> {
  return Object.fromEntries(
    FIELDS.filter((name) => name in names).map((name) => [name, fields[name]]),
  );
}
