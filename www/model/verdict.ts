/** One line about a token, out of the three lights. */
import type { Check, Inspection, JoseErrorCode } from 'edge-jwt';

import type { ReadKey } from './key.js';
import type { Lights, Tone } from './lights.js';

export type Verdict =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly check: Check }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'keyRefused'; readonly code: JoseErrorCode; readonly message: string }
  | { readonly kind: 'edited' }
  | { readonly kind: 'noKey' }
  | { readonly kind: 'noKeyAndFailing'; readonly check: Check }
  | { readonly kind: 'refused'; readonly check: Check }
  | { readonly kind: 'weak' }
  /** The signature verifies, and nothing failed; but green would say more than was checked. */
  | { readonly kind: 'verified' }
  | { readonly kind: 'valid' };

export function verdictOf(
  token: string,
  inspection: Inspection,
  { key, fault }: ReadKey,
  { signature, time, expectations }: Lights,
): Verdict {
  if (token === '') return { kind: 'empty' };
  const failed = inspection.checks.find(({ status }) => status === 'failed');
  if (failed?.hints.some(({ id }) => id === 'encrypted-token')) return { kind: 'encrypted' };
  if (signature.kind === 'failed') {
    const { check } = signature;
    const isReadable = inspection.protectedHeader !== undefined || check.name === 'options';
    return { kind: isReadable ? 'refused' : 'unreadable', check };
  }
  if (signature.kind === 'edited') return { kind: 'edited' };
  if (key === undefined && fault !== undefined) {
    return { kind: 'keyRefused', code: fault.code, message: fault.message };
  }
  if (failed !== undefined && key === undefined) return { kind: 'noKeyAndFailing', check: failed };
  if (failed !== undefined) return { kind: 'refused', check: failed };
  if (signature.kind === 'noKey') return { kind: 'noKey' };
  if (signature.kind === 'weak') return { kind: 'weak' };
  const isAllPassed = time.tone === 'passed' && expectations.tone === 'passed';
  return { kind: isAllPassed && inspection.valid ? 'valid' : 'verified' };
}

const TONES: Record<Verdict['kind'], Tone> = {
  empty: 'open',
  unreadable: 'failed',
  encrypted: 'open',
  keyRefused: 'warning',
  edited: 'warning',
  noKey: 'open',
  noKeyAndFailing: 'failed',
  refused: 'failed',
  weak: 'warning',
  verified: 'warning',
  valid: 'passed',
};

export const toneOf = ({ kind }: Verdict): Tone => TONES[kind];
