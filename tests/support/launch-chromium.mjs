// Headless Chromium, driven by Playwright.

import { launchHeadlessChromium } from './headless-chromium.mjs';

/** For `browserRunner`. */
export async function launchChromium({ whenDone }) {
  const browser = await launchHeadlessChromium();
  whenDone(() => browser.close());
  return { version: browser.version(), resultOf: (url) => resultOf(browser, url) };
}

/** Errors of the page itself end the wait. */
async function resultOf(browser, url) {
  const page = await browser.newPage();
  const broken = new Promise((_, reject) => {
    page.on('pageerror', reject);
    page.on('crash', () => reject(new Error(`${url} crashed`)));
  });
  // A page that measures is loaded when it has measured. Who runs tests ends them by a limit of his own.
  await page.goto(url, { timeout: 0 });
  try {
    return await Promise.race([page.evaluate(() => globalThis.taskResult), broken]);
  } finally {
    // A page that stays takes time from the next one.
    await page.close();
  }
}
