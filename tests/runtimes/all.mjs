// Runs every runner, one after the other, and says in a table or, with --json, as JSON, what each
// found. What failed or was left out is told on standard error.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Fault, flags, main } from '../../scripts/lib/fault.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

const RUNNERS = ['node', 'deno', 'bun', 'workerd', 'edge-runtime', 'chromium', 'firefox', 'webkit'];
const HEAD = ['runtime', 'version', 'passed', 'wasm load'];

await main(async () => {
  const isForProgram = flags(['--json']).has('--json');
  const rows = [];
  for (const name of RUNNERS) rows.push(...(await resultsOf(name)).map(rowOf));
  if (isForProgram) console.log(JSON.stringify(rows));
  else printTable(rows);
});

/** A result's row; `load_ms` is how many milliseconds the first call took. */
function rowOf({ runtime, version, passed, failures, leftOut, loadMs }) {
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

/** A process for each runner, so that none can disturb another; it prints a line for each result. */
async function resultsOf(name) {
  const script = inProject('tests', 'runtimes', `${name}.mjs`);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--json']);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
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
