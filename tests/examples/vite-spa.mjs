// The page of examples/vite-spa in Chromium: it counts down, and renews its token before the end.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromium as chromiumProgram, requireBrowserProgram } from '../../scripts/lib/browsers.mjs';

const SECOND = 1000;

export async function check() {
  const browser = await chromium.launch({
    executablePath: requireBrowserProgram(chromiumProgram),
    args: ['--no-sandbox', '--disable-gpu'],
  });
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
