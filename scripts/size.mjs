// npm run size: what this build weighs, and what its module consists of. With --json the rows are the only
// thing on standard output; the steps before them go to standard error.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOptions } from '../bench/size/options.mjs';
import { buildSteps } from './lib/build.mjs';
import {
  run,
  runNode,
  writeStepsToStandardError,
  writeStepsToStandardOutput,
} from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

/** The module as the compiler leaves it; gone when `target` was cleaned since the build. */
const COMPILED = inProject('target', 'wasm32-unknown-unknown', 'module', 'edge_jwt_module.wasm');
const FOLDER = inProject('target', 'named');

await main(async () => {
  const given = process.argv.slice(2);
  const { json, names } = sizeOptions(given);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps]);
  writeStepsToStandardOutput();
  const isAsked = !json && names === undefined && existsSync(COMPILED);
  const found = isAsked ? ['--names', await namedModule()] : [];
  await runNode('bench/size/run.mjs', [...given, ...found]);
});

/** The module with the names of its functions: without what wasm-bindgen reads and leaves out. */
async function namedModule() {
  await run('wasm-bindgen', [
    '--target',
    'web',
    '--no-typescript',
    '--omit-default-module-path',
    '--out-dir',
    FOLDER,
    '--out-name',
    'edge_jwt',
    COMPILED,
  ]);
  return join(FOLDER, 'edge_jwt_bg.wasm');
}
