// The built page in Chromium: what people do with it, from the first paste to a link that is shared; and in
// Firefox and WebKitGTK the first of that, and the commonest texts.

import assert from 'node:assert/strict';
import { loop, report } from '../support/loop.mjs';
import access from './flows/access.mjs';
import attacks from './flows/attacks.mjs';
import elsewhere from './flows/elsewhere.mjs';
import guidance from './flows/guidance.mjs';
import keys from './flows/keys.mjs';
import kinds from './flows/kinds.mjs';
import loading from './flows/loading.mjs';
import main from './flows/main.mjs';
import paste from './flows/paste.mjs';
import sharing from './flows/sharing.mjs';
import { launchHeadlessChromium } from '../support/headless-chromium.mjs';
import { servePage, visit } from './visit.mjs';

const themes = { main, paste, guidance, keys, kinds, attacks, sharing, access, loading, elsewhere };

const { origin, stop } = await servePage();
const browser = await launchHeadlessChromium();
try {
  const { test, run } = loop();
  const open = (options, use) => visit(browser, `${origin}/`, options, use);
  // One of them alone, for whoever works on it: ONLY=keys.
  const chosen = Object.entries(themes).filter(([name]) => (process.env.ONLY ?? name) === name);
  for (const [theme, register] of chosen) {
    const named = (name, action) => test(`${theme}: ${name}`, action);
    register({ test: named, assert, open, browser, origin });
  }
  if (!report('page', await run())) process.exitCode = 1;
} finally {
  await browser.close();
  await stop();
}
