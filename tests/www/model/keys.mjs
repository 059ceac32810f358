// The key pane takes every form, and never takes a public key for a secret.

import { generateKeyPairSync } from 'node:crypto';

import { SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function keys({ test, assert, lib, model }) {
  const { readKey, NO_KEY, publicKeyText, secretBits, ALGORITHMS } = model.key;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const read = (text, algorithm, more = {}) => readKey({ ...NO_KEY, text, ...more }, algorithm);

  test('PEM of every kind, JWK and JWK Set are told from their looks', () => {
    const forms = [
      [rsa.publicKey.export({ type: 'spki', format: 'pem' }), 'RS256', false],
      [rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }), 'PS384', false],
      [rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'RS512', true],
      [rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'RS256', true],
      [ec.publicKey.export({ type: 'spki', format: 'pem' }), 'ES256', false],
      [ec.privateKey.export({ type: 'sec1', format: 'pem' }), 'ES256', true],
      [JSON.stringify(ec.publicKey.export({ format: 'jwk' })), 'ES256', false],
      [JSON.stringify(ec.privateKey.export({ format: 'jwk' })), 'ES256', true],
    ];
    for (const [text, algorithm, canSign] of forms) {
      const { key, canSign: can, fault } = read(`\n${text}  `, algorithm);
      assert.equal(fault, undefined);
      assert.equal(key.algorithm, algorithm);
      assert.equal(can, canSign);
    }
    const jwk = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'one' };
    const { key: set, canSign } = read(JSON.stringify({ keys: [jwk] }), 'ES256');
    assert.deepEqual(
      set.keys.map(({ keyId, algorithm }) => [keyId, algorithm]),
      [['one', 'ES256']],
    );
    assert.equal(canSign, false);
  });

  test('a public key is no secret, even when the token says HS256', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    const { key, isAlgorithmFromToken } = read(pem, 'HS256');
    assert.equal(key.algorithm, 'RS256');
    assert.equal(isAlgorithmFromToken, false);
    const { valid, checks } = lib.inspect(tokenOf('{"exp":4102444800}', undefined, pem), key);
    assert.equal(valid, false);
    assert.equal(checks.find(({ status }) => status === 'failed').name, 'key');
  });

  test('an algorithm that is chosen goes before the token', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    assert.equal(read(pem, 'RS256', { algorithm: 'PS256' }).key.algorithm, 'PS256');
    assert.equal(read(pem, 'ES256').key.algorithm, 'RS256');
  });

  test('secrets in four encodings are one', () => {
    const bytes = Buffer.from(SECRET);
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex']) {
      const text = bytes.toString(encoding);
      const { key } = read(text, 'HS256', { encoding });
      assert.ok(lib.inspect(TOKEN, key, { audience: null }).valid, encoding);
      assert.equal(secretBits({ text, encoding }), bytes.length * 8, encoding);
    }
  });

  test('a weak secret is shown for what it is', () => {
    const { key, isWeak, fault } = read('secret', 'HS256');
    assert.equal(isWeak, true);
    assert.equal(fault.code, 'ERR_JOSE_KEY_TOO_WEAK');
    const weakToken = tokenOf('{"exp":4102444800}', undefined, 'secret');
    assert.equal(lib.inspect(weakToken, key).valid, true);
  });

  test('garbage is a fault and no exception', () => {
    for (const text of [
      '{"kty":"RSA"}',
      '{',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n',
      '\ud800',
      '0',
    ]) {
      assert.ok(read(text, 'RS256', { algorithm: 'RS256' }).fault instanceof lib.JoseError, text);
    }
    assert.deepEqual(read('  ').inspection, undefined);
  });

  test('what is public of a private key, and nothing of a secret', () => {
    const privateJwk = JSON.stringify(ec.privateKey.export({ format: 'jwk' }));
    const text = publicKeyText(read(privateJwk, 'ES256'));
    assert.equal(JSON.parse(text).d, undefined);
    assert.equal(JSON.parse(text).kty, 'EC');
    assert.equal(publicKeyText(read(SECRET, 'HS256')), undefined);
    assert.equal(publicKeyText(read('')), undefined);
  });

  test('a new key of every algorithm signs, in both forms', async () => {
    const { newKey } = model.examples;
    const { readSigningKey } = model.signing;
    for (const algorithm of ALGORITHMS) {
      for (const form of ['pem', 'jwk']) {
        const input = await newKey(algorithm, form);
        const { key, canSign } = readKey(input, algorithm);
        assert.equal(key.algorithm, algorithm);
        assert.equal(canSign, true);
        assert.equal((await readSigningKey(input, algorithm)).algorithm, algorithm);
      }
    }
  });
}
