// npm run bench: the speed of this build beside that of other libraries, in one runtime. With --json the
// rows are the only thing on standard output; the steps before them go to standard error.

import { benchOptions } from '../bench/speed/options.mjs';
import { buildSteps } from './lib/build.mjs';
import { runNode, writeStepsToStandardError, writeStepsToStandardOutput } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { setupForBench, setupForBuild, setupForFastly, setupForRuntimes } from './lib/setup.mjs';
import { runChain, runSteps } from './lib/steps.mjs';

await main(async () => {
  const given = process.argv.slice(2);
  const { runtime } = benchOptions(given);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps, ...setupForBench]);
  if (runtime === 'fastly') await runChain(setupForFastly);
  // One that is not to be had for this machine is no reason to do without the one that is asked for.
  else if (runtime !== 'node') await runSteps(setupForRuntimes);
  writeStepsToStandardOutput();
  await runNode('bench/speed/run.mjs', given);
});
