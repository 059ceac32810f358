// npm run setup: gets this machine ready for `npm start` and `npm test`, and builds nothing.

import { flags, main } from './lib/fault.mjs';
import { setupForTest } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runChain(setupForTest);
});
