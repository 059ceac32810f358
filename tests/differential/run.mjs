// The package beside `jose`, with the packed package: the codes of their errors, and what they say of mutated
// tokens. No token may be accepted here alone.
//
//   node tests/differential/run.mjs [tokens for each algorithm] [seed]

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault, main } from '../../scripts/lib/fault.mjs';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { randomFrom } from '../suite/support/random.mjs';
import codes from './codes.mjs';
import { CLASSES } from './classes.mjs';
import decoding from './decode.mjs';
import { issuers } from './issuers.mjs';
import { mutated } from './mutations.mjs';
import { verifiersOf } from './verifiers.mjs';

const TOKENS = 20_000;
const SEED = 20_261_130;
/** Of fewer than these not every class has to occur. */
const LEAST_TOKENS = 5000;
const MOST_REPORTED = 5;

await main(async () => {
  const [tokens = TOKENS, seed = SEED] = process.argv.slice(2).map(checkedCount);
  const passed = await withPackedPackage(async ({ folder }) => {
    const { resolve } = createRequire(join(folder, 'index.js'));
    const lib = await import(pathToFileURL(resolve('edge-jwt')).href);
    const { test, run } = loop();
    codes(test, lib);
    const light = await import(pathToFileURL(resolve('edge-jwt/decode')).href);
    decoding(test, { core: lib, light, issuers: issuers(), count: tokens, seed });
    for (const issuer of issuers()) {
      test(`${issuer.alg}: ${tokens} mutated tokens, seed ${seed}`, async () => {
        const found = await compared(lib, issuer, tokens, seed);
        console.log(`differential: ${issuer.alg}, seed ${seed}: ${summary(found)}`);
        assertSame(found, tokens);
      });
    }
    return report('differential', await run());
  });
  if (!passed) process.exitCode = 1;
});

function checkedCount(text) {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Fault(`A number of tokens or a seed is a positive integer, not ${text}.`);
}

async function compared(lib, issuer, tokens, seed) {
  const random = randomFrom(seed);
  const { ours, theirs } = await verifiersOf(lib, issuer);
  const found = { both: 0, neither: 0, oursAlone: [], different: [], unexplained: [], classes: {} };
  for (let i = 0; i < tokens; i += 1) {
    const { token, how } = mutated(random, issuer);
    const [here, there] = [ours(token), await theirs(token)];
    if (here === undefined && there === undefined) found.neither += 1;
    else if (there === undefined) found.oursAlone.push({ how, token });
    else if (here === undefined) classify(found, { how, token });
    else if (isSame(here, there)) found.both += 1;
    else found.different.push({ how, token });
  }
  return found;
}

function classify(found, { how, token }) {
  const { name } = CLASSES.find(({ holds }) => holds(token)) ?? {};
  if (name === undefined) found.unexplained.push({ how, token });
  else found.classes[name] = (found.classes[name] ?? 0) + 1;
}

function isSame(here, there) {
  try {
    assert.deepEqual(here, there);
    return true;
  } catch {
    return false;
  }
}

function assertSame({ both, neither, oursAlone, different, unexplained, classes }, tokens) {
  const none = (what, list) => assert.deepEqual(list.slice(0, MOST_REPORTED), [], what);
  none('accepted here alone', oursAlone);
  none('two payloads of one token', different);
  none('accepted by jose alone, for no reason in classes.mjs', unexplained);
  assert.ok(both > tokens / 20 && neither > tokens / 5, `${both} and ${neither} show little`);
  if (tokens < LEAST_TOKENS) return;
  const expected = CLASSES.map(({ name }) => name);
  assert.deepEqual(Object.keys(classes).sort(), expected.sort(), 'classes that only jose accepts');
}

function summary({ both, neither, oursAlone, classes }) {
  const byClass = Object.entries(classes).map(([name, count]) => `${count} ${name}`);
  return [
    `${both} accepted by both`,
    `${neither} by neither`,
    `${oursAlone.length} here alone`,
    `by jose alone: ${byClass.join(', ')}`,
  ].join('; ');
}
