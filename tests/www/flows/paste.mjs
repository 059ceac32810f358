// Whatever people paste or drop, the pane has its token, and the verdict is about that.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import { ENCRYPTED, PAYLOAD, SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { texts } from '../texts.mjs';
import { actions } from '../visit.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OTHER = tokenOf(PAYLOAD.replace('user-1', 'user-2'));

export default function paste({ test, assert, open }) {
  test('every text with a token in it has the verdict of the token', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.key, SECRET);
      for (const { name, text, tokens } of texts({
        ...{ token: TOKEN, other: OTHER, encrypted: ENCRYPTED },
      })) {
        await does.paste(does.token, text);
        assert.equal(await does.tokenText(), tokens[0], name);
        const expected = tokens[0] === TOKEN ? 'Signature verified' : undefined;
        if (expected !== undefined) await does.verdictIs(expected);
      }
    }));

  test('a line says where the token was found, and gives the text back', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const text = `curl https://api.example/ -H 'Authorization: Bearer ${TOKEN}'`;
      await does.paste(does.token, text);
      await page.getByText('Token found in the Authorization header of a curl command.').waitFor();
      await page.getByRole('button', { name: 'Show the pasted text' }).click();
      assert.equal(await does.tokenText(), text.replaceAll(/\s/g, ''));
      await page.getByText('There is a token in this text.').waitFor();
      await page.getByRole('button', { name: 'Show the token' }).click();
      assert.equal(await does.tokenText(), TOKEN);
    }));

  test('two tokens are switched between, which keeps the focus, and compared', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const answer = { access_token: TOKEN, token_type: 'Bearer', id_token: OTHER };
      await does.paste(does.token, JSON.stringify(answer, null, 2));
      await page
        .getByText('2 tokens found. The one shown is in the JSON member access_token.')
        .waitFor();
      const chip = page.getByRole('button', { name: 'id_token', exact: true });
      await chip.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: 'user-2' }).waitFor();
      assert.equal(await does.tokenText(), OTHER);
      assert.equal(await chip.getAttribute('aria-pressed'), 'true');
      assert.equal(await chip.evaluate((button) => button === document.activeElement), true);
      await page.getByRole('button', { name: 'Compare with access_token' }).click();
      const dialog = page.getByRole('dialog', { name: 'Compare' });
      await dialog.getByText('1 difference', { exact: true }).waitFor();
    }));

  test('the tokens of a log are a table, sorted and opened', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.key, SECRET);
      const claims = (index) =>
        JSON.stringify({
          iss: `https://issuer-${9 - index}.example/`,
          sub: `user-${index}`,
          exp: 4102444800 + index,
        });
      const tokens = Array.from({ length: 8 }, (_, index) =>
        tokenOf(claims(index), undefined, index === 3 ? 'x'.repeat(32) : SECRET),
      );
      const lines = tokens.map((token) => `2026-11-12T10:15:32Z level=info token=${token} ok`);
      await does.paste(does.token, lines.join('\n'));
      const table = page.locator('.token-table');
      await table.getByText('All 8 tokens').waitFor();
      const subjects = () => table.locator('tbody tr td:nth-child(3)').allInnerTexts();
      const ascending = tokens.map((_, index) => `user-${index}`);
      assert.deepEqual(await subjects(), ascending);
      const issuer = table.getByRole('columnheader', { name: 'Issuer' });
      await issuer.getByRole('button').click();
      assert.equal(await issuer.getAttribute('aria-sort'), 'ascending');
      assert.deepEqual(await subjects(), ascending.toReversed());
      await issuer.getByRole('button').click();
      assert.equal(await issuer.getAttribute('aria-sort'), 'descending');
      assert.deepEqual(await subjects(), ascending);
      await table.getByRole('cell', { name: 'Not valid' }).waitFor();
      assert.equal(await table.getByRole('cell', { name: 'Signature verified' }).count(), 7);
      await table.getByRole('button', { name: 'Open token 4' }).click();
      assert.equal(await does.tokenText(), tokens[3]);
      await does.verdictIs('Not valid');
      await does.paste(does.token, TOKEN);
      await table.waitFor({ state: 'hidden' });
    }));

  test('what is no token is told what it looks like, and goes where it belongs', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, `gh${'p_'}${'aB3'.repeat(12)}`);
      await page.getByText('This is a credential of GitHub, not a JWT').waitFor();
      // What a token would need is no answer for what is none.
      await does.paste(
        does.token,
        '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="a"/>',
      );
      await page.getByText('This is a SAML message, not a JWT').waitFor();
      await does.verdictIs('Not a token');
      assert.doesNotMatch(
        await page.locator('.verdict').innerText(),
        /Perhaps|three segments|ERR_/,
      );
      await does.paste(
        does.token,
        '{"kty":"oct","k":"MDEyMzQ1Njc4OWFiY2RlZi0wMTIzNDU2Nzg5QUJDREVG"}',
      );
      await page.getByText('This is a key (JWK), not a token.').waitFor();
      await page.getByRole('button', { name: 'Move it to the key field' }).click();
      assert.doesNotMatch(await does.tokenText(), /kty/);
      assert.match(await does.key.inputValue(), /"kty":"oct"/);
      await does.paste(does.token, PAYLOAD);
      await page.getByRole('button', { name: 'Use it as the payload' }).click();
      await page.getByRole('cell', { name: 'https://issuer.example/' }).waitFor();
      await does.paste(does.token, 'https://issuer.example/.well-known/jwks.json');
      await page.getByRole('button', { name: 'Fetch the keys from issuer.example' }).waitFor();
    }));

  test('a token that is only padded is repaired by one click', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, `${TOKEN}=`);
      await does.paste(does.key, SECRET);
      await page
        .getByText('This token is not written as the standard asks: it has padding (=).')
        .waitFor();
      await page.getByRole('button', { name: 'Repair it' }).click();
      await does.verdictIs('Signature verified');
      assert.equal(await page.locator('.note.repair').isVisible(), false);
    }));

  test('a paste without a field goes to the token, and a key to the key', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const pasteAnywhere = async (text) => {
        await page.evaluate((value) => navigator.clipboard.writeText(value), text);
        await page.evaluate(() => document.activeElement?.blur?.());
        await page.keyboard.press('ControlOrMeta+V');
      };
      await pasteAnywhere(`Authorization: Bearer ${TOKEN}`);
      await does.verdictIs('Not verified');
      assert.equal(await does.tokenText(), TOKEN);
      await pasteAnywhere('{"kty":"oct","k":"MDEyMzQ1Njc4OWFiY2RlZi0wMTIzNDU2Nzg5QUJDREVG"}');
      await does.verdictIs('Signature verified');
      assert.equal(await does.tokenText(), TOKEN);
      // A field that has the focus keeps what is pasted into it, and a dialog too.
      const audience = page.getByRole('textbox', { name: 'Audience' });
      await does.paste(audience, OTHER);
      assert.equal(await audience.inputValue(), OTHER);
      assert.equal(await does.tokenText(), TOKEN);
      await audience.fill('');
      await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
      await pasteAnywhere(OTHER);
      assert.equal(await does.tokenText(), TOKEN);
    }));

  test('a file that is dropped goes to the token, or the key', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const drag = (type, ...files) =>
        page.evaluate(
          ([name, given]) => {
            const dataTransfer = new DataTransfer();
            for (const [text, file] of given) dataTransfer.items.add(new File([text], file));
            const settings = { dataTransfer, bubbles: true, cancelable: true };
            const event = new DragEvent(name, settings);
            document.querySelector('main').dispatchEvent(event);
            return event.defaultPrevented;
          },
          [type, files],
        );
      const har = JSON.stringify({
        log: {
          entries: [
            { request: { headers: [{ name: 'Authorization', value: `Bearer ${TOKEN}` }] } },
          ],
        },
      });
      const hint = page.locator('.drop-hint');
      assert.equal(await hint.isVisible(), false);
      assert.equal(await drag('dragover', [har, 'a.har']), true);
      await hint.waitFor();
      await drag('drop', [har, 'a.har']);
      await page.getByText('Token found in a HAR file, at Authorization.').waitFor();
      assert.equal(await hint.isVisible(), false);
      await drag('drop', [
        '{"kty":"oct","k":"MDEyMzQ1Njc4OWFiY2RlZi0wMTIzNDU2Nzg5QUJDREVG"}',
        'key.json',
      ]);
      await does.verdictIs('Signature verified');
      await page.getByRole('status').getByText('The key is in the key field.').waitFor();
    }));

  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing, and nothing is cut off on a phone, ${colorScheme}`, () =>
      open({ colorScheme, viewport: { width: 390, height: 844 } }, async ({ page }) => {
        const does = actions(page);
        await page.evaluate(AXE);
        await does.paste(does.key, SECRET);
        const lines = Array.from(
          { length: 8 },
          (_, index) => `a${index}=${tokenOf(`{"sub":"${index}"}`)}`,
        );
        for (const [text, shown] of [
          [`a=${TOKEN}&b=${OTHER}&${'c'.repeat(60)}=${tokenOf('{}')}`, 'Compare with b'],
          [lines.join('\n'), 'All 8 tokens'],
          [`${TOKEN.split('.')[0]}==.${TOKEN.split('.').slice(1).join('.')}`, 'Repair it'],
          [PAYLOAD, 'Use it as the payload'],
        ]) {
          await does.paste(does.token, text);
          await page.getByText(shown).waitFor();
          const { violations } = await page.evaluate(() => axe.run());
          const told = violations.map(
            ({ id, nodes }) => `${shown}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`,
          );
          assert.deepEqual(told, []);
          const { scroll, client } = await page.evaluate(() => ({
            scroll: document.documentElement.scrollWidth,
            client: document.documentElement.clientWidth,
          }));
          assert.ok(scroll <= client, `${shown}: the page is ${scroll} wide in ${client}`);
        }
      }));
  }

  test('the verdict comes within a tenth of a second, on a processor four times slower', () =>
    open({}, async ({ page, context }) => {
      const does = actions(page);
      await does.paste(does.key, SECRET);
      // Once, so that the module and the code run.
      await does.paste(does.token, tokenOf('{"sub":"first"}'));
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const text = `curl https://api.example/v1 -H 'Authorization: Bearer ${TOKEN}' --compressed`;
      const times = [];
      const forged = `Bearer ${OTHER.slice(0, -4)}AAAA`;
      for (const pasted of [forged, text, forged, text, forged]) {
        times.push(await page.evaluate(verdictAfter, pasted));
      }
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      // The best of five: what else the machine does is no fault of the page.
      const best = Math.min(...times);
      console.log(`page: from paste to verdict, 4x slower: ${times.map(Math.round).join(', ')} ms`);
      assert.ok(best < 100, `${best} ms`);
      await does.verdictIs('Not valid');
    }));
}

/** In the page: milliseconds from a paste with no field focused until the verdict says something else. */
function verdictAfter(text) {
  document.activeElement?.blur?.();
  const line = document.querySelector('.verdict .line');
  return new Promise((resolve) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const started = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(line, { subtree: true, childList: true, characterData: true });
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
}
