// Runtimes that are programs: the suite as a script that they run.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { inProject } from '../../scripts/lib/project.mjs';
import { COPIES } from './pack.mjs';

const runFile = promisify(execFile);
/** Milliseconds for the whole suite, which takes seconds. */
const PATIENCE = 300_000;

/** Runs the suite in `folder` by `program` with `args` before the script, as `runner` wants it. */
export async function runInProgram({ program, args, folder, leftOut = {} }) {
  const script = join(folder, 'main.mjs');
  await writeFile(script, scriptOf(leftOut));
  const options = { cwd: folder, timeout: PATIENCE, maxBuffer: 1e7 };
  const { stdout } = await runFile(program, [...args, script], options);
  const { stdout: version } = await runFile(program, ['--version']);
  return { version: /\d+\.\d+\.\d+/.exec(version)[0], ...JSON.parse(stdout) };
}

/**
 * The package is found by its name, through the conditions of its `exports`. Each place is written out,
 * because Deno reads without a permission only what it finds in the script before it runs.
 */
function scriptOf(leftOut) {
  const places = Array.from({ length: COPIES }, (_, index) => `./copies/${index + 1}/index.mjs`);
  const runtimes = pathToFileURL(inProject('tests', 'runtimes', 'in-runtime.mjs')).href;
  return `
import fixtures from './fixtures.mjs';
import { runSuite } from '${runtimes}';
const packages = [${places.map((place) => `() => import('${place}')`)}];
const importPackage = (copy) => packages[copy - 1]();
const leftOut = ${JSON.stringify(leftOut)};
console.log(JSON.stringify(await runSuite({ importPackage, fixtures, leftOut })));
`;
}
