/**
 * The key pane: what is in it, and the key that the package makes of it.
 *
 * What the text is follows from `inspectKey`, which guesses for people; then it is imported for an
 * algorithm of its own kind. A public key is never tried as a shared secret, whatever the token says.
 */
import { exportJwk, importJwkSet, importKey, inspectKey, JoseError, JwkSet } from 'edge-jwt';
import type { Algorithm, KeyInspection, VerifyingKey } from 'edge-jwt';

import { ALGORITHMS } from './algorithms.js';
import { readKeyText } from './key-text.js';
import { foreignIn, foreignMessage } from './key/foreign.js';
import type { Foreign } from './key/foreign.js';
import type { KeyRepair } from './key/repair.js';

export type { Foreign, ForeignFormat } from './key/foreign.js';
export type { KeyRepair } from './key/repair.js';

export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

/** What the key pane holds. */
export interface KeyInput {
  readonly text: string;
  /** How a shared secret is to be read. */
  readonly encoding: SecretEncoding;
  /** The algorithm the key is for; empty: the key's own, or the one of its kind that the token names. */
  readonly algorithm: Algorithm | '';
}

export const NO_KEY: KeyInput = { text: '', encoding: 'utf8', algorithm: '' };

/** What became of the key pane's text. */
export interface ReadKey {
  /** Absent while the pane is empty. */
  readonly inspection?: KeyInspection;
  readonly key?: VerifyingKey | JwkSet;
  /** Why there is no key, or, with a key, why services refuse it. */
  readonly fault?: JoseError;
  /** The key is below the floor of its algorithm, and was taken for this report alone. */
  readonly isWeak: boolean;
  /** The algorithm was read from the token, as the key fits several. */
  readonly isAlgorithmFromToken: boolean;
  /** It is a private key or a secret. */
  readonly canSign: boolean;
  /** What was done to the text to read it. */
  readonly done: readonly KeyRepair[];
  /** What the text is instead of a key, or with a key, in which other format it is. */
  readonly foreign?: Foreign;
}

/** Imports what the pane holds. `tokenAlgorithm` is the header's word, used to choose among the key's own. */
export function readKey(given: KeyInput, tokenAlgorithm: unknown): ReadKey {
  const none = { isWeak: false, isAlgorithmFromToken: false, canSign: false, done: [] };
  if (given.text.trim() === '') return none;
  const { text, done } = readKeyText(given.text);
  const input = { ...given, text };
  const foreign = foreignIn(given.text);
  const also = { done, ...(foreign !== undefined && { foreign }) };
  const misplaced = foreign !== undefined && done.length === 0;
  // What a person chose to use as a secret is one.
  if (misplaced && foreign.kind !== 'format' && !isForSecret(given, tokenAlgorithm)) {
    return { ...none, ...also };
  }
  const inspection = inspected(input, given.text);
  if (misplaced && foreign.kind === 'format' && inspection.kind === 'secret') {
    const fault = new JoseError('ERR_JOSE_NOT_SUPPORTED', foreignMessage(foreign.format));
    return { ...none, ...also, fault };
  }
  const { algorithm, isAlgorithmFromToken } = chooseAlgorithm(input, inspection, tokenAlgorithm);
  const canSign = inspection.isSecret && inspection.kind !== 'jwk-set';
  const about = { ...also, inspection, isAlgorithmFromToken, canSign };
  try {
    return { ...about, key: imported(input, inspection, algorithm, false), isWeak: false };
  } catch (error) {
    const fault = faultOf(error);
    if (fault.code !== 'ERR_JOSE_KEY_TOO_WEAK') return { ...none, ...also, inspection, fault };
    return { ...about, ...weakKey(input, inspection, algorithm), fault };
  }
}

const isForSecret = ({ algorithm }: KeyInput, tokenAlgorithm: unknown) =>
  (algorithm || String(tokenAlgorithm)).startsWith('HS');

