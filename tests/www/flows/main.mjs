// The main flow, and what else people do: paste, verify, edit, travel in time, compare.

import { jwtVerify, importPKCS8, importJWK } from 'jose';
import { PAYLOAD, SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

const ALGORITHMS = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

export default function main({ test, assert, open }) {
  test('paste, verdict, key, verdict', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, `curl https://api.example/ -H 'Authorization: Bearer ${TOKEN}'`);
      await does.verdictIs('Not verified');
      await page.getByText('Token found in the Authorization header of a curl command.').waitFor();
      await page.getByRole('cell', { name: 'https://issuer.example/' }).waitFor();
      await does.paste(does.key, SECRET);
      await does.verdictIs('Signature verified');
      await does.lightSays('Expectations', 'Not checked: Issuer and Audience.');
      await page.getByRole('button', { name: 'Expect these' }).click();
      await does.verdictIs('Valid');
      await page.getByRole('textbox', { name: 'Audience' }).fill('https://other.example/');
      await does.verdictIs('Not valid');
      await page.locator('.failures').getByText('"https://other.example/"').waitFor();
    }));

  test('an SD-JWT is named, and its panes are those of the token that is signed', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, `${TOKEN}~WyJzYWx0IiwibmFtZSIsInZhbHVlIl0~${TOKEN}`);
      await does.paste(does.key, SECRET);
      await does.verdictIs('Signature verified');
      await page.locator('.kind summary').getByText('SD-JWT').waitFor();
      const panel = page.locator('.panel.signature');
      await panel.getByText('verified', { exact: true }).waitFor();
      await panel.getByText('32 bytes, from the pasted token').waitFor();
      await page.getByRole('cell', { name: 'https://issuer.example/' }).waitFor();
    }));

  test('an ID that JavaScript rounds is worth knowing, in both languages', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf('{"sub":9007199254740993}'));
      const findings = page.locator('main');
      await findings.getByText('JavaScript rounds it').waitFor();
      await page.getByLabel('Language').selectOption('de');
      await findings.getByText('JavaScript rundet sie').waitFor();
    }));

  test('what is typed over a selection takes its place, in every pane', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      for (const pane of [does.token, does.header, does.payload]) {
        await does.paste(does.token, TOKEN);
        if (pane === does.payload) await does.showJson();
        await pane.focus();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('{"a":1}');
        assert.equal(await pane.inputValue(), '{"a":1}');
        await pane.focus();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.insertText('{}');
        assert.equal(await pane.inputValue(), '{}');
      }
    }));

  test('several tokens in one text can be chosen from', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
      await does.paste(does.token, `{"access_token":"${TOKEN}","id_token":"${other}"}`);
      assert.equal(await does.tokenText(), TOKEN);
      await page.getByRole('button', { name: 'id_token', exact: true }).click();
      await page.getByRole('cell', { name: 'user-2' }).waitFor();
      assert.equal(await does.tokenText(), other);
    }));

  for (const algorithm of ALGORITHMS) {
    test(`${algorithm} is signed, edited and verified, here and by jose`, () =>
      open({}, async ({ page }) => {
        const does = actions(page);
        await does.example(algorithm);
        await does.verdictIs('Valid');
        const before = await does.tokenText();
        const claims = {
          sub: 'edited',
          iss: 'https://issuer.example/',
          aud: 'https://api.example/',
        };
        const exp = Math.floor(Date.now() / 1000) + 60;
        await does.showJson();
        await does.paste(does.payload, JSON.stringify({ ...claims, exp }));
        await page.getByText('made here with your key').waitFor();
        await does.verdictIs('Valid');
        const token = await does.tokenText();
        assert.notEqual(token, before);
        const { payload } = await verifiedByJose(token, await does.key.inputValue(), algorithm);
        assert.equal(payload.sub, 'edited');
      }));
  }

  test('a key that is put in never signs a pasted token', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const forged = tokenOf(PAYLOAD, undefined, 'z'.repeat(40));
      await does.paste(does.token, forged);
      await does.paste(does.key, SECRET);
      await does.verdictIs('Not valid');
      assert.equal(await does.tokenText(), forged);
      await page.getByRole('button', { name: 'Sign with this key' }).first().click();
      await does.verdictIs('Signature verified');
    }));

  test('a new line begins below the one before it', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await page.getByRole('button', { name: 'Write a token' }).click();
      await page.keyboard.insertText('{\n  "a": 1,');
      await page.keyboard.press('Enter');
      await page.keyboard.type('"b": 2');
      assert.equal(await does.payload.inputValue(), '{\n  "a": 1,\n  "b": 2');
    }));

  test('undo and redo are the page’s, from every field, and a dialog’s are its own', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
      await does.paste(does.token, TOKEN);
      await does.paste(does.token, other);
      await does.showJson();
      await does.payload.focus();
      await page.keyboard.press('Control+z');
      assert.equal(await does.tokenText(), TOKEN);
      assert.match(await does.payload.inputValue(), /user-1/);
      await page.keyboard.press('Control+Shift+z');
      assert.equal(await does.tokenText(), other);
      await page.getByRole('button', { name: 'Undo' }).click();
      assert.equal(await does.tokenText(), TOKEN);
      await page.getByRole('button', { name: 'Compare' }).click();
      const right = page.getByLabel('The other token');
      await right.focus();
      await page.keyboard.type('a');
      await page.keyboard.press('Control+z');
      assert.equal(await right.inputValue(), '');
      assert.equal(await does.tokenText(), TOKEN);
    }));

  test('an edit that is not signed yet says so, and the key that comes then signs it by one click', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      await page.getByRole('button', { name: '+1 h' }).click();
      await does.verdictIs('Edited, not signed yet');
      await does.paste(does.key, SECRET);
      await does.verdictIs('Edited, not signed yet');
      await page.locator('.light').getByRole('button', { name: 'Sign with this key' }).click();
      await does.verdictIs('Signature verified');
    }));

  test('a broken payload is marked in its own pane', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      await does.showJson();
      await does.paste(does.payload, '{"sub": }');
      await page.locator('.panel.payload p.fault').filter({ hasText: 'not JSON' }).waitFor();
      await page.locator('.panel.payload .paint .fault').first().waitFor();
    }));

  test('what is cut, encrypted or no token is told so', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN.split('.').slice(0, 2).join('.'));
      await page.locator('.failures').getByText('the signature may have been cut off').waitFor();
      await does.paste(does.token, 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aa.bb.cc');
      await does.verdictIs('Encrypted');
      await page.locator('.panel.encrypted').getByText('initialization vector').waitFor();
      await does.paste(does.token, 'hello');
      await does.verdictIs('Not a token');
    }));

  test('one click sets exp, and time can be looked at', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.example('HS256');
      await page.getByRole('button', { name: '−1 min' }).click();
      await does.verdictIs('Not valid');
      await page.locator('.failures').getByText('ERR_JWT_EXPIRED').waitFor();
      await page.locator('.time-control summary').click();
      await page.getByRole('button', { name: 'just before exp' }).click();
      await does.verdictIs('Valid');
      await page.getByRole('button', { name: 'at exp', exact: true }).click();
      await does.verdictIs('Not valid');
      await page.getByRole('button', { name: 'Back to now' }).click();
      await page.getByRole('button', { name: '+1 h' }).click();
      await does.verdictIs('Valid');
    }));

  test('what is not yet valid turns valid by itself, and expires by itself', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const now = Math.floor(Date.now() / 1000);
      await page.clock.install({ time: now * 1000 });
      await does.paste(does.key, SECRET);
      await does.paste(does.token, tokenOf(`{"nbf":${now + 60},"exp":${now + 120}}`));
      await does.verdictIs('Not valid');
      await page.clock.fastForward(70_000);
      await does.verdictIs('Signature verified');
      await page.clock.fastForward(70_000);
      await does.verdictIs('Not valid');
    }));

  test('any of several scopes is enough where that is chosen', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf('{"scope":"read","exp":4102444800}'));
      await does.key.fill(SECRET);
      await page.locator('summary').getByText('More expectations').click();
      await page.getByRole('textbox', { name: 'Scopes' }).fill('read write');
      await does.verdictIs('Not valid');
      await page.getByRole('combobox', { name: 'Scopes: how many' }).selectOption('any');
      await does.verdictIs('Valid');
      await page.locator('.panel.code').getByText("any: ['read', 'write']").waitFor();
    }));

  test('two tokens are compared claim by claim', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      await page.getByRole('button', { name: 'Compare' }).click();
      const dialog = page.getByRole('dialog', { name: 'Compare' });
      const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
      await dialog.getByLabel('The other token').fill(`Bearer ${other}`);
      await dialog.getByText('1 difference').waitFor();
      await dialog.getByRole('cell', { name: '"user-2"' }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }));

  test('German says it in German, and what was put in stays', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
      await does.verdictIs('Ungeprüft');
      assert.equal(await page.locator('html').getAttribute('lang'), 'de');
      await page.getByRole('cell', { name: 'user-1' }).waitFor();
      await page.reload();
      await does.verdictIs('Token einfügen');
    }));
}

/** By what others make of the private key that the page shows. */
async function verifiedByJose(token, text, algorithm) {
  if (algorithm.startsWith('HS')) {
    return jwtVerify(token, Buffer.from(text, 'base64url'), { algorithms: [algorithm] });
  }
  const privateKey = await importPKCS8(text, algorithm, { extractable: true });
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = await exportedJwk(privateKey);
  return jwtVerify(token, await importJWK(jwk, algorithm), { algorithms: [algorithm] });
}

const exportedJwk = async (key) => {
  const { key_ops: _operations, ...jwk } = await crypto.subtle.exportKey('jwk', key);
  return jwk;
};
