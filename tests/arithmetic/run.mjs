// node tests/arithmetic/run.mjs [number of random cases, 2000 without]: the public operation of RSA in
// WebAssembly, on the vector unit and without it, against the integers of JavaScript. Native tests
// never see the form that is shipped, and signatures that verify show little of what is at the edges.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/lib/command.mjs';
import { Fault, main } from '../../scripts/lib/fault.mjs';
import { edgeCases, randomCase } from './cases.mjs';

const FORMS = [
  { name: 'SIMD128', features: '+simd128' },
  { name: 'words of 32 bits', features: '-simd128' },
].flatMap(({ name, features }) => [
  { name: `${name}, overflow checked`, features, overflowChecks: 'on' },
  // As it is shipped: the compiler has other ideas when nothing is checked.
  { name, features, overflowChecks: 'off' },
]);

const RUSTC_OPTIONS = [
  '--edition',
  '2024',
  '--target',
  'wasm32-unknown-unknown',
  '--crate-type',
  'cdylib',
  // As in the module that is shipped, which is optimised as a whole.
  ...['-C', 'opt-level=3', '-C', 'codegen-units=1', '-D', 'warnings'],
];

await main(async () => {
  const randomCases = Number(process.argv[2] ?? 2000);
  const folder = mkdtempSync(join(tmpdir(), 'edge-jwt-arithmetic-'));
  try {
    for (const { name, features, overflowChecks } of FORMS) {
      const file = join(folder, 'module.wasm');
      await run('rustc', [
        ...RUSTC_OPTIONS,
        '-C',
        `target-feature=${features}`,
        '-C',
        `overflow-checks=${overflowChecks}`,
        '-o',
        file,
        'tests/arithmetic/module.rs',
      ]);
      const power = powerOf(new WebAssembly.Module(readFileSync(file)));
      let count = 0;
      for (const input of cases(randomCases)) {
        requireRight(power, input, name);
        count += 1;
      }
      console.log(`${name}: ${count} powers are right`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function* cases(randomCases) {
  yield* edgeCases();
  for (let index = 0; index < randomCases; index += 1) yield randomCase();
}

/** The module's function, on numbers: undefined for what it refuses. */
function powerOf(module) {
  const { bytes, memory, power } = new WebAssembly.Instance(module).exports;
  return ({ n, exponent, base }) => {
    const digits = (n.toString(16).length + 1) & ~1;
    const input = Buffer.from(
      [n, base].map((x) => x.toString(16).padStart(digits, '0')).join(''),
      'hex',
    );
    new Uint8Array(memory.buffer).set(input, bytes());
    const taken = power(digits / 2, exponent);
    const output = Buffer.from(memory.buffer, bytes() + digits / 2, digits / 2);
    return taken ? BigInt(`0x${output.toString('hex')}`) : undefined;
  };
}

function requireRight(power, input, form) {
  const { n, exponent, base } = input;
  const expected = base < n ? powerModulo(base, exponent, n) : undefined;
  const got = power(input);
  if (got === expected) return;
  const hex = (x) => x?.toString(16) ?? 'refused';
  throw new Fault(
    `${form}: ${hex(base)} to the power ${exponent} modulo ${hex(n)} should be ${hex(expected)} ` +
      `and is ${hex(got)}.`,
  );
}

function powerModulo(base, exponent, n) {
  let power = 1n;
  for (const bit of exponent.toString(2)) {
    power = (power * power) % n;
    if (bit === '1') power = (power * base) % n;
  }
  return power;
}
