// The code that the page writes makes the check that the page made.

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from '../../../scripts/lib/project.mjs';
import { PAYLOAD, SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function code({ test, assert, model }) {
  const { nodeCode, workerCode } = model['code/javascript'];
  const { rustCode } = model['code/rust'];
  const options = {
    issuer: 'https://issuer.example/',
    audience: ['https://api.example/', "it's"],
    clockTolerance: '5s',
  };
  const key = { kind: 'secret', algorithm: 'HS256', encoding: 'utf8' };

  test('for Node: it runs, lets in and refuses', async () => {
    await withModule(nodeCode({ key, options }), async ({ claimsOf }) => {
      assert.equal((await claimsOf(TOKEN)).sub, 'user-1');
      const other = tokenOf(PAYLOAD.replace('api.example', 'other.example'));
      await assert.rejects(claimsOf(other), { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' });
    });
  });

  test('for a Worker: it answers requests', async () => {
    await withModule(workerCode({ key, options }), async ({ default: worker }) => {
      const request = (token) =>
        new Request('https://api.example/', { headers: { authorization: `Bearer ${token}` } });
      const ctx = { waitUntil() {} };
      const good = await worker.fetch(request(TOKEN), { SECRET }, ctx);
      assert.equal(await good.text(), 'Hello user-1');
      assert.equal((await worker.fetch(request(`${TOKEN}A`), { SECRET }, ctx)).status, 401);
    });
  });

  test('a claim that nobody asks for in the page is left to the package', () => {
    const { codeRequest } = model['code/from-view'];
    const page = new model.debugger.Debugger();
    page.load({ token: TOKEN, key: { ...model.key.NO_KEY, text: SECRET } });
    assert.doesNotMatch(nodeCode(codeRequest(page.view())), /requiredClaims/);
    page.editPreset({ id: 'firebase', values: { projectId: 'my-project' } });
    assert.doesNotMatch(JSON.stringify(codeRequest(page.view()).preset.added), /requiredClaims/);
    page.editPolicy({ requiredClaims: 'jti' });
    assert.match(nodeCode(codeRequest(page.view())), /requiredClaims: \['jti'\]/);
  });

  test('keys of every kind and presets make code that runs as far as the network', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
    process.env.JWKS = JSON.stringify({ keys: [jwk] });
    process.env.PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'pem' });
    const preset = {
      id: 'auth0',
      arguments: { domain: 'example.eu.auth0.com', audience: 'https://api.example/' },
      added: { audience: null, requiredScopes: 'read' },
    };
    for (const request of [
      { key: { kind: 'jwks', algorithms: ['ES256'] }, options },
      { key: { kind: 'pem', algorithm: 'ES256' }, options },
      { key: { kind: 'issuer', url: 'https://issuer.example/' }, options },
      { key: { kind: 'url', url: 'https://issuer.example/jwks' }, options },
      { key, options, preset },
      { key, options, preset: { ...preset, header: 'x-token' } },
    ]) {
      await withModule(nodeCode(request), ({ claimsOf }) =>
        assert.equal(typeof claimsOf, 'function'),
      );
      await withModule(workerCode(request), ({ default: worker }) =>
        assert.equal(typeof worker.fetch, 'function'),
      );
    }
    assert.doesNotMatch(nodeCode({ key, options, preset }), /audience: null/);
  });

  test('any of several scopes and roles is enough in the code too', async () => {
    const grants = {
      requiredScopes: { any: ['read', 'write'] },
      requiredRoles: { path: 'realm_access.roles', any: ['admin', 'user'] },
    };
    const request = { key, options: { audience: null, ...grants } };
    const tokenWith = (scope, role) =>
      tokenOf(`{"scope":"${scope}","realm_access":{"roles":["${role}"]},"exp":4102444800}`);
    await withModule(nodeCode(request), async ({ claimsOf }) => {
      assert.equal((await claimsOf(tokenWith('write', 'user'))).scope, 'write');
      await assert.rejects(claimsOf(tokenWith('other', 'user')));
      await assert.rejects(claimsOf(tokenWith('read', 'other')));
    });
    const text = rustCode(request);
    assert.match(text, /\.required_scopes\(Required::any\(\["read", "write"\]\)\?\)/);
    assert.match(
      text,
      /\.required_roles\(ClaimPath::from\("realm_access\.roles"\), Required::any\(\["admin", "user"\]\)\?\)/,
    );
  });

  test('no code has a key in it', () => {
    for (const write of [nodeCode, workerCode, rustCode]) {
      assert.doesNotMatch(write({ key, options }), new RegExp(SECRET));
    }
  });

  test('for Rust: the crate’s own names, as the README writes them', () => {
    const text = rustCode({
      key: { kind: 'pem', algorithm: 'ES256' },
      options: { ...options, audience: null, requiredScopes: 'read', requiredClaims: [] },
    });
    assert.match(text, /VerifyingKey::from_pem\(public_key_pem, Algorithm::Es256, &ImportOptions/);
    assert.match(text, /\.issuer\("https:\/\/issuer\.example\/"\)\?/);
    assert.match(text, /\.audience_unchecked\(\)/);
    assert.match(text, /\.clock_tolerance_seconds\(5\.0\)\?/);
    assert.match(text, /\.required_scopes\(Required::all\(\["read"\]\)\?\)/);
    const padded = rustCode({ key, options: { algorithms: ['ES256'], acceptPadding: true } });
    assert.match(
      padded,
      /SignaturePolicy::new\(\)\.algorithms\(\[Algorithm::Es256\]\)\?\.padding\(edge_jwt::base64url::Padding::Accepted\)/,
    );
  });
}

/** Inside the project, so that the code finds the package by its name. */
async function withModule(text, use) {
  process.env.SECRET = SECRET;
  const folder = await mkdtemp(join(inProject('node_modules'), '.page-code-'));
  try {
    await writeFile(join(folder, 'code.mjs'), text);
    await use(await import(pathToFileURL(join(folder, 'code.mjs')).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
