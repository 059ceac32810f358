// What can be said of the benchmark and the weighing without a quiet machine: that they count right, that
// a wrong answer ends the run, and that the shape of the output is the one that is promised.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mintFixtures } from '../../bench/speed/fixtures.mjs';
import { outcomeOf } from '../../bench/speed/goals.mjs';
import { measure } from '../../bench/speed/measure.mjs';
import { RUNTIMES } from '../../bench/speed/options.mjs';
import { comparedRows } from '../../bench/speed/rows.mjs';
import { runtimes } from '../../bench/speed/runtimes.mjs';
import { slopeOf, spreadOf } from '../../bench/speed/statistics.mjs';
import { inTurns } from '../../bench/speed/timer.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { demangled } from '../../bench/size/demangle.mjs';
import { areaOf } from '../../bench/size/top.mjs';
import { functionsOf, sectionsOf } from '../../bench/size/wasm-module.mjs';
import { loop, report } from '../support/loop.mjs';

const { test, run } = loop();
const now = () => performance.now();
const settings = { clock: now, turnMs: 0.1, totalMs: 1 };
const fixtures = mintFixtures();

test('--json prints a row with these members for each library', async () => {
  const args = [
    inProject('bench', 'speed', 'run.mjs'),
    '--quick',
    '--json',
    '--operation',
    'decode',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const rows = JSON.parse(stdout);
  assert.ok(rows.some(({ lib }) => lib === 'jwt-decode'));
  for (const row of rows) {
    const { runtime, op, alg, lib, us, ratio_to_ours: ratio, ...others } = row;
    assert.deepEqual(others, {});
    assert.deepEqual([runtime, op, alg, typeof lib], ['node', 'decode', 'RS256', 'string']);
    assert.ok(us > 0 && ratio > 0, JSON.stringify(row));
    if (lib === 'edge-jwt') assert.equal(ratio, 1);
  }
});

test('a typical token has 400 to 650 characters', () => {
  for (const [name, { tokens }] of Object.entries(fixtures.keys)) {
    for (const { length } of tokens) assert.ok(length >= 400 && length <= 650, `${name} ${length}`);
  }
});

const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
const measureWith = (decode, verify) =>
  measure({
    libraries: [{ name: 'other', decode, verify }],
    ...{ fixtures, settings, only: verify === undefined ? 'decode' : 'verify' },
  });

test('a library that answers with its claims takes part', async () => {
  const [row] = await measureWith(() => claimsOf);
  assert.deepEqual([row.op, row.lib], ['decode', 'other']);
});

test('a library whose answer is wrong fails the run', async () => {
  const wrong = (token) => ({ ...claimsOf(token), sub: 'another' });
  await assert.rejects(
    measureWith(() => wrong),
    /other \(decode RS256\)/,
  );
});

test('a library that accepts a changed token fails the run', async () => {
  await assert.rejects(
    measureWith(undefined, () => claimsOf),
    /a token that was changed/,
  );
});

test('a promise is waited for', async () => {
  let running = 0;
  let most = 0;
  const action = async () => {
    running += 1;
    most = Math.max(most, running);
    await undefined;
    running -= 1;
  };
  await inTurns([{ action, tokens: ['a'], isAsync: true }], settings);
  assert.equal(most, 1);
});

test('candidates take turns, and each of them begins at times', async () => {
  const seen = [];
  const candidates = ['a', 'b', 'c'].map((name) => ({
    action() {
      if (seen.at(-1) !== name) seen.push(name);
      for (const end = now() + 0.2; now() < end;);
    },
    tokens: [''],
    isAsync: false,
  }));
  const times = await inTurns(candidates, settings);
  assert.ok(times.every((each) => each.length >= 5 && each.every((us) => us >= 200)));
  const warmUp = 'abc';
  assert.match(seen.join(''), new RegExp(`^${warmUp}abcbcacab`));
});

test('the median and the quartiles', () => {
  assert.deepEqual(spreadOf([5, 1, 4, 2, 3]), { q1: 2, us: 3, q3: 4 });
  assert.deepEqual(spreadOf([10, 20]), { q1: 12.5, us: 15, q3: 17.5 });
});

test('the slope of a line through points around it', () => {
  assert.equal(slopeOf([0, 1, 2, 3].map((x) => [x, 7 + 3 * x])), 3);
  const points = [
    [0, 0],
    [1, 3],
    [2, 3],
  ];
  assert.equal(slopeOf(points), 1.5);
});

test('ratios are to ours, and a goal is met up to its limit', () => {
  const row = (lib, us) => ({ op: 'verify', alg: 'ES384', lib, us });
  const rows = [row('edge-jwt', 80), row('jose', 100), row('hono/jwt', 40)];
  const [ours, jose, hono] = comparedRows({ rows, startMs: [] });
  assert.deepEqual([ours.ratio, jose.ratio, hono.ratio], [1, 1.25, 0.5]);
  assert.deepEqual(jose.outcome, { actual: 0.8, atMost: 0.8, isMet: true });
  assert.equal(hono.outcome, undefined);
  assert.equal(outcomeOf(jose, row('edge-jwt', 81)).isMet, false);
});

test('the start is held to milliseconds', () => {
  const [row] = comparedRows({ rows: [], startMs: [9, 7, 8] });
  assert.deepEqual([row.us, row.ratio, row.outcome.isMet], [8000, 1, true]);
});

test('the command line knows the runtimes that there are', () => {
  assert.deepEqual(Object.keys(runtimes).sort(), [...RUNTIMES].sort());
});

/** Imports a function, a table, a memory and a global; of its own functions the second has a name. */
const MODULE = Uint8Array.from([
  0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, 30, 4, 1, 0x61, 1, 0x66, 0, 0, 1,
  0x61, 1, 0x74, 1, 0x70, 1, 1, 2, 1, 0x61, 1, 0x6d, 2, 0, 1, 1, 0x61, 1, 0x67, 3, 0x7f, 0, 3, 3, 2,
  0, 0, 10, 8, 2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b, 0, 13, 4, 0x6e, 0x61, 0x6d, 0x65, 1, 6, 1, 2, 3,
  0x61, 0x3a, 0x3a,
]);

test('a module is read as engines read it', () => {
  assert.ok(WebAssembly.validate(MODULE));
  assert.deepEqual(functionsOf(MODULE), [
    { size: 2, name: undefined },
    { size: 3, name: 'a::' },
  ]);
  const sections = sectionsOf(MODULE).map(({ name, size }) => [name, size]);
  assert.deepEqual(sections.at(-1), ['custom "name"', 13]);
  assert.deepEqual(sections.at(-2), ['code', 8]);
});

test('a function belongs to the crate that its name begins with, ours to a module of it', () => {
  const areas = {
    _ZN8edge_jwt3key6digest17h0123456789abcdefE: 'edge_jwt::key',
    '_ZN42_$LT$p256..Scalar$u20$as$u20$ff..Field$GT$6invert17h0123456789abcdefE': 'p256',
    '_ZN44_$LT$$RF$mut$u20$serde_json..De$LT$R$GT$$GT$3any17h0123456789abcdefE': 'serde_json',
    _RNvNtCsgXGp5Oqx2Ny_4core3num14format_shortest: 'core',
    'edge_jwt::decode': 'edge_jwt',
    memcpy: 'none',
  };
  for (const [symbol, area] of Object.entries(areas)) {
    assert.equal(areaOf(demangled(symbol)), area, symbol);
  }
  assert.equal(demangled('_ZN8edge_jwt3key6digest17h0123456789abcdefE'), 'edge_jwt::key::digest');
});

if (!report('bench', await run())) process.exitCode = 1;
