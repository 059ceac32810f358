// Keys in every form, and from elsewhere by a click alone.

import { generateKeyPairSync } from 'node:crypto';
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
        await page.getByLabel('Address').fill('https://elsewhere.example/');
        await page.getByRole('button', { name: 'Fetch from elsewhere.example' }).waitFor();
        await page.waitForTimeout(1500);
        assert.deepEqual([...wentTo], []);
        assert.deepEqual(issuer.asked, []);
        const host = new URL(issuer.origin).host;
        await page.getByRole('button', { name: `Fetch from ${host}` }).click();
        await page.getByText(`2 keys from ${host}`).waitFor();
        await does.verdictIs('Signature verified');
        assert.deepEqual(issuer.asked, ['/.well-known/openid-configuration', '/jwks']);
        await does.key.fill('');
        await page.getByLabel('Look up by').selectOption('jwks');
        await page.getByLabel('Address').fill(`${issuer.origin}/jwks`);
        await page.locator('.offer').getByRole('button').click();
        await does.verdictIs('Signature verified');
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
