// A visit to the built page in Chromium, in which nothing may go wrong: no request leaves the origin, nothing is
// an error on the console, and the page's own Content-Security-Policy reports nothing.

import assert from 'node:assert/strict';
import { createFileServer } from '../../scripts/serve.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

/** Milliseconds for one step of a flow. Machines that test are busy. */
const PATIENCE = 30_000;

/** Serves the built page on the loopback interface, under a name that browsers take for secure. */
export async function servePage() {
  const server = createFileServer(inProject('www', 'dist'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Opens `url` in a context of its own and hands `{ page, context, wentTo }` to `use`. `mayAsk` are other origins
 * that the flow has the page ask; `wentTo` are those that it asked. With `mayFail` requests may fail.
 */
export async function visit(browser, url, options, use) {
  const { mayAsk = [], mayFail = false, ...settings } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...settings,
  });
  context.setDefaultTimeout(PATIENCE);
  const problems = [];
  const wentTo = new Set();
  const home = new URL(url);
  context.on('request', (request) => {
    const target = new URL(request.url());
    if (target.protocol === 'data:' || target.protocol === 'blob:') return;
    if (
      home.protocol === 'file:' ? target.href.startsWith(home.href) : target.origin === home.origin
    )
      return;
    wentTo.add(target.origin);
    if (!mayAsk.includes(target.origin)) problems.push(`asked ${target.origin}`);
  });
  context.on('console', (message) => {
    const isExpected = mayFail && message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isExpected) {
      problems.push(`${message.type()} on the console: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => problems.push(`${error.error()}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`the policy refused ${violatedDirective}: ${blockedURI}`),
    );
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('.verdict').waitFor();
    const result = await use({ page, context, wentTo });
    assert.deepEqual(problems, []);
    return result;
  } finally {
    await context.close();
  }
}

/** What people do with the page, in their words. */
export const actions = (page) => ({
  token: page.getByRole('textbox', { name: 'JSON Web Token, encoded' }),
  payload: page.getByRole('textbox', { name: 'Claims, JSON' }),
  header: page.getByRole('textbox', { name: 'JOSE header, JSON' }),
  // Also while it is folded.
  key: page.locator('.panel.key textarea'),
  verdict: page.locator('.verdict .line'),
  async paste(locator, text) {
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await locator.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
  },
  async verdictIs(word) {
    await page.locator('.verdict .word').getByText(word, { exact: true }).waitFor();
  },
  async tokenText() {
    return (await this.token.inputValue()).replaceAll(/\s/g, '');
  },
  /** The payload is seen as claims first. */
  async showJson() {
    await page.getByRole('tab', { name: 'JSON' }).click();
  },
  async showClaims() {
    await page.getByRole('tab', { name: 'Claims' }).click();
  },
  /** A light's sentence. */
  async lightSays(name, text) {
    await page.locator('.light', { hasText: name }).getByText(text).waitFor();
  },
  async example(algorithm) {
    await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
    await page
      .getByRole('dialog', { name: 'Examples' })
      .getByRole('button', { name: algorithm, exact: true })
      .click();
    await page.getByRole('dialog', { name: 'Examples' }).waitFor({ state: 'hidden' });
  },
});
