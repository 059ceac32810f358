// npm run size: what this build weighs. With --json the rows are the only thing on standard output; the
// steps before them go to standard error.

import { sizeOptions } from '../size/options.mjs';
import { buildSteps } from './lib/build.mjs';
import { runNode, writeStepsToStandardError, writeStepsToStandardOutput } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  const given = process.argv.slice(2);
  sizeOptions(given);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps]);
  writeStepsToStandardOutput();
  await runNode('size/run.mjs', given);
});
