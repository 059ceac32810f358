// npm test: set-up, build, then every check of the project. The last line is the count.

import { buildSteps } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForTest } from './lib/setup.mjs';
import { runAll } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runAll([...setupForTest, ...buildSteps, ...checks]);
});
