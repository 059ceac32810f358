// A link carries the token, and never a secret.

import { PAYLOAD, SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

export default function sharing({ test, assert, open, origin }) {
  test('a live token is shared only by whoever says so; the link opens to the same verdict', () =>
    open({}, async ({ page, context }) => {
      const does = actions(page);
      await does.example('ES256');
      const token = await does.tokenText();
      await page.getByRole('button', { name: 'Share' }).click();
      const dialog = page.getByRole('dialog', { name: 'Share' });
      await dialog.getByText('This token is still valid').waitFor();
      const link = dialog.getByLabel('Link', { exact: true });
      assert.equal(await link.isVisible(), false);
      await dialog.getByLabel('I understand').check();
      await dialog.getByLabel('With the public key').check();
      await dialog.getByLabel('With the expectations').check();
      const url = await link.inputValue();
      assert.ok(url.startsWith(`${origin}/#token=`));
      assert.doesNotMatch(decodeURIComponent(url), /PRIVATE|"d"/);
      await page.goto('about:blank');
      const other = await context.newPage();
      await other.goto(url);
      await actions(other).verdictIs('Valid');
      await other.getByText('The key came with the link').waitFor();
      assert.equal(await actions(other).tokenText(), token);
      assert.equal(
        await other.getByRole('textbox', { name: 'Issuer' }).inputValue(),
        'https://issuer.example/',
      );
    }));

  test('both tokens of a provider’s answer in the address are there', () =>
    open({}, async ({ page }) => {
      const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
      await page.goto('about:blank');
      await page.goto(`${origin}/#access_token=${TOKEN}&token_type=Bearer&id_token=${other}`);
      await page.getByRole('button', { name: 'id_token', exact: true }).click();
      await page.getByRole('cell', { name: 'user-2' }).waitFor();
    }));

  test('an expired token needs no question, and a secret is not in the link', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf(PAYLOAD.replace('4102444800', '1')));
      await does.key.fill(SECRET);
      await page.getByRole('button', { name: 'Share' }).click();
      const dialog = page.getByRole('dialog', { name: 'Share' });
      await dialog.getByText('Links never contain secrets or private keys.').waitFor();
      await dialog.getByLabel('With the expectations').check();
      const url = await dialog.getByLabel('Link', { exact: true }).inputValue();
      assert.ok(!url.includes(SECRET) && !url.includes('key='));
    }));

  test('nothing that was typed is stored, and nothing is in the address', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      await does.key.fill(SECRET);
      await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
      const stored = await page.evaluate(async () => ({
        local: Object.entries(localStorage),
        session: Object.entries(sessionStorage),
        databases: await indexedDB.databases(),
        cookie: document.cookie,
        address: location.href,
      }));
      assert.deepEqual(stored, {
        local: [['edge-jwt theme', 'dark']],
        session: [],
        databases: [],
        cookie: '',
        address: `${origin}/`,
      });
    }));
}
