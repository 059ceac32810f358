// Runs the suite in headless Chromium.

import { browserRunner } from './browser.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';

await browserRunner('chromium', launchChromium);
