/** What `inspect` returns. */
import type {
  CheckName,
  ClaimFailureReason,
  FindingId,
  HintId,
  JoseErrorCode,
  Severity,
} from '../contract.js';
import type { JwsHeader } from '../jws/header.js';
import type { JwtPayload } from './payload.js';

/**
 * What may be behind a failure, and what to do about it. A guess for people: nothing hangs on it, and
 * nothing of the token or the key is in it.
 */
export interface Hint {
  /** Its stable name, such as `secret-is-base64`: words with hyphens. A finding can be a hint as well. */
  id: HintId | FindingId;
  /** One sentence for people. */
  message: string;
}

/** One check that `inspect` made. */
export interface Check {
  /** What was looked at. */
  name: CheckName;
  /** `skipped` when nothing asked for it or an earlier failure left nothing to look at. */
  status: 'passed' | 'failed' | 'skipped';
  /** With `failed`: what `verify` would throw. */
  code?: JoseErrorCode;
  message?: string;
  claim?: string;
  reason?: ClaimFailureReason;
  /** What was asked for. Of the check `key`: the key's `alg`, or the `kid` values of the set. */
  expected?: unknown;
  /** What the token says. Of the check `key`: its `alg`, or its `kid`. */
  actual?: unknown;
  /** By how many seconds a time misses, not counting `clockTolerance`. Never negative. */
  secondsOff?: number;
  /** Of the checks `form` and `payload`: the segment with the fault, or the `token` as a whole. */
  segment?: 'header' | 'payload' | 'signature' | 'token';
  /**
   * Where the fault is: the number of a character of the whole token, from 0; or line and column, from
   * 1 and in bytes, of the JSON text that the segment decodes to.
   */
  position?: { offset: number } | { line: number; column: number };
  /** What may be behind it. Also where the check passed: an `exp` in milliseconds is far off. */
  hints: Hint[];
}

/** Something questionable about a token, whether or not it is valid. */
export interface Finding {
  /** Its stable name, such as `alg-none`: words with hyphens. */
  id: FindingId;
  /** How much it matters. */
  severity: Severity;
  /** One sentence for people, in which there is nothing of the token. */
  message: string;
  /** The name of the claim that it is about, and never its value. */
  claim?: string;
  /** The name of the header parameter that it is about. */
  parameter?: string;
  /** The section of the standards that it goes back to. */
  reference: string;
}

/** A segment of a token, by what it should be. */
export interface TokenSegment {
  /**
   * `header`, `payload`, `signature`; for an encrypted token `header`, `encryptedKey`, `iv`,
   * `ciphertext`, `tag`; `unknown` beyond.
   */
  name:
    'header' | 'payload' | 'signature' | 'encryptedKey' | 'iv' | 'ciphertext' | 'tag' | 'unknown';
  /** Its characters. */
  length: number;
}

/** What `inspect` returns. Whatever the token is, `checks`, `findings` and `segments` are there. */
export interface Inspection {
  /** Whether `verify` would accept the token with the same key and options. */
  valid: boolean;
  /** Every check, in the order of `verify`. */
  checks: Check[];
  /** What is questionable about the token, whether or not it is valid, with and without a key. */
  findings: Finding[];
  /** The segments of the token, without what was pasted with it; six at most. */
  segments: TokenSegment[];
  /** The header, where it could be read. Unverified unless `valid`. */
  protectedHeader?: JwsHeader;
  /** The text of a header that is no strict JSON object. */
  protectedHeaderText?: string;
  /** The payload, where it could be read. Unverified unless `valid`. */
  payload?: JwtPayload;
  /** The text of a payload that is no strict JSON object. */
  payloadText?: string;
}
