// npm run differential: what this build and jose say of mutated tokens. Takes how many for each algorithm, and a
// seed: `npm run differential -- 60000 7`.

import { buildSteps } from './lib/build.mjs';
import { runNode } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  await runChain([...setupForBuild, ...buildSteps]);
  await runNode('tests/differential/run.mjs', process.argv.slice(2));
});
