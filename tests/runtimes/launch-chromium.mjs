// Headless Chromium, driven by Playwright.

import { chromium } from 'playwright-core';
import { chromium as program, requireBrowserProgram } from '../../scripts/lib/browsers.mjs';
import { FOREIGN_HOST } from './browser.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${FOREIGN_HOST} 127.0.0.1`,
];

/** For `browserRunner`. */
export async function launchChromium({ whenDone }) {
  const browser = await chromium.launch({
    executablePath: requireBrowserProgram(program),
    args: FLAGS,
  });
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
  await page.goto(url);
  return Promise.race([page.evaluate(() => globalThis.taskResult), broken]);
}
