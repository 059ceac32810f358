// npm run screenshots: the page at three widths and in both themes, into www/screenshots, which git ignores.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSteps } from './lib/build.mjs';
import { flags, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { setupForTest } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

const FOLDER = inProject('www', 'screenshots');
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
];
const THEMES = ['light', 'dark'];

await main(async () => {
  flags([]);
  await runChain([...setupForTest, ...buildSteps, { name: 'screenshots', run: takeAll }]);
});

async function takeAll() {
  // Imported here, so that this file can be read before the dependencies are installed.
  const { launchHeadlessChromium } = await import('../tests/support/headless-chromium.mjs');
  const { servePage, visit } = await import('../tests/www/visit.mjs');
  mkdirSync(FOLDER, { recursive: true });
  const { origin, stop } = await servePage();
  const browser = await launchHeadlessChromium();
  try {
    for (const viewport of SIZES) {
      for (const colorScheme of THEMES) {
        const name = `${viewport.width}-${colorScheme}`;
        await visit(browser, `${origin}/`, { viewport, colorScheme }, ({ page }) =>
          takeScenes(page, name),
        );
      }
    }
  } finally {
    await browser.close();
    await stop();
  }
  return `in ${FOLDER}`;
}

/** The empty page, a token that is valid, and one of the attacks. */
async function takeScenes(page, name) {
  const { actions } = await import('../tests/www/visit.mjs');
  const does = actions(page);
  const take = (scene, fullPage) =>
    page.screenshot({ path: join(FOLDER, `${name}-${scene}.png`), fullPage });
  await take('empty', false);
  await does.example('ES256');
  await does.verdictIs('Valid');
  // Beside a field, so that no cursor blinks in the picture.
  await page.locator('h1').click();
  await take('valid', true);
  await take('top', false);
  await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
  await take('examples', false);
  await page.getByRole('dialog').getByRole('button', { name: 'Start the tour' }).click();
  await page.getByRole('heading', { name: 'The genuine token' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await does.verdictIs('Not valid');
  await take('attack', true);
}
