// npm run conformance: what the published test vectors say about this build. With --json the report
// is the only thing on standard output; the steps before it go to standard error.

import { buildSteps } from './lib/build.mjs';
import { runNode, writeStepsToStandardError, writeStepsToStandardOutput } from './lib/command.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  const given = flags(['--json']);
  writeStepsToStandardError();
  await runChain([...setupForBuild, ...buildSteps]);
  writeStepsToStandardOutput();
  await runNode('tests/conformance/run.mjs', [...given]);
});
