// The suites of Wycheproof: each vector through the package, and its outcome beside the expected one.

import { expectations } from './expectations.mjs';
import { jwsOutcomes } from './jws.mjs';
import { macOutcomes, signatureOutcomes } from './signature.mjs';
import { readVectors } from './vectors.mjs';

/** Hashes of the JOSE algorithms, by their digits: RS256 is SHA-256. */
const HASHES = { 'SHA-256': '256', 'SHA-384': '384', 'SHA-512': '512' };

/**
 * By the `type` of a group: a function that takes the package, the group and its file, and returns one
 * that takes a vector and returns its outcome `{ result, why? }`. The result is `valid`, `invalid`, or
 * the code with which the key was refused; `why` is for the reader of a failure.
 */
const TYPES = {
  JsonWebSignature: jwsOutcomes,
  JsonWebKey: jwsOutcomes,
  JsonWebCrypto: jwsOutcomes,
  EcdsaP1363Verify: (lib, group) => signatureOutcomes(lib, group, [`ES${HASHES[group.sha]}`]),
  RsassaPkcs1Verify: (lib, group) => signatureOutcomes(lib, group, [`RS${HASHES[group.sha]}`]),
  RsassaPkcs1Generate: (lib, group) => signatureOutcomes(lib, group, [`RS${HASHES[group.sha]}`]),
  RsassaPssVerify: pssOutcomes,
  RsassaPssWithParametersVerify: pssOutcomes,
  EddsaVerify: (lib, group) => signatureOutcomes(lib, group, ['EdDSA', 'Ed25519']),
  MacTest: (lib, _group, { algorithm }) => macOutcomes(lib, algorithm.replace('HMACSHA', 'HS')),
};

/** PS256 stands in where JOSE has no algorithm for the hash: such a signature must not pass as one. */
function pssOutcomes(lib, group) {
  return signatureOutcomes(lib, group, [`PS${HASHES[group.sha] ?? '256'}`]);
}

/** Whether JOSE has a name for what the vector tests. */
function concernsJose(group, test) {
  if (group.type === 'JsonWebCrypto') return test.jws !== undefined;
  if (group.type === 'RsassaPkcs1Generate') return Object.hasOwn(HASHES, group.sha);
  return true;
}

export function runWycheproofSuites(lib) {
  const expected = expectations();
  const suites = readVectors().map(({ suite, file }) => runSuite(lib, suite, file, expected));
  expected.requireAllUsed();
  return suites;
}

function runSuite(lib, suite, file, expected) {
  const failures = [];
  let total = 0;
  for (const group of file.testGroups) {
    const tests = group.tests.filter((test) => concernsJose(group, test));
    if (tests.length === 0) continue;
    total += tests.length;
    const outcomeOf = TYPES[group.type](lib, group, file);
    for (const test of tests) {
      const wanted = expected.resultOf(suite, group, test);
      const { result, why } = outcomeOf(test);
      if (result === wanted) continue;
      failures.push({
        test: `tcId ${test.tcId} (${test.comment})`,
        expected: wanted,
        got: why === undefined ? result : `${result} (${why})`,
      });
    }
  }
  return { suite, total, failures };
}
