// The page of examples/vite-spa in Chromium: it counts down, and renews its token before the end.

import assert from 'node:assert/strict';
import { launchHeadlessChromium } from '../support/headless-chromium.mjs';

const SECOND = 1000;

export async function check() {
  const browser = await launchHeadlessChromium();
  try {
    const page = await browser.newPage();
    await page.clock.install();
    await page.goto('http://127.0.0.1:4173/');
    const text = (id) => page.locator(`#${id}`).textContent();
    await page.locator('#user:text-is("user-1")').waitFor();
    assert.ok(Number(await text('seconds')) > 80);
    assert.equal(await text('renewals'), '0');
    await page.clock.runFor(20 * SECOND);
    assert.ok(Number(await text('seconds')) < 75, 'the seconds do not go down');
    await page.clock.runFor(15 * SECOND);
    // The issuer's clock has not moved on, so that the next renewal is soon due again.
    await page.waitForFunction(() => Number(document.querySelector('#renewals').value) > 0);
  } finally {
    await browser.close();
  }
}
