// For everybody: by keyboard alone, on a phone and on a wide screen, in both themes, and by a screen reader.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [390, 1280, 1920];

export default function access({ test, assert, open }) {
  test('the main flow by keyboard alone', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await page.evaluate((text) => navigator.clipboard.writeText(text), TOKEN);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+V');
      await does.verdictIs('Not verified');
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press('Tab');
        if (await does.key.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.type(SECRET);
      await does.verdictIs('Signature verified');
    }));

  test('whatever has the focus keeps it while time passes', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const soon = Math.floor(Date.now() / 1000) + 50;
      await does.paste(does.token, `Bearer ${tokenOf(`{"iss":"a","exp":${soon}}`)}`);
      const places = [
        page.getByRole('link', { name: 'RFC 7519 §4.1.4' }),
        page.getByRole('button', { name: 'text' }),
        page.getByRole('button', { name: '+1 h' }),
      ];
      for (const place of places) {
        await place.focus();
        const before = await page.locator('.light').nth(1).innerText();
        await page.waitForFunction(
          (text) => document.querySelectorAll('.light')[1].innerText !== text,
          before,
        );
        assert.ok(await place.evaluate((element) => element === document.activeElement));
      }
    }));

  test('the verdict stays in view on a phone, further down', () =>
    open({ viewport: { width: 390, height: 844 } }, async ({ page }) => {
      const does = actions(page);
      await does.example('HS256');
      await page.locator('.reminder').waitFor({ state: 'hidden' });
      await page.locator('.panel.code').scrollIntoViewIfNeeded();
      await page.locator('.reminder').getByText('Valid').waitFor();
      await page.getByRole('textbox', { name: 'Issuer' }).fill('https://other.example/');
      await page.locator('.reminder').getByText('Not valid').waitFor();
    }));

  for (const language of ['en', 'de']) {
    test(`on a phone the head of the page is its name and one row of buttons, ${language}`, () =>
      open({ viewport: { width: 390, height: 844 }, locale: language }, async ({ page }) => {
        const tops = await page
          .locator('.topbar nav > *')
          .evaluateAll((all) => all.map((element) => element.getBoundingClientRect()));
        const middles = tops.map(({ top, height }) => Math.round((top + height / 2) / 8));
        assert.equal(new Set(middles).size, 1, JSON.stringify(middles));
        assert.ok((await page.locator('.topbar').boundingBox()).height < 90);
      }));
  }

  test('what matters is in the first screen', () =>
    open({ viewport: { width: 1280, height: 720 } }, async ({ page }) => {
      const does = actions(page);
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: 'https://issuer.example/', iat: now, exp: now + 40 * 86_400 };
      await does.example('RS256');
      await does.verdictIs('Valid');
      const shows = async (what, height) => {
        const { y, height: own } = await page.locator(what).first().boundingBox();
        assert.ok(y + own <= height, `${what} ends at ${y + own} of ${height}`);
      };
      for (const what of ['.verdict', '.key-line', '.claims tr:nth-child(4)']) {
        await shows(what, 720);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      for (const what of ['.panel.key', '.panel.policy']) await shows(what, 900);
      await page.setViewportSize({ width: 1280, height: 720 });
      await does.paste(does.token, tokenOf(JSON.stringify(claims)));
      await shows('.weighty', 720);
    }));

  for (const width of WIDTHS) {
    test(`nothing is cut off at ${width} pixels`, () =>
      open({ viewport: { width, height: 800 } }, async ({ page }) => {
        const does = actions(page);
        await does.example('RS256');
        await does.verdictIs('Valid');
        await openAll(page);
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        assert.ok(scroll <= client, `the page is ${scroll} wide in ${client}`);
      }));
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on any panel, ${colorScheme}`, () =>
      open({ colorScheme }, async ({ page }) => {
        const does = actions(page);
        await page.evaluate(AXE);
        await check('empty');
        await does.example('ES256');
        await does.verdictIs('Valid');
        await openAll(page);
        await page.locator('.forms').getByRole('button', { name: 'JWK' }).first().click();
        await page.getByLabel('Provider').selectOption('auth0');
        await check('everything open');
        await does.paste(does.token, `${TOKEN}=`);
        await check('a broken token');
        await page.getByRole('navigation').getByRole('button', { name: 'Compare' }).click();
        await page.getByLabel('The other token').fill(TOKEN);
        await check('compare');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Share' }).click();
        await check('share');
        await page.keyboard.press('Escape');
        await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
        await check('examples');
        await page.getByRole('dialog').getByRole('button', { name: 'Start the tour' }).click();
        await does.verdictIs('Valid');
        for (let attack = 1; attack < 11; attack += 1) {
          await page.getByRole('button', { name: 'Next' }).click();
        }
        await does.verdictIs('Weak key');
        await check('the tour');

        async function check(what) {
          const { violations } = await page.evaluate(() => axe.run());
          const told = violations.map(
            ({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`,
          );
          assert.deepEqual(told, []);
        }
      }));
  }
}

/** Also what is folded in what is folded. */
const openAll = (page) =>
  page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
