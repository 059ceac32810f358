// npm run build: everything that is made from the sources. Afterwards `npm pack` in pkg/ makes the
// publishable tarball.

import { buildSteps } from './lib/build.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForBuild } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runChain([...setupForBuild, ...buildSteps]);
});
