// npm run check: the checks worth running before every commit. `npm test` runs all of them.

import { buildSteps } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForCheck } from './lib/setup.mjs';
import { runAll } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runAll([...setupForCheck, ...buildSteps, ...checks.filter((check) => check.quick)]);
});
