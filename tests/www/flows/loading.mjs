// What comes over the wire, what works without it, and what happens when it fails.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { inProject } from '../../../scripts/lib/project.mjs';
import { FOREIGN_HOST } from '../../runtimes/foreign-host.mjs';
import { SECRET, TOKEN } from '../model/fixtures.mjs';
import { actions, servePage, visit } from '../visit.mjs';

const DIST = inProject('www', 'dist');
const ONE_FILE = 'edge-jwt-debugger.html';
/**
 * Bytes, by brotli, of all that a visit transfers, and what is kept for use without a network too, but for the
 * WebAssembly module, whose budget is in bench/size.
 */
const MOST = 111_500;

export default function loading({ test, assert, open, browser, origin }) {
  test('a visit transfers little, all that works offline later among it', () =>
    open({}, async ({ page }) => {
      const asked = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
      );
      const all = readdirSync(DIST, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== ONE_FILE)
        .map(({ parentPath, name }) => relative(DIST, join(parentPath, name)));
      const sizeOf = (files) =>
        files.reduce(
          (sum, file) => sum + brotliCompressSync(readFileSync(join(DIST, file))).length,
          0,
        );
      const isModule = (file) => file.endsWith('.wasm');
      const first = all.filter((file) => file === 'index.html' || asked.includes(file));
      const module = sizeOf(first.filter(isModule));
      const others = sizeOf(first.filter((file) => !isModule(file)));
      const later = sizeOf(all.filter((file) => !first.includes(file)));
      const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
      console.log(
        `page: ${kilobytes(module + others)} brotli before it is usable, ${kilobytes(module)} of them the ` +
          `module; ${kilobytes(later)} more are kept for later`,
      );
      assert.ok(module > 0, 'the module is not among what was asked for');
      assert.ok(others + later <= MOST, `${others + later} bytes`);
    }));

  test('there is one policy, and it allows no inline script or style', () =>
    open({}, async ({ page }) => {
      const policy = await page.locator('meta[http-equiv]').getAttribute('content');
      assert.match(
        policy,
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/,
      );
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*(?!;| )/);
      const inline = await page.evaluate(
        () =>
          document.querySelectorAll('script:not([src]), style, [style], [onclick], [onload]')
            .length,
      );
      assert.equal(inline, 0);
    }));

  test('a first decode is there soon on a slow machine', () =>
    open({}, async ({ page, context }) => {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto('about:blank');
      await page.goto(`${origin}/#token=${TOKEN}`);
      await page.getByRole('cell', { name: 'user-1' }).waitFor();
      const milliseconds = await page.evaluate(() => performance.now());
      console.log(
        `page: first decode after ${Math.round(milliseconds)} ms on a CPU four times slower`,
      );
    }));

  test('after the first visit it works without its server', async () => {
    const own = await servePage();
    try {
      await visit(browser, `${own.origin}/`, { mayFail: true }, async ({ page }) => {
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        await own.stop();
        await page.reload();
        const does = actions(page);
        await does.paste(does.token, TOKEN);
        await does.key.fill(SECRET);
        await does.verdictIs('Signature verified');
        // What no first visit transfers was kept too.
        await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
        await page.getByRole('button', { name: 'HS256 by RFC 7515 A.1' }).click();
        await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
        await does.verdictIs('Gültig');
      });
    } finally {
      await own.stop();
    }
  });

  test('as one file it needs no server and asks for nothing', () =>
    visit(browser, pathToFileURL(join(DIST, ONE_FILE)).href, {}, async ({ page, wentTo }) => {
      const does = actions(page);
      await does.token.focus();
      await page.keyboard.insertText(TOKEN);
      await does.key.fill(SECRET);
      await does.verdictIs('Signature verified');
      await does.example('ES256');
      await does.verdictIs('Valid');
      assert.deepEqual([...wentTo], []);
    }));

  test('over plain HTTP it verifies, and says why it cannot sign', () =>
    visit(browser, `${origin.replace('localhost', FOREIGN_HOST)}/`, {}, async ({ page }) => {
      const does = actions(page);
      await does.token.focus();
      await page.keyboard.insertText(TOKEN);
      await does.key.fill(SECRET);
      await does.verdictIs('Signature verified');
      await page.getByRole('button', { name: 'Sign with this key' }).first().click();
      await page.getByText(/Not signed: .*https/).waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
      const dialog = page.getByRole('dialog', { name: 'Examples' });
      await dialog.getByRole('button', { name: 'ES256', exact: true }).click();
      await dialog.getByText('This browser cannot generate such a key.').waitFor();
    }));

  test('a module that cannot be had is told, and nothing is said to be valid', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      const page = await context.newPage();
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto(`${origin}/#token=${TOKEN}`);
      await page.getByRole('alert').getByText('WebAssembly').waitFor();
    } finally {
      await context.close();
    }
  });
}
