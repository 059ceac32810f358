// npm run size: what this build weighs, and what its module consists of. With --json the rows are the only thing on standard output; the
// steps before them go to standard error.

import { existsSync } from 'node:fs';
import { sizeOptions } from '../size/options.mjs';
import { buildSteps } from './lib/build.mjs';
import { runNode, writeStepsToStandardError, writeStepsToStandardOutput } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

/** The module as the compiler leaves it, with the names of its functions. */
const NAMED = inProject('target', 'wasm32-unknown-unknown', 'release', 'edge_jwt.wasm');

await main(async () => {
  const given = process.argv.slice(2);
  const { names } = sizeOptions(given);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps]);
  writeStepsToStandardOutput();
  const found = names === undefined && existsSync(NAMED) ? ['--names', NAMED] : [];
  await runNode('size/run.mjs', [...given, ...found]);
});
