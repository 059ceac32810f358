// A link carries a token and public keys, and never a secret.

import { generateKeyPairSync } from 'node:crypto';

import { SECRET, TOKEN } from './fixtures.mjs';

export default function shareLink({ test, assert, lib, model }) {
  const { toFragment, fromFragment } = model['share-link'];
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const key = JSON.stringify(lib.exportJwk(lib.importKey(pem, 'ES256')));

  test('what goes in comes out', () => {
    const shared = { token: TOKEN, key, policy: { issuer: 'https://issuer.example/?a=b&c#d' } };
    assert.deepEqual(fromFragment(toFragment(shared)), shared);
    assert.deepEqual(fromFragment(toFragment({ token: TOKEN })), { token: TOKEN });
    const policy = { requiredScopes: 'read write', scopesMatch: 'any', rolesMatch: 'any' };
  });

  test('of a private key a link has the public part', () => {
    for (const text of [
      pem,
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      privateKey.export({ type: 'sec1', format: 'pem' }),
      JSON.stringify({ ...privateKey.export({ format: 'jwk' }), note: 'mine' }),
      JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }),
    ]) {
      assert.equal(fromFragment(toFragment({ token: TOKEN, key: text })).key, key);
      const forged = `#${new URLSearchParams({ token: TOKEN, key: text })}`;
      assert.equal(fromFragment(forged).key, key);
    }
  });

  test('a secret or a set of private keys is in no link, whoever hands it over', () => {
    const privateJwk = privateKey.export({ format: 'jwk' });
    const secrets = [
      SECRET,
      'secret',
      JSON.stringify({ keys: [privateJwk, { ...privateJwk, kid: 'two' }] }),
      JSON.stringify({ kty: 'oct', k: SECRET, alg: 'HS256' }),
    ];
    for (const secret of secrets) {
      const fragment = toFragment({ token: TOKEN, key: secret });
      assert.equal(fragment, toFragment({ token: TOKEN }), secret.slice(0, 40));
      const forged = `${fragment}&${new URLSearchParams({ key: secret })}`;
      assert.deepEqual(fromFragment(forged), { token: TOKEN }, secret.slice(0, 40));
    }
  });

  test('links of other debuggers and of OpenID providers are read', () => {
    for (const fragment of [
      `#token=${TOKEN}`,
      `#id_token=${TOKEN}&state=x`,
      `#access_token=${TOKEN}`,
      `#debugger-io?token=${TOKEN}`,
      `#/?value=${TOKEN}`,
    ]) {
      assert.equal(fromFragment(fragment)?.token, TOKEN, fragment);
    }
    const { key: read } = fromFragment(`#token=${TOKEN}&publicKey=${encodeURIComponent(pem)}`);
    assert.equal(read, key);
  });

  test('a fragment without a token, or far too long, is none', () => {
    assert.equal(fromFragment(''), undefined);
    assert.equal(fromFragment('#report'), undefined);
    assert.equal(fromFragment(`#token=${'e'.repeat(500_000)}`), undefined);
  });
}
