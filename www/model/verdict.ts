/** One line about a token, out of the report of `inspect` and of what became of the key. */
import type { Check, Inspection } from 'edge-jwt';

import type { ReadKey } from './key.js';

export type Verdict =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly check: Check }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'keyRefused'; readonly code: string; readonly message: string }
  | { readonly kind: 'noKey' }
  | { readonly kind: 'noKeyAndFailing'; readonly check: Check }
  | { readonly kind: 'refused'; readonly check: Check }
  | { readonly kind: 'weak' }
  | { readonly kind: 'valid' };

export type Tone = 'open' | 'passed' | 'warning' | 'failed';

/** What is said before the signature is looked at: whatever else is wrong comes after these. */
const BEFORE_THE_KEY = ['options', 'module', 'form', 'crit', 'algorithm'];

/** `verify` decides; this only chooses the words. */
export function verdictOf(
  token: string,
  inspection: Inspection,
  { key, fault, isWeak }: ReadKey,
): Verdict {
  if (token.trim() === '') return { kind: 'empty' };
  const failed = inspection.checks.find(({ status }) => status === 'failed');
  if (failed?.hints.some(({ id }) => id === 'encrypted-token')) return { kind: 'encrypted' };
  if (failed !== undefined && BEFORE_THE_KEY.includes(failed.name)) {
    const isReadable = inspection.protectedHeader !== undefined || failed.name === 'options';
    return { kind: isReadable ? 'refused' : 'unreadable', check: failed };
  }
  if (key === undefined && fault !== undefined) {
    return { kind: 'keyRefused', code: fault.code, message: fault.message };
  }
  if (key === undefined) {
    return failed === undefined ? { kind: 'noKey' } : { kind: 'noKeyAndFailing', check: failed };
  }
  if (failed !== undefined) return { kind: 'refused', check: failed };
  if (!inspection.valid) return { kind: 'noKey' };
  return { kind: isWeak ? 'weak' : 'valid' };
}

const TONES: Record<Verdict['kind'], Tone> = {
  empty: 'open',
  unreadable: 'failed',
  encrypted: 'open',
  keyRefused: 'failed',
  noKey: 'open',
  noKeyAndFailing: 'failed',
  refused: 'failed',
  weak: 'warning',
  valid: 'passed',
};

export const toneOf = ({ kind }: Verdict): Tone => TONES[kind];

/** What the clock will change next, if anything: by when, and to what. */
export function nextChange(
  { payload }: Inspection,
  now: Date,
): { readonly kind: 'expires' | 'expired' | 'begins'; readonly seconds: number } | undefined {
  const seconds = now.getTime() / 1000;
  const { nbf, exp } = payload ?? {};
  if (isTime(nbf) && nbf > seconds) return { kind: 'begins', seconds: nbf - seconds };
  if (!isTime(exp)) return undefined;
  return exp > seconds
    ? { kind: 'expires', seconds: exp - seconds }
    : { kind: 'expired', seconds: seconds - exp };
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value < 1e11;
