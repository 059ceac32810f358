// Keys in every form, and from elsewhere by a click alone.

import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { SECRET, TOKEN } from '../model/fixtures.mjs';
import { actions } from '../visit.mjs';

export default function keys({ test, assert, open }) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sign = (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'one' })
      .setExpirationTime('1h')
      .sign(privateKey);
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' };
  const other = {
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
    kid: 'two',
  };

  test('public and private keys, JWK and JWK Set verify', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, await sign({ sub: 'user-1' }));
      const forms = [
        publicKey.export({ type: 'spki', format: 'pem' }),
        publicKey.export({ type: 'pkcs1', format: 'pem' }),
        privateKey.export({ type: 'pkcs8', format: 'pem' }),
        privateKey.export({ type: 'pkcs1', format: 'pem' }),
        JSON.stringify(jwk),
        JSON.stringify(privateKey.export({ format: 'jwk' })),
        JSON.stringify({ keys: [other, jwk] }),
      ];
      for (const form of forms) {
        await does.key.fill('');
        await does.verdictIs('Not verified');
        await does.key.fill(form);
        await does.verdictIs('Signature verified');
      }
      await page
        .getByRole('list', { name: 'Keys of the set' })
        .getByText('named by the token')
        .waitFor();
    }));

  test('a damaged PEM has the error of a PEM, and one in an environment line verifies', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const pem = publicKey.export({ type: 'spki', format: 'pem' });
      const panel = page.locator('.panel.key');
      await does.paste(does.token, await sign({ sub: 'user-1' }));
      await does.key.fill(pem.replace('A', '*'));
      await does.verdictIs('Key cannot be used');
      await panel.getByText('public key (SPKI)').waitFor();
      await panel.locator('.fault').getByText('the PEM must be base64').waitFor();
      await does.key.fill(`PUBLIC_KEY="${pem.replaceAll('\n', '\\n')}"`);
      await does.verdictIs('Signature verified');
      await panel.getByText('Line breaks restored. Found in the text around it.').waitFor();
    }));

  test('a pasted key that is understood is one line, and can be opened', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const panel = page.locator('.panel.key');
      await does.paste(does.token, await sign({ sub: 'user-1' }));
      await does.paste(does.key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await does.verdictIs('Signature verified');
      await panel.getByText('RSA private key', { exact: true }).waitFor();
      await does.key.waitFor({ state: 'hidden' });
      const edit = panel.getByRole('button', { name: 'Edit the key' });
      assert.ok(await edit.evaluate((element) => element === document.activeElement));
      await edit.click();
      assert.match(await does.key.inputValue(), /BEGIN PRIVATE KEY/);
      assert.ok(await does.key.evaluate((element) => element === document.activeElement));
      await panel.getByRole('button', { name: 'Done' }).click();
      await does.key.waitFor({ state: 'hidden' });
      await panel.getByRole('button', { name: 'Clear' }).click();
      await does.key.waitFor();
      await does.verdictIs('Not verified');
    }));

  test('a key in another format has the command that converts it, and a token moves to its field', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const panel = page.locator('.panel.key');
      const encrypted = { cipher: 'aes-256-cbc', passphrase: 'x' };
      await does.key.fill(privateKey.export({ type: 'pkcs8', format: 'pem', ...encrypted }));
      await panel.getByText('This private key is encrypted.').waitFor();
      await panel.getByText('openssl pkey -in key.pem -pubout').waitFor();
      await panel.getByRole('button', { name: 'Copy: Command' }).first().click();
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        'openssl pkey -in key.pem -pubout',
      );
      const token = await sign({ sub: 'user-1' });
      await does.key.fill(token);
      await panel.getByRole('button', { name: 'Move it to Token' }).click();
      assert.equal(await does.tokenText(), token);
      assert.equal(await does.key.inputValue(), '');
    }));

  test('a provider is recognised, and its rules are filled in with one click', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const panel = page.locator('.panel.policy');
      await does.paste(does.key, publicKey.export({ type: 'spki', format: 'pem' }));
      await does.paste(
        does.token,
        await sign({ iss: 'https://example.eu.auth0.com/', aud: 'https://api.example/' }),
      );
      await panel.getByText('This looks like Auth0.').waitFor();
      await panel.getByRole('button', { name: 'Use its rules' }).click();
      assert.equal(await panel.getByLabel('Domain').inputValue(), 'example.eu.auth0.com');
      const audience = panel.locator('.preset').getByLabel('Audience');
      assert.equal(await audience.inputValue(), 'https://api.example/');
      assert.equal(await panel.getByRole('textbox', { name: 'Issuer' }).isVisible(), false);
      await does.verdictIs('Valid');
      await audience.fill('');
      await panel.getByText('Not checked yet. Fill in: Audience.').waitFor();
      await does.verdictIs('Signature verified');
      await panel.getByRole('button', { name: 'Fill in from the token' }).click();
      assert.equal(await audience.inputValue(), 'https://api.example/');
      await audience.fill('https://other.example/');
      await does.verdictIs('Not valid');
      await panel.getByLabel('Provider').selectOption('');
      await panel.getByRole('textbox', { name: 'Issuer' }).waitFor();
    }));

  test('each guess that knows the remedy has its button', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const token = await sign({ iss: 'https://issuer.example/', aud: 'https://api.example/' });
      await does.paste(does.token, token);
      await does.key.fill('a shared secret, of all things');
      const light = page.locator('.light', { hasText: 'Signature' });
      await light.getByRole('button', { name: 'Fetch the keys of issuer.example' }).waitFor();
      await does.key.fill(JSON.stringify({ keys: [other, { ...jwk, alg: 'RS512' }] }));
      await light.getByRole('button', { name: 'Use this key for RS256' }).click();
      await does.verdictIs('Signature verified');
      await page.getByRole('textbox', { name: 'Issuer' }).fill('https://issuer.example');
      await page.getByRole('textbox', { name: 'Audience' }).fill('https://api.example');
      await does.verdictIs('Not valid');
      // The first has a light’s button, the second one beside what it says.
      const audience = page.locator('.failures').getByRole('button');
      assert.deepEqual(await audience.allInnerTexts(), ['Expect https://api.example/']);
      await audience.click();
      await page.locator('.light').getByRole('button', { name: 'Expect https://issuer' }).click();
      await does.verdictIs('Valid');
    }));

  test('a signature in DER is converted by one click', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const input = (
        await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(pair.privateKey)
      )
        .split('.')
        .slice(0, 2)
        .join('.');
      const der = createSign('sha256').update(input).sign(pair.privateKey, 'base64url');
      await does.paste(does.token, `${input}.${der}`);
      await does.paste(does.key, pair.publicKey.export({ type: 'spki', format: 'pem' }));
      await page.getByRole('button', { name: 'Convert the signature' }).click();
      await does.verdictIs('Signature verified');
    }));

  test('a secret in four encodings', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.paste(does.token, TOKEN);
      for (const encoding of ['utf8', 'base64', 'base64url', 'hex']) {
        await does.key.fill(Buffer.from(SECRET).toString(encoding));
        await page.getByLabel('The secret is').selectOption(encoding);
        await does.verdictIs('Signature verified');
      }
    }));

  test('a key is converted, and has its thumbprint', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.key.fill(publicKey.export({ type: 'spki', format: 'pem' }));
      await page.locator('.forms').getByRole('button', { name: 'JWK' }).first().click();
      const shown = page.locator('.conversions pre');
      assert.equal(JSON.parse(await shown.innerText()).n, jwk.n);
      await page.locator('.forms').getByRole('button', { name: 'PEM' }).first().click();
      assert.match(await shown.innerText(), /^-----BEGIN PUBLIC KEY-----/);
      assert.match(await page.locator('.thumbprint').innerText(), /^[\w-]{43}$/);
      assert.equal(await page.getByText('Private key as').isVisible(), false);
    }));

  test('a private key is exported in both forms', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await does.key.fill(privateKey.export({ type: 'pkcs1', format: 'pem' }));
      await page.locator('.forms').getByRole('button', { name: 'PEM' }).last().click();
      await page.locator('.conversions pre').getByText('BEGIN PRIVATE KEY').waitFor();
    }));

  test('a new key is made, and signs', () =>
    open({}, async ({ page }) => {
      const does = actions(page);
      await page.getByRole('button', { name: 'Write a token' }).click();
      await page.locator('summary').getByText('New key').click();
      await page.getByLabel('New key for').selectOption('Ed25519');
      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByText('can sign', { exact: true }).waitFor();
      await does.paste(does.payload, '{"sub":"new","exp":4102444800}');
      await does.verdictIs('Signature verified');
    }));

  test('nothing is fetched before a click that names the host; then keys are there', async () => {
    const issuer = await startIssuer({ keys: [other, jwk] });
    try {
      await open({ mayAsk: [issuer.origin] }, async ({ page, wentTo }) => {
        const does = actions(page);
        const token = await sign({ sub: 'user-1', iss: `${issuer.origin}/` });
        await does.paste(does.token, token);
        await page.locator('summary').getByText('Keys of an issuer').click();
        await page.getByLabel('URL', { exact: true }).fill('elsewhere.example');
        await page.getByText('Read as https://elsewhere.example').waitFor();
        await page.getByRole('button', { name: 'Fetch from elsewhere.example' }).waitFor();
        await page.waitForTimeout(1500);
        assert.deepEqual([...wentTo], []);
        assert.deepEqual(issuer.asked, []);
        const host = new URL(issuer.origin).host;
        await page.getByRole('button', { name: `Fetch from ${host}` }).click();
        await page.getByText(`2 keys from ${host}`).waitFor();
        await does.verdictIs('Signature verified');
        assert.deepEqual(issuer.asked, ['/.well-known/openid-configuration', '/jwks']);
        await page.locator('.panel.key').getByRole('button', { name: 'Clear' }).click();
        await page.getByLabel('URL', { exact: true }).fill(`${issuer.origin}/jwks`);
        assert.equal(await page.getByLabel('Look up by').inputValue(), 'jwks');
        await page.locator('.offer').getByRole('button').click();
        await does.verdictIs('Signature verified');
        await page.locator('.panel.key').getByText('for ES256').waitFor();
      });
    } finally {
      await issuer.stop();
    }
  });

  test('a fetch that fails says what to do, and goes when the address changes', async () => {
    const issuer = await startIssuer({ keys: [] });
    try {
      await open({ mayAsk: [issuer.origin], mayFail: true }, async ({ page }) => {
        await page.locator('summary').getByText('Keys of an issuer').click();
        const url = `${issuer.origin}/none/jwks`;
        await page.getByLabel('URL', { exact: true }).fill(url);
        await page.locator('.offer').getByRole('button').click();
        await page.getByText('Open the URL yourself').waitFor();
        assert.equal(await page.locator('.offer a').getAttribute('href'), url);
        await page.getByLabel('URL', { exact: true }).fill(`${issuer.origin}/other/jwks`);
        await page.getByText('Open the URL yourself').waitFor({ state: 'hidden' });
      });
    } finally {
      await issuer.stop();
    }
  });

  test('jku and x5u are shown and not fetched', () =>
    open({}, async ({ page, wentTo }) => {
      const does = actions(page);
      const header = {
        alg: 'RS256',
        jku: 'https://evil.example/jwks',
        x5u: 'https://evil.example/c',
      };
      const token = await new SignJWT({ sub: 'a' }).setProtectedHeader(header).sign(privateKey);
      await does.paste(does.token, token);
      await page.locator('summary').getByText('Keys of an issuer').click();
      await page.getByText('jku of the header').waitFor();
      await page.getByText('It is not fetched.').waitFor();
      await page.waitForTimeout(1500);
      assert.deepEqual([...wentTo], []);
    }));
}

/** An issuer with metadata and keys, on the loopback interface, that lets other origins read. */
async function startIssuer(jwks) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const origin = `http://127.0.0.1:${server.address().port}`;
    const bodies = {
      '/.well-known/openid-configuration': { issuer: `${origin}/`, jwks_uri: `${origin}/jwks` },
      '/jwks': jwks,
    };
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'application/json');
    response.statusCode = request.url in bodies ? 200 : 404;
    response.end(JSON.stringify(bodies[request.url] ?? {}));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
