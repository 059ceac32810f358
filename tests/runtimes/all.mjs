// Runs every runner, one after the other, and says in a table or, with --json, as JSON, what each
// found. What failed or was left out is told on standard error.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Fault, flags, main } from '../../scripts/lib/fault.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

const RUNNERS = ['node', 'deno', 'bun', 'workerd', 'edge-runtime', 'chromium'];
const HEAD = ['runtime', 'version', 'passed', 'wasm load'];

await main(async () => {
  const isForProgram = flags(['--json']).has('--json');
  const rows = [];
  for (const name of RUNNERS) rows.push(await rowOf(name));
  if (isForProgram) console.log(JSON.stringify(rows));
  else printTable(rows);
});

/** One runtime's row; `load_ms` is how many milliseconds the first call took. */
async function rowOf(name) {
  const { runtime, version, passed, failures, leftOut, loadMs } = await resultOf(name);
  for (const failure of failures) {
    console.error(`${runtime}: FAILED ${failure.name}\n  ${failure.message}`);
    process.exitCode = 1;
  }
  for (const [test, reason] of Object.entries(leftOut)) {
    console.error(`${runtime}: left out ${test}: ${reason}`);
  }
  const total = passed + failures.length + Object.keys(leftOut).length;
  return { runtime, version, passed, total, load_ms: Math.round(loadMs * 10) / 10 };
}

/** A process for each, so that none can disturb another. */
async function resultOf(name) {
  const script = inProject('tests', 'runtimes', `${name}.mjs`);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--json']);
    return JSON.parse(stdout);
  } catch (error) {
    throw new Fault(`The suite could not be run in ${name}: ${error.stderr || error.message}`);
  }
}

function printTable(rows) {
  const lines = rows.map(({ runtime, version, passed, total, load_ms: load }) => [
    runtime,
    version,
    `${passed}/${total}`,
    `${load} ms`,
  ]);
  const all = [HEAD, ...lines];
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  for (const line of all) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
