// Runs the suite in headless Firefox.

import { browserRunner } from './browser.mjs';
import { launchFirefox } from './launch-firefox.mjs';

await browserRunner('firefox', launchFirefox);