/** The report on the key, with what is worth knowing about the text that it was taken from. */
function inspected({ text, algorithm }: KeyInput, given: string): KeyInspection {
  const inspection = inspectKey(text.trim(), algorithm || undefined);
  if (text === given) return inspection;
  const { kind, hints } = inspectKey(given.trim(), algorithm || undefined);
  if (kind !== inspection.kind) return inspection;
  const more = hints.filter(({ id }) => !inspection.hints.some((hint) => hint.id === id));
  return { ...inspection, hints: [...more, ...inspection.hints] };
}

/** A weak key is shown for what it is, with what it would verify; nobody is helped by an empty report. */
function weakKey(
  input: KeyInput,
  inspection: KeyInspection,
  algorithm: Algorithm | undefined,
): Pick<ReadKey, 'key' | 'isWeak'> {
  try {
    return { key: imported(input, inspection, algorithm, true), isWeak: true };
  } catch {
    return { isWeak: true };
  }
}

function imported(
  { text, encoding }: KeyInput,
  { kind, error }: KeyInspection,
  algorithm: Algorithm | undefined,
  allowWeakKey: boolean,
): VerifyingKey | JwkSet {
  const weak = allowWeakKey ? { allowWeakKey } : {};
  if (kind === 'jwk-set') {
    return importJwkSet(text, { ...weak, ...(algorithm && { algorithms: [algorithm] }) });
  }
  if (kind === 'secret') {
    // Whitespace at the end counts in a secret that is text; in the other encodings it is none of it.
    const secret = encoding === 'utf8' ? text : text.trim();
    return importKey(secret, algorithm ?? 'HS256', { ...weak, encoding });
  }
  if (kind === 'jwk') {
    // With an algorithm of its own, text would be taken for a secret that an HMAC is to use.
    return importKey(text, undefined, { ...weak, ...(algorithm && { algorithms: [algorithm] }) });
  }
  // Without an algorithm, text would be taken for a JWK.
  if (algorithm === undefined && error) throw new JoseError(error.code, error.message);
  return importKey(text.trim(), algorithm, weak);
}

function chooseAlgorithm(
  { algorithm }: KeyInput,
  { kind, algorithms }: KeyInspection,
  tokenAlgorithm: unknown,
): { algorithm?: Algorithm; isAlgorithmFromToken: boolean } {
  if (algorithm !== '') return { algorithm, isAlgorithmFromToken: false };
  const [first, ...others] = algorithms;
  const named = algorithms.find((name) => name === tokenAlgorithm);
  if (first === undefined || kind === 'jwk-set') {
    const known = ALGORITHMS.find((name) => name === tokenAlgorithm && !name.startsWith('HS'));
    return {
      ...(kind === 'jwk-set' && known && { algorithm: known }),
      isAlgorithmFromToken: false,
    };
  }
  if (others.length === 0) return { algorithm: first, isAlgorithmFromToken: false };
  return { algorithm: named ?? first, isAlgorithmFromToken: named !== undefined };
}

/** What was thrown, as the package's own error; anything else is a fault of this page. */
export function faultOf(error: unknown): JoseError {
  if (error instanceof JoseError) return error;
  throw error;
}

/** The public keys in the pane, for a link or for others; undefined when there is none to show. */
export function publicKeyText({ key }: ReadKey): string | undefined {
  if (key === undefined) return undefined;
  try {
    const keys = key instanceof JwkSet ? key.keys.map(exportJwk) : undefined;
    return JSON.stringify(keys === undefined ? exportJwk(key as VerifyingKey) : { keys });
  } catch {
    // A shared secret is never given out.
    return undefined;
  }
}

/** How hard a secret is to guess, at most: bits, by its length after decoding. */
export function secretBits({ text, encoding }: KeyInput): number {
  if (encoding === 'hex') return text.replaceAll(/\s/g, '').length * 4;
  if (encoding === 'utf8') return new TextEncoder().encode(text).length * 8;
  return Math.floor((text.replaceAll(/[\s=]/g, '').length * 6) / 8) * 8;
}
