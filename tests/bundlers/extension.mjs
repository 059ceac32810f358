// An extension in Chromium, which only a profile on disk can have.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromiumWithExtension } from '../support/headless-chromium.mjs';

/** What its service worker left in `answer`, and its page in `data-result`. */
export async function visitExtension(folder) {
  const profile = await mkdtemp(join(tmpdir(), 'edge-jwt-profile-'));
  const context = await launchChromiumWithExtension(profile, folder);
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    await page.goto(new URL('page.html', worker.url().replace(/dist\/.*/, '')).href);
    const body = page.locator('body[data-result]');
    await body.waitFor({ state: 'attached' });
    return {
      'service worker': await worker.evaluate(() => globalThis.answer),
      page: JSON.parse(await body.getAttribute('data-result')),
    };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
