// Runs every runner, one after the other, and says in a table or, with --json, as JSON, what each
// found. What failed or was left out is told on standard error.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { flags, main } from '../../scripts/lib/fault.mjs';
import { nodeProgram, npmTools } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

const OTHER_NODES = { 'node 22': npmTools.node22, 'node 24': npmTools.node24 };
const RUNNERS = [
  'node',
  ...Object.keys(OTHER_NODES),
  'deno',
  'bun',
  'workerd',
  'wrangler',
  'edge-runtime',
  'chromium',
  'firefox',
  'webkit',
];
const HEAD = ['runtime', 'version', 'passed', 'wasm load'];
const WIDTHS = [20, 16, 11];

await main(async () => {
  const isForProgram = flags(['--json']).has('--json');
  const all = [];
  if (!isForProgram) printLine(HEAD);
  for (const name of RUNNERS) {
    const rows = (await resultsOf(name)).map(rowOf);
    if (!isForProgram) for (const row of rows) printLine(cellsOf(row));
    all.push(...rows);
  }
  if (isForProgram) console.log(JSON.stringify(all));
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
  const other = OTHER_NODES[name];
  const program = other === undefined ? process.execPath : nodeProgram(other);
  const script = inProject('tests', 'runtimes', `${other === undefined ? name : 'node'}.mjs`);
  try {
    const { stdout } = await promisify(execFile)(program, [script, '--json'], { maxBuffer: 1e8 });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } catch (error) {
    console.error(`The suite could not be run in ${name}: ${error.stderr || error.message}`);
    process.exitCode = 1;
    return [];
  }
}

function cellsOf({ runtime, version, passed, total, load_ms: load }) {
  return [runtime, version, `${passed}/${total}`, `${load} ms`];
}

function printLine(cells) {
  console.log(cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join('  '));
}
