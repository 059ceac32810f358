// npm run packaging: bundles and runs the packed package with every tool of tests/bundlers, also in the
// modes that `npm test` leaves out for their time, or with those that are named.

import { buildSteps } from './lib/build.mjs';
import { runNode } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { setupForBuild, setupForPackaging } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  const names = process.argv.slice(2);
  await runChain([...setupForBuild, ...buildSteps, ...setupForPackaging]);
  await runNode('tests/bundlers/run.mjs', names.length === 0 ? ['--all'] : names);
});
