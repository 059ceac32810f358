/**
 * The three questions about a token, one answer each: does its signature verify, is it its time, is it what an API
 * expects? `verify` decides; this only sorts its checks, and says where its "passed" would mislead.
 */
import type { Check, CheckName, Inspection } from 'edge-jwt';

import type { ReadKey } from './key.js';
import type { MoreOptions } from './policy.js';
import type { ReadPreset } from './providers.js';
import type { SignatureOrigin } from './signature-origin.js';
import { nextChange } from './time-left.js';
import type { TimeLeft } from './time-left.js';

/** `open`: nothing is known yet. `warning`: nothing failed, and yet more is to be asked. */
export type Tone = 'open' | 'passed' | 'warning' | 'failed';

export type SignatureLight =
  | { readonly tone: 'open'; readonly kind: 'unread' | 'noKey' }
  | { readonly tone: 'warning'; readonly kind: 'edited' | 'keyRefused' }
  | { readonly tone: 'warning'; readonly kind: 'weak'; readonly algorithm: string }
  | { readonly tone: 'passed'; readonly kind: 'verified'; readonly algorithm: string }
  | { readonly tone: 'failed'; readonly kind: 'failed'; readonly check: Check };

export type TimeLight =
  | { readonly tone: 'open'; readonly kind: 'unread' }
  | { readonly tone: 'warning'; readonly kind: 'never' }
  | { readonly tone: 'warning'; readonly kind: 'milliseconds'; readonly claim: string }
  | { readonly tone: 'passed'; readonly kind: 'holds'; readonly left?: TimeLeft }
  | {
      readonly tone: 'failed';
      readonly kind: 'failed';
      readonly check: Check;
      readonly left?: TimeLeft;
    };

export type ExpectationsLight =
  | { readonly tone: 'open'; readonly kind: 'unread' }
  | { readonly tone: 'warning'; readonly kind: 'nothing' }
  | { readonly tone: 'warning'; readonly kind: 'unchecked'; readonly names: readonly Unchecked[] }
  | { readonly tone: 'warning'; readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly tone: 'passed'; readonly kind: 'met'; readonly names: readonly CheckName[] }
  | {
      readonly tone: 'failed';
      readonly kind: 'failed';
      readonly check: Check;
      readonly more: number;
    };

export interface Lights {
  readonly signature: SignatureLight;
  readonly time: TimeLight;
  readonly expectations: ExpectationsLight;
}

type Unchecked = 'iss' | 'aud';

/** The checks of the format and the signature, in the order of the report. */
const OF_SIGNATURE = ['options', 'module', 'form', 'crit', 'algorithm', 'key', 'signature'];
const OF_TIME = [
  'exp',
  'nbf',
  'iat',
  'max_token_age',
  'max_lifetime',
  'reject_before',
  'auth_time',
];
/** What is checked whether or not somebody expects it. */
const ALWAYS = ['payload', 'required'];

export interface Looked {
  readonly inspection: Inspection;
  readonly key: ReadKey;
  readonly options: MoreOptions;
  readonly origin: SignatureOrigin;
  /** The chosen provider's rules, and the arguments that they still need. */
  readonly preset: ReadPreset;
  readonly now: Date;
}

export function lightsOf(looked: Looked): Lights {
  return {
    signature: signatureLight(looked),
    time: timeLight(looked),
    expectations: expectationsLight(looked),
  };
}

const failedOf = ({ inspection }: Looked, isOurs: (check: Check) => boolean) =>
  inspection.checks.filter((check) => check.status === 'failed' && isOurs(check));

function signatureLight(looked: Looked): SignatureLight {
  const { inspection, key, origin } = looked;
  const [failed] = failedOf(looked, ({ name }) => OF_SIGNATURE.includes(name));
  const isOfToken = failed !== undefined && !['key', 'signature'].includes(failed.name);
  if (isOfToken) return { tone: 'failed', kind: 'failed', check: failed };
  const isVerified = inspection.checks.some(
    ({ name, status }) => name === 'signature' && status === 'passed',
  );
  if (origin.kind === 'stale' && !isVerified) return { tone: 'warning', kind: 'edited' };
  if (key.key === undefined) {
    return key.fault === undefined
      ? { tone: 'open', kind: 'noKey' }
      : { tone: 'warning', kind: 'keyRefused' };
  }
  if (failed !== undefined) return { tone: 'failed', kind: 'failed', check: failed };
  if (!isVerified) return { tone: 'open', kind: 'noKey' };
  const algorithm = String(inspection.protectedHeader?.alg);
  return key.isWeak
    ? { tone: 'warning', kind: 'weak', algorithm }
    : { tone: 'passed', kind: 'verified', algorithm };
}

/** A required claim that is missing belongs to the time when it is one. */
const isOfTime = ({ name, claim }: Check) =>
  OF_TIME.includes(name) || (name === 'required' && OF_TIME.includes(claim ?? ''));

function timeLight(looked: Looked): TimeLight {
  const { inspection, now } = looked;
  const { payload, findings } = inspection;
  const left = nextChange(payload, now);
  const more = left !== undefined && { left };
  const [failed] = failedOf(looked, isOfTime);
  if (failed !== undefined) return { tone: 'failed', kind: 'failed', check: failed, ...more };
  if (payload === undefined) return { tone: 'open', kind: 'unread' };
  const inMilliseconds = findings.find(({ id }) => id === 'time-in-milliseconds');
  if (inMilliseconds !== undefined) {
    return { tone: 'warning', kind: 'milliseconds', claim: inMilliseconds.claim ?? 'exp' };
  }
  if (payload.exp === undefined) return { tone: 'warning', kind: 'never' };
  return { tone: 'passed', kind: 'holds', ...more };
}

function expectationsLight(looked: Looked): ExpectationsLight {
  const { inspection, options, preset } = looked;
  const { payload, checks } = inspection;
  const isOurs = (check: Check) => !OF_SIGNATURE.includes(check.name) && !isOfTime(check);
  const [failed, ...others] = failedOf(looked, isOurs);
  if (failed !== undefined) {
    return { tone: 'failed', kind: 'failed', check: failed, more: others.length };
  }
  if (payload === undefined) return { tone: 'open', kind: 'unread' };
  if (preset.missing.length > 0) {
    return { tone: 'warning', kind: 'incomplete', missing: preset.missing };
  }
  const isSkipped = (name: string) =>
    checks.some((check) => check.name === name && check.status === 'skipped');
  const names = (['iss', 'aud'] as const).filter((name) => {
    // A provider's rules say themselves what is to be looked at.
    if (preset.options !== undefined) return false;
    const isAsked = name === 'iss' ? options.issuer !== undefined : options.audience !== null;
    return payload[name] !== undefined && (!isAsked || isSkipped(name));
  });
  if (names.length > 0) return { tone: 'warning', kind: 'unchecked', names };
  const met = checks.filter(
    (check) => check.status === 'passed' && isOurs(check) && !ALWAYS.includes(check.name),
  );
  return met.length === 0
    ? { tone: 'warning', kind: 'nothing' }
    : { tone: 'passed', kind: 'met', names: met.map(({ name }) => name) };
}
