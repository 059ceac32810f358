// What is neither right nor wrong, or put in wrongly: the page says so, and has the button that helps.

import { generateKeyPairSync, sign } from 'node:crypto';
import { SECRET, tokenOf } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

const now = () => Math.floor(Date.now() / 1000);
const signed = (claims) => tokenOf(JSON.stringify(claims));

export default function guidance({ test, assert, open }) {
  const judge = async (page, token) => {
    const does = actions(page);
    await does.paste(does.token, token);
    await does.paste(does.key, SECRET);
    return does;
  };

  test('the tour gives back the token and the key that were there', () =>
    open({}, async ({ page }) => {
      const token = signed({ sub: 'own', exp: now() + 600 });
      const does = await judge(page, token);
      await does.verdictIs('Signature verified');
      await page.getByRole('navigation').getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Start the tour' }).click();
      await page.locator('.tour').waitFor();
      assert.notEqual(await does.tokenText(), token);
      await page.getByRole('button', { name: 'End the tour' }).click();
      assert.equal(await does.tokenText(), token);
      assert.equal(await does.key.inputValue(), SECRET);
      await does.verdictIs('Signature verified');
    }));

  test('an example leaves nothing behind that condemns a token of one’s own', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.example('ES384');
      await does.verdictIs('Valid');
      await judge(page, signed({ iss: 'https://own.example/', aud: 'own', exp: now() + 600 }));
      await does.verdictIs('Signature verified');
      await does.lightSays('Expectations', 'Not checked: Issuer and Audience.');
    }));

  test('a token without exp is no failure, and never expires', () =>
    open({}, async ({ page }) => {
      const does = await judge(page, signed({ sub: '1234567890', name: 'John Doe' }));
      await does.verdictIs('Signature verified');
      await does.lightSays('Time', 'Never expires: the token has no exp.');
      await page.getByRole('button', { name: 'Require exp' }).click();
      await does.verdictIs('Not valid');
    }));

  test('milliseconds are amber, and the button is for the claim that the sentence names', () =>
    open({}, async ({ page }) => {
      const does = await judge(page, signed({ iat: now() * 1000, exp: now() * 1000 + 600_000 }));
      await does.verdictIs('Signature verified');
      await does.lightSays('Time', 'exp is in milliseconds. Verifiers read it as seconds.');
      const light = page.locator('.light', { hasText: 'Time' });
      await light.getByRole('button', { name: 'Divide exp by 1000' }).click();
      await does.lightSays('Time', 'iat is in milliseconds. Verifiers read it as seconds.');
      await light.getByRole('button', { name: 'Divide iat by 1000' }).click();
      await does.lightSays('Time', /^Expires in 9 min/);
    }));

  test('a token of the future is worth a warning', () =>
    open({}, async ({ page }) => {
      await judge(page, signed({ iat: now() + 3600, exp: now() + 7200 }));
      await page
        .locator('.weighty')
        .getByText(/Issued (?:1 h 00 min|59 min \d+ s) in the future/)
        .waitFor();
    }));

  test('the verdict and the claims tell the same time', () =>
    open({}, async ({ page }) => {
      const does = await judge(page, signed({ exp: now() + 86_400 - 600 }));
      await does.lightSays('Time', /^Expires in 23 h 49 min/);
      await page.getByRole('cell', { name: /^in 23 h 49 min/ }).waitFor();
    }));

  test('a tolerance that is not understood is marked at its field, with the forms there are', () =>
    open({}, async ({ page }) => {
      const does = await judge(page, signed({ exp: now() + 600 }));
      await page.locator('summary').getByText('More expectations').click();
      await page.getByRole('textbox', { name: 'Clock tolerance' }).fill('5 mins');
      await page.getByText('Not understood. Write 30, 30s, 5m or 1h.').waitFor();
      await does.verdictIs('Signature verified');
    }));

  test('roles that are elsewhere are found by one click', () =>
    open({}, async ({ page }) => {
      const claims = { exp: now() + 600, realm_access: { roles: ['admin'] } };
      const does = await judge(page, signed(claims));
      await page.locator('summary').getByText('More expectations').click();
      await page.getByRole('textbox', { name: 'Roles', exact: true }).fill('admin');
      await does.verdictIs('Not valid');
      await page.getByRole('button', { name: 'Look for roles in realm_access.roles' }).click();
      await does.lightSays('Expectations', /^As expected: Roles/);
    }));

  test('a token in its JSON serialization is read, and named', () =>
    open({}, async ({ page }) => {
      const [header, payload, signature] = signed({ exp: now() + 600 }).split('.');
      const does = await judge(page, JSON.stringify({ payload, protected: header, signature }));
      await does.verdictIs('Signature verified');
      await page.getByText('Token found in its JSON serialization').waitFor();
    }));

  test('the key of a set that is for another algorithm is told as that, and as no error', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const jwk = ({ publicKey }, more) => ({ ...publicKey.export({ format: 'jwk' }), ...more });
      const input = [{ alg: 'ES256', kid: 'ec' }, { exp: now() + 600 }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const key = { key: ec.privateKey, dsaEncoding: 'ieee-p1363' };
      const signature = sign('sha256', Buffer.from(input), key).toString('base64url');
      await does.paste(does.token, `${input}.${signature}`);
      const keys = [jwk(ec, { kid: 'ec', alg: 'ES256' }), jwk(rsa, { kid: 'rsa', alg: 'RS256' })];
      await does.paste(does.key, JSON.stringify({ keys }));
      await does.verdictIs('Signature verified');
      const panel = page.locator('.panel.key');
      await panel.getByText('for RS256').waitFor();
      assert.doesNotMatch(await panel.innerText(), /cannot be used/);
    }));
}
