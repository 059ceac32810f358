// The one way in which this suite asserts a rejection. Beside the code it holds every rejection to
// the promises about errors: the class, a message for people that gives nothing away, and an
// instance that goes on working.

import { decodeText } from './base64url.mjs';

const CLAIM_CODES = ['ERR_JWT_EXPIRED', 'ERR_JWT_NOT_YET_VALID', 'ERR_JWT_CLAIM_VALIDATION_FAILED'];

/** Whatever a test puts into a token or a key where no message may show it carries this mark. */
export const CANARY = 'canary';

/** So much of a token or a key is text that cannot be in a message by chance. */
const TELLING_LENGTH = 12;

/**
 * Makes `rejects(action, code, about?)`.
 *
 * `about.token` and `about.material` are what was rejected, to be looked for in the message;
 * `claim`, `reason`, `expected`, `actual` are what a claim error must say.
 */
export function rejectionOf({ assert, lib, goodKey, goodToken }) {
  return function rejects(action, code, about = {}) {
    const error = thrownBy(action);
    assert.ok(error !== undefined, `expected ${code}, but it was accepted`);
    assert.ok(error instanceof lib.JoseError, `expected ${code}, but got ${error}`);
    assert.ok(error instanceof Error, 'a JoseError is an Error');
    assert.equal(error.code, code, `expected ${code}, but got ${error.code}: ${error.message}`);
    assertClass(assert, lib, error, about);
    assertMessage(assert, error, about);
    assert.equal(
      lib.verify(goodToken, goodKey).key,
      goodKey,
      'after a rejection the same instance verifies a good token',
    );
    return error;
  };
}

/** The same for an action that has to reject its Promise, and must not throw. */
export function rejectionOfPromise(rejects) {
  return async function rejectsLater(action, code, about) {
    const outcome = await action().then(
      () => () => {},
      (error) => () => {
        throw error;
      },
    );
    return rejects(outcome, code, about);
  };
}

/** What the action throws; undefined where it does not. */
export function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

function assertClass(assert, lib, error, { claim, reason, expected, actual }) {
  const isClaimError = CLAIM_CODES.includes(error.code);
  assert.equal(error instanceof lib.JwtClaimError, isClaimError, 'the class goes with the code');
  assert.equal(error.name, isClaimError ? 'JwtClaimError' : 'JoseError');
  if (claim !== undefined) assert.equal(error.claim, claim);
  if (reason !== undefined) assert.equal(error.reason, reason);
  if (expected !== undefined) assert.deepEqual(error.expected, expected);
  if (actual !== undefined) assert.deepEqual(error.actual, actual);
}

function assertMessage(assert, error, { token, material }) {
  const { message } = error;
  assert.ok(message.length > 10 && message.length <= 300, `a message is a sentence: ${message}`);
  assert.ok(!/[\p{Cc}\u2028\u2029]/u.test(message), `no control characters: ${message}`);
  assert.ok(!/[.!]$/.test(message), `no full stop at the end: ${message}`);

  const isClaimError = 'claim' in error;
  const told = isClaimError ? message : JSON.stringify([message, ...Object.values(error)]);
  if (!isClaimError) assert.ok(!told.includes(CANARY), `the message gives away input: ${told}`);
  const hidden = [
    ...(typeof token === 'string' ? token.split('.') : []),
    ...(typeof token === 'string' && !isClaimError ? claimValues(token) : []),
    ...(material === undefined ? [] : secretsOf(material)),
  ];
  for (const secret of hidden) {
    assert.ok(!sharesText(told, secret), `the message gives away input: ${told}`);
  }
}

/** Whether a telling part of the secret (all of it, where it is short) is in the text. */
function sharesText(text, secret) {
  if (secret.length < TELLING_LENGTH) return secret.length > 3 && text.includes(secret);
  for (let start = 0; start + TELLING_LENGTH <= text.length; start += 1) {
    if (secret.includes(text.slice(start, start + TELLING_LENGTH))) return true;
  }
  return false;
}

/** The strings and large numbers among the claims, as far as the payload can be read. */
function claimValues(token) {
  let claims;
  try {
    claims = JSON.parse(decodeText(token.split('.')[1]));
  } catch {
    return [];
  }
  return leavesOf(claims)
    .map(String)
    .filter((text) => text.length > 5);
}

function leavesOf(value) {
  if (typeof value !== 'object' || value === null) return [value];
  // One level is enough for what the tests write, and their deepest payloads would not fit the
  // stack.
  return Object.values(value).filter((member) => typeof member !== 'object');
}

/** What must not be told of a key: its members, the lines of its PEM, its bytes. */
function secretsOf(material) {
  if (material instanceof Uint8Array) {
    const binary = String.fromCharCode(...material);
    const hex = Array.from(material, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [binary, hex, btoa(binary), btoa(binary).replaceAll('+', '-').replaceAll('/', '_')];
  }
  if (typeof material === 'object' && material !== null) {
    return leavesOf(material).filter((text) => typeof text === 'string' && text.length > 16);
  }
  if (typeof material !== 'string') return [];
  return material.split(/[\s"]+/).filter((part) => part.length > 16 && !part.startsWith('-----'));
}
