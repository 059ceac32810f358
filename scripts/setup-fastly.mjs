// npm run setup:fastly: what the tests on Fastly Compute need. Not part of the other set-up, because it
// takes half an hour.

import { flags, main } from './lib/fault.mjs';
import { setupForFastly } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runChain(setupForFastly);
});
