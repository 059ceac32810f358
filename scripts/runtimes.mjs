// npm run runtimes: what the suite finds in every runtime, and how long each takes to start the
// module. With --json the rows are the only thing on standard output. A runtime that is not to be had
// for this machine is no reason to leave out the others.

import { buildSteps } from './lib/build.mjs';
import { runNode, writeStepsToStandardError, writeStepsToStandardOutput } from './lib/command.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForBuild, setupForRuntimes } from './lib/setup.mjs';
import { runChain, runSteps } from './lib/steps.mjs';

await main(async () => {
  const given = flags(['--json']);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps]);
  await runSteps(setupForRuntimes);
  writeStepsToStandardOutput();
  await runNode('tests/runtimes/all.mjs', [...given]);
});
