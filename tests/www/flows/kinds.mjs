// What kind of token it is, what is worth knowing about it, and each check, as people see them.

import { createHash } from 'node:crypto';
import { SECRET, TOKEN, tokenOf } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

const now = () => Math.floor(Date.now() / 1000);

export default function kinds({ test, assert, open }) {
  test('an ID token is named, and one click checks it as one', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const claims = { iss: 'https://a.example', sub: 'u', aud: 'client-1', nonce: 'n' };
      await does.paste(does.token, tokenOf(JSON.stringify({ ...claims, exp: now() + 600 })));
      const kind = page.getByRole('region', { name: 'Kind of token' });
      await kind.getByText('ID token of OpenID Connect').click();
      await kind.getByText('nonce is the one you sent.').waitFor();
      await kind.getByText('proves nothing about the issuer').waitFor();
      await kind.getByRole('button', { name: 'Check it as an ID token' }).click();
      await does.lightSays('Expectations', /^As expected: .* come from the token itself/);
      await page.locator('summary').getByText('More expectations').click();
      assert.equal(await page.getByLabel('Kind of token').last().inputValue(), 'id_token');
      await kind
        .getByRole('button', { name: 'Check it as an ID token' })
        .waitFor({ state: 'hidden' });
    }));

  test('an encrypted token has its parts named', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const header = Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM"}').toString('base64url');
      await does.paste(
        does.token,
        `${header}.${'a'.repeat(344)}.aaaaaaaaaaaaaaaa.aaaa.${'a'.repeat(22)}`,
      );
      const panel = page.locator('.panel.encrypted');
      await panel.getByText('The content key, encrypted · 258 bytes').waitFor();
      await panel.getByText('the private key opens it').waitFor();
      await page.locator('summary').getByText('Parameters explained').click();
      await page.getByText('Key management: how the content key is encrypted').waitFor();
      await page.getByText('encrypted, RSA-OAEP-256, A256GCM').waitFor();
    }));

  test('the disclosures of an SD-JWT are a table, with what the issuer signed', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const part = (...parts) => Buffer.from(JSON.stringify(parts)).toString('base64url');
      const name = part('s1', 'given_name', 'Erika');
      const digest = createHash('sha256').update(name).digest('base64url');
      const token = tokenOf(JSON.stringify({ iss: 'https://a.example', _sd: [digest, 'decoy'] }));
      await does.paste(does.token, `${token}~${name}~${part('s2', 'role', 'admin')}~`);
      const table = page.getByRole('table', { name: 'Disclosures' });
      await table.getByRole('row', { name: 'given_name "Erika" s1 signed' }).waitFor();
      await table.getByRole('row', { name: 'role "admin" s2 not in the token' }).waitFor();
      await page.getByText('1 digest has no disclosure').waitFor();
    }));

  test('a token inside a token is opened by a click', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf(TOKEN, '{"alg":"HS256","cty":"JWT"}'));
      await page.getByRole('button', { name: 'Open the token inside' }).click();
      assert.equal(await does.tokenText(), TOKEN);
    }));

  test('a provider’s claims have its words in its own tokens alone, in both languages', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const claims = (iss) => tokenOf(JSON.stringify({ iss, role: 'anon', repository: 'a/b' }));
      await does.paste(does.token, claims('https://token.actions.githubusercontent.com'));
      const row = (name) => page.getByRole('row', { name });
      await row('repository').getByText('Repository of the workflow run').waitFor();
      await row('role').getByText('Custom claim').waitFor();
      await page.getByLabel('Language').selectOption('de');
      await row('repository').getByText('Repository des Workflow-Laufs').waitFor();
      await does.paste(page.getByRole('textbox', { name: 'JSON Web Token, kodiert' }), claims('x'));
      await row('repository').getByText('Eigener Claim').waitFor();
    }));

  test('what weighs is in the open, and notes are folded', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const iat = now() - 60;
      const claims = { iss: 'https://a.example', aud: 'b', iat, exp: iat + 364 * 86_400 };
      await does.paste(does.token, tokenOf(JSON.stringify({ ...claims, email: 'a@b.example' })));
      const findings = page.locator('.panel.findings');
      await page.locator('.verdict').getByText('Valid for 364 days').waitFor();
      assert.equal(await findings.getByText('personal data').isVisible(), false);
      await findings.getByText('1 note').click();
      await findings.getByText('personal data').waitFor();
    }));

  test('a member that is there twice is told with its values, and the claims stay', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf('{"sub":"a","role":"user","role":"admin"}'));
      await page.getByText('"role" occurs more than once: "user", then "admin".').waitFor();
      await page.getByRole('cell', { name: 'admin' }).waitFor();
    }));

  test('milliseconds are told where the time is read', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, tokenOf(`{"exp":${(now() + 60) * 1000}}`));
      await page.getByText(/in the year 5\d{4}, as seconds/).waitFor();
      await page.getByText('if milliseconds were meant').waitFor();
    }));

  test('an expired token says when, and what time it is now', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.key, SECRET);
      await does.paste(does.token, tokenOf(`{"exp":${now() - 7205}}`));
      await page
        .locator('.failures')
        .getByText(/expired at .*Z, now .*Z: 2 h 00 min ago/)
        .waitFor();
      await page.locator('summary').getByText('Every check').click();
      await page.getByText(/\d+ not asked for/).click();
      await page.locator('.unasked').getByText('Scopes', { exact: true }).waitFor();
    }));
}
