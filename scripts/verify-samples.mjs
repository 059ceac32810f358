// Verifies every token of tests/vectors/samples through the npm package and prints a table.

import { Fault, flags, main } from './lib/fault.mjs';
import { readSamples } from './lib/samples.mjs';

const RUNS = 25;

await main(async () => {
  flags([]);
  const { importKey, verify } = await import('edge-jwt');
  const rows = readSamples().map((sample) => {
    const row = { algorithm: sample.algorithm, key: sample.key_form, minter: sample.minted_by };
    try {
      const key = importKey(sample.key, sample.algorithm);
      const options = verifyOptions(sample);
      verify(sample.token, key, options);
      const microseconds = medianMicroseconds(() => verify(sample.token, key, options));
      refuseChanged(verify, sample.token, key, options);
      return { ...row, result: 'verified', microseconds: microseconds.toFixed(0) };
    } catch (error) {
      return { ...row, result: `${error.code ?? error.name}: ${error.message}`, microseconds: '' };
    }
  });

  printTable(['algorithm', 'key', 'minter', 'result', 'microseconds'], rows);
  const verified = rows.filter((row) => row.result === 'verified').length;
  console.log(
    `${verified} of ${rows.length} sample tokens verified, ` +
      'and were refused with one bit of the signature changed.',
  );
  if (verified < rows.length) throw new Fault('A sample token did not verify: see the table.');
});

function verifyOptions({ options }) {
  const { currentDate } = options;
  return currentDate === undefined ? options : { ...options, currentDate: new Date(currentDate) };
}

/** A verifier that accepts everything would pass for a good one on good tokens alone. */
function refuseChanged(verify, token, key, options) {
  const [header, payload, signature] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[bytes.length - 1] ^= 1;
  try {
    verify([header, payload, bytes.toString('base64url')].join('.'), key, options);
  } catch (error) {
    if (error.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return;
    throw error;
  }
  throw new Error('a changed signature was accepted');
}

function medianMicroseconds(work) {
  const times = Array.from({ length: RUNS }, () => {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

function printTable(columns, rows) {
  const lines = [Object.fromEntries(columns.map((name) => [name, name])), ...rows];
  const width = (name) => Math.max(...lines.map((line) => line[name].length));
  const cell = (line, name) =>
    name === 'microseconds' ? line[name].padStart(width(name)) : line[name].padEnd(width(name));
  for (const line of lines) console.log(columns.map((name) => cell(line, name)).join('  '));
}
