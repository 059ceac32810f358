// The suites of tests/vectors/rfc: the examples of the RFCs, and those next to them that must fail.

import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { inProject } from '../../scripts/lib/project.mjs';
import { refusalCode } from './refusal.mjs';

const FOLDER = inProject('tests', 'vectors', 'rfc');

/** What the package makes of a test, by its kind; and what it should make of it. */
const KINDS = {
  jws: {
    result(lib, { token, key, algorithm }) {
      const { payload } = lib.compactVerify(token, lib.importKey(key, algorithm));
      return new TextDecoder().decode(payload);
    },
    expected: ({ payload }) => payload,
  },
  jwt: {
    result(lib, { token, key, algorithm, now }) {
      const currentDate = new Date(now * 1000);
      return lib.verify(token, lib.importKey(key, algorithm), { currentDate }).payload;
    },
    expected: ({ payload }) => JSON.parse(payload),
  },
  thumbprint: {
    result: (lib, { key }) => lib.calculateJwkThumbprint(key),
    expected: ({ thumbprint }) => thumbprint,
  },
  dpop: {
    result(lib, { proof, method, url, accessToken, thumbprint, now }) {
      const currentDate = new Date(now * 1000);
      const options = { method, url, accessToken, thumbprint, currentDate };
      return lib.verifyDpopProof(proof, options).thumbprint;
    },
    expected: ({ thumbprint }) => thumbprint,
  },
};

export function runRfcSuites(lib) {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { tests } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
      const failures = tests.flatMap((test) => failureOf(lib, test));
      return { suite: file.replace(/\.json$/, ''), total: tests.length, failures };
    });
}

function failureOf(lib, test) {
  const { result, expected } = KINDS[test.kind];
  const wanted = test.code === undefined ? { value: expected(test) } : { code: test.code };
  const got = outcomeOf(lib, () => result(lib, test));
  if (isDeepStrictEqual(got, wanted)) return [];
  return [{ test: test.name, expected: JSON.stringify(wanted), got: JSON.stringify(got) }];
}

function outcomeOf(lib, action) {
  try {
    return { value: action() };
  } catch (error) {
    return { code: refusalCode(lib, error) };
  }
}
