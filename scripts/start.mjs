// npm start: set-up, build, a look at whether the samples verify, and then the page. With --once it
// ends after the samples.

import { buildSteps } from './lib/build.mjs';
import { runNode } from './lib/command.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';
import { servePage } from './serve.mjs';

const samples = {
  name: 'verify the sample tokens',
  run: () => runNode('scripts/verify-samples.mjs'),
};

await main(async () => {
  const given = flags(['--once']);
  await runChain([...setupForBuild, ...buildSteps, samples]);
  if (!given.has('--once')) await servePage();
});
