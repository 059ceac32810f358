// Keys that sign: from what they are imported, what they are refused for, and how they get out again.

import { decode, encode, utf8 } from './support/base64url.mjs';
import { rejectionOfPromise } from './support/rejection.mjs';

const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const SECRET_BYTES = { HS256: 32, HS384: 48, HS512: 64 };
const DATA = utf8('any bytes');

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const refuses = (code, material, ...rest) =>
    rejectsLater(() => lib.importSigningKey(material, ...rest), code, { material });
  const pairs = fixtures.algorithms.filter(({ privateJwk }) => privateJwk !== undefined);
  const secrets = fixtures.algorithms.filter(({ secret }) => secret !== undefined);

  /** That the key signs what the public key in `pem` verifies. */
  const assertSigns = async (key, alg, pem) => {
    assert.equal(key.algorithm, alg);
    const signature = await key.sign(DATA);
    assert.ok(lib.importKey(pem, alg).verifySignature(DATA, signature));
    assert.ok(key.verifyingKey().verifySignature(DATA, signature));
    assert.equal(lib.exportPem(key.verifyingKey()), pem);
  };

  for (const { alg, pem, privateJwk, otherForms } of pairs) {
    // RSA keys take long to find: two for each algorithm are enough.
    const generated = once(() => lib.generateKeyPair(alg, { keyId: '2026-11' }));
    const foreign = once(() => lib.generateKeyPair(alg, { extractable: true }));

    test(`${alg}: a private key signs, whatever form it is in`, async () => {
      const { key_ops: _operations, ...jwk } = privateJwk;
      const privateForms = Object.entries(otherForms).filter(([form]) => form !== 'PKCS#1');
      for (const material of [
        privateJwk,
        jwk,
        JSON.stringify(privateJwk),
        ...privateForms.flatMap(([, form]) => [
          form.pem,
          decode(form.der),
          decode(form.der).buffer,
        ]),
      ]) {
        await assertSigns(await lib.importSigningKey(material, alg), alg, pem);
      }
      await assertSigns(await lib.importSigningKey(privateJwk), alg, pem);
      await assertSigns(await lib.importSigningKey(JSON.stringify(privateJwk)), alg, pem);
    });

    test(`${alg}: a private key signs, whatever the lay-out of its PEM, as text or bytes`, async () => {
      for (const [, form] of Object.entries(otherForms).filter(([name]) => name !== 'PKCS#1')) {
        for (const text of [
          form.pem.replaceAll('\n', '\\n'),
          form.pem.replaceAll('\n', '\n    '),
          `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${form.pem}`,
        ]) {
          for (const material of [text, utf8(text)]) {
            await assertSigns(await lib.importSigningKey(material, alg), alg, pem);
          }
        }
      }
      const bytes = utf8(`\n${JSON.stringify(privateJwk)}`);
      await assertSigns(await lib.importSigningKey(bytes, alg), alg, pem);
    });

    test(`${alg}: bytes that importKey does not take for a JWK are none for signing`, async () => {
      const withKid = JSON.stringify({ ...privateJwk, kid: 'Schlüssel' });
      const latin1 = Uint8Array.from(withKid, (character) => character.charCodeAt(0));
      rejects(() => lib.importKey(latin1, alg), 'ERR_JWK_INVALID');
      await refuses('ERR_JOSE_KEY_INVALID', latin1, alg);
      const marked = utf8(`\ufeff${withKid}`);
      rejects(() => lib.importKey(marked, alg), 'ERR_JOSE_KEY_INVALID');
      await refuses('ERR_JOSE_KEY_INVALID', marked, alg);
    });

    if (privateJwk.crv !== undefined) {
      test(`${alg}: the public part of a private key that lacks it is computed`, async () => {
        const { x: _x, y: _y, ...alone } = privateJwk;
        const onlyX = { ...alone, x: privateJwk.x };
        const bare = decode(privateJwk.d);
        for (const material of [alone, JSON.stringify(alone), onlyX, bare, bare.slice().buffer]) {
          await assertSigns(await lib.importSigningKey(material, alg), alg, pem);
        }
        const options = { extractable: true };
        const exported = await lib.exportJwk(await lib.importSigningKey(bare, alg, options));
        assert.equal(exported.d, privateJwk.d);
        assert.equal(exported.x, privateJwk.x);
        await refuses('ERR_JWK_INVALID', { ...alone, d: encode(new Uint8Array(bare.length - 1)) });
        await refuses('ERR_JWK_INVALID', { ...alone, d: `${privateJwk.d}=` });
        await refuses('ERR_JOSE_KEY_INVALID', bare.subarray(1), alg);
        if (privateJwk.kty === 'EC') {
          await refuses('ERR_JWK_INVALID', { ...alone, d: encode(new Uint8Array(bare.length)) });
          await refuses('ERR_JOSE_KEY_INVALID', new Uint8Array(bare.length).fill(255), alg);
        }
      });
    }

    test(`${alg}: a private key that is not extractable cannot be exported by any path`, async () => {
      const imported = [privateJwk, otherForms['PKCS#8'].pem, decode(otherForms['PKCS#8'].der)];
      const keys = await Promise.all(imported.map((form) => lib.importSigningKey(form, alg)));
      keys.push((await generated()).signingKey);
      for (const key of keys) {
        assert.equal(key.extractable, false);
        await rejectsLater(() => lib.exportJwk(key), 'ERR_API_MISUSE');
        await rejectsLater(() => lib.exportPem(key), 'ERR_API_MISUSE');
        for (const format of ['jwk', 'pkcs8']) {
          const exported = crypto.subtle.exportKey(format, key.cryptoKey);
          assert.ok(await isRefused(exported));
        }
        const publicJwk = lib.exportJwk(key.verifyingKey());
        assert.ok(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].every((name) => !(name in publicJwk)));
        assert.equal(JSON.stringify(key), '{}');
        assert.deepEqual(Object.getOwnPropertyNames(key), []);
      }
    });

    test(`${alg}: an extractable key comes out as it went in`, async () => {
      const options = { extractable: true, keyId: 'mine' };
      for (const form of [privateJwk, otherForms['PKCS#8'].pem]) {
        const key = await lib.importSigningKey(form, alg, options);
        assert.equal(key.extractable, true);
        const { key_ops: _operations, ...members } = privateJwk;
        const exported = await lib.exportJwk(key);
        assert.deepEqual(sorted(exported), sorted({ ...members, alg, kid: 'mine', use: 'sig' }));
        const exportedPem = await lib.exportPem(key);
        assert.ok(exportedPem.startsWith('-----BEGIN PRIVATE KEY-----\n'));
        assert.ok(exportedPem.split('\n').every((line) => line.length <= 64));
        await assertSigns(await lib.importSigningKey(exported), alg, pem);
        await assertSigns(await lib.importSigningKey(exportedPem, alg), alg, pem);
      }
    });

    test(`${alg}: a generated pair signs and verifies, under its key ID`, async () => {
      const { signingKey, verifyingKey } = await generated();
      await assertSigns(signingKey, alg, lib.exportPem(verifyingKey));
      assert.equal(signingKey.verifyingKey(), verifyingKey, 'the same object');
      assert.equal(signingKey.keyId, '2026-11');
      assert.equal(verifyingKey.keyId, '2026-11');
      const another = await foreign();
      assert.equal(another.signingKey.keyId, undefined);
      assert.ok(lib.exportPem(another.verifyingKey) !== lib.exportPem(verifyingKey));
    });

    test(`${alg}: a private part of another key is refused`, async () => {
      const { signingKey } = await foreign();
      const { d, p, q, dp, dq, qi } = await lib.exportJwk(signingKey);
      const members = RSA.includes(alg) ? { d, p, q, dp, dq, qi } : { d };
      await refuses('ERR_JOSE_KEY_MISMATCH', { ...privateJwk, ...members }, alg);
    });

    test(`${alg}: what is no private key does not sign`, async () => {
      const publicJwk = algorithm(alg).jwk;
      await refuses('ERR_JOSE_KEY_MISMATCH', publicJwk, alg);
      await refuses('ERR_JOSE_KEY_INVALID', pem, alg);
      await refuses('ERR_JOSE_KEY_INVALID', decode(algorithm(alg).der), alg);
      await refuses('ERR_JOSE_KEY_MISMATCH', { ...privateJwk, key_ops: ['verify'] }, alg);
      await refuses('ERR_JWK_INVALID', { ...privateJwk, key_ops: 'sign' }, alg);
      await refuses('ERR_JOSE_KEY_MISMATCH', { ...privateJwk, use: 'enc' }, alg);
      for (const d of ['', 'AAAAA', 'canary!!', 1, null, {}]) {
        await refuses('ERR_JWK_INVALID', { ...privateJwk, d }, alg);
      }
      await refuses('ERR_JOSE_KEY_MISMATCH', { ...privateJwk, d: 'AAAA' }, alg);
    });

    test(`${alg}: a CryptoKey is taken when it is one for this very algorithm`, async () => {
      const { cryptoKey } = await lib.importSigningKey(privateJwk, alg);
      const verifyingKey = lib.importKey(pem, alg, { keyId: 'stored' });
      const key = await lib.importSigningKey(cryptoKey, alg, { verifyingKey });
      assert.equal(key.cryptoKey, cryptoKey);
      assert.equal(key.keyId, 'stored');
      await assertSigns(key, alg, pem);
      const bare = await lib.importSigningKey(cryptoKey, alg, { keyId: 'bare' });
      assert.equal(bare.keyId, 'bare');
      assert.ok(verifyingKey.verifySignature(DATA, await bare.sign(DATA)));
      rejects(() => bare.verifyingKey(), 'ERR_API_MISUSE');
      for (const other of pairs.filter((entry) => paramsOf(entry.alg) !== paramsOf(alg))) {
        await refuses('ERR_JOSE_KEY_MISMATCH', cryptoKey, other.alg);
      }
      await refuses('ERR_JOSE_KEY_MISMATCH', cryptoKey, 'HS256');
      const { verifyingKey: another } = await foreign();
      await refuses('ERR_JOSE_KEY_MISMATCH', cryptoKey, alg, { verifyingKey: another });
    });
  }

  for (const { alg, secret, jwk } of secrets) {
    test(`${alg}: a secret signs, whatever form it is in`, async () => {
      const bytes = decode(secret);
      const base64 = btoa(String.fromCharCode(...bytes));
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      for (const [material, encoding] of [
        [jwk],
        [{ ...jwk, key_ops: ['sign', 'verify'] }],
        [bytes],
        [bytes.slice().buffer],
        [secret, 'base64url'],
        [base64, 'base64'],
        [hex, 'hex'],
        [hex.toUpperCase(), 'hex'],
      ]) {
        const options = encoding === undefined ? undefined : { encoding };
        const key = await lib.importSigningKey(material, alg, options);
        const signature = await key.sign(DATA);
        assert.ok(lib.importKey(bytes, alg).verifySignature(DATA, signature));
        assert.ok(key.verifyingKey().verifySignature(DATA, signature));
      }
      const text = 'žluťoučký kůň 🗝️ '.repeat(5);
      const key = await lib.importSigningKey(text, alg, { encoding: 'utf8' });
      const signature = await key.sign(DATA);
      assert.ok(lib.importKey(utf8(text), alg).verifySignature(DATA, signature));
    });

    test(`${alg}: bytes that are handed in stay as they are`, async () => {
      const bytes = decode(secret);
      await lib.importSigningKey(bytes, alg);
      assert.equal(encode(bytes), secret);
    });

    test(`${alg}: a secret shorter than the hash is refused in every form (RFC 7518 §3.2)`, async () => {
      const short = decode(secret).subarray(0, SECRET_BYTES[alg] - 1);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', short, alg);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', { kty: 'oct', k: encode(short) }, alg);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', encode(short), alg, { encoding: 'base64url' });
      const params = { name: 'HMAC', hash: `SHA-${alg.slice(2)}` };
      const cryptoKey = await crypto.subtle.importKey('raw', short, params, false, ['sign']);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', cryptoKey, alg);
    });

    test(`${alg}: key text is no secret`, async () => {
      await refuses('ERR_JOSE_KEY_MISMATCH', algorithm('RS256').pem, alg, { encoding: 'utf8' });
      await refuses('ERR_JOSE_KEY_MISMATCH', utf8(JSON.stringify(algorithm('RS256').jwk)), alg);
    });

    test(`${alg}: a secret that is not extractable cannot be exported by any path`, async () => {
      for (const key of [
        await lib.importSigningKey(jwk),
        await lib.importSigningKey(decode(secret), alg),
        await lib.generateSecret(alg),
      ]) {
        await rejectsLater(() => lib.exportJwk(key), 'ERR_API_MISUSE');
        await rejectsLater(() => lib.exportPem(key), 'ERR_API_MISUSE');
        rejects(() => lib.exportJwk(key.verifyingKey()), 'ERR_API_MISUSE');
        for (const format of ['raw', 'jwk']) {
          const exported = crypto.subtle.exportKey(format, key.cryptoKey);
          assert.ok(await isRefused(exported));
        }
      }
    });

    test(`${alg}: a generated secret is as long as the hash, and another each time`, async () => {
      const options = { extractable: true, keyId: 'mine' };
      const [one, two] = [
        await lib.generateSecret(alg, options),
        await lib.generateSecret(alg, options),
      ];
      const exported = await lib.exportJwk(one);
      assert.equal(decode(exported.k).length, SECRET_BYTES[alg]);
      assert.ok(exported.k !== (await lib.exportJwk(two)).k);
      assert.deepEqual(
        sorted(exported),
        sorted({ kty: 'oct', k: exported.k, alg, kid: 'mine', use: 'sig' }),
      );
      const again = await lib.importSigningKey(exported);
      assert.ok(one.verifyingKey().verifySignature(DATA, await again.sign(DATA)));
      await rejectsLater(() => lib.exportPem(one), 'ERR_API_MISUSE');
    });
  }

  for (const { name, algorithm: alg, key: jwk, token } of fixtures.rfcSignatures) {
    test(`${name} is reproduced byte for byte`, async () => {
      const [header, payload, signature] = token.split('.');
      const key = await lib.importSigningKey(jwk, alg);
      assert.equal(encode(await key.sign(utf8(`${header}.${payload}`))), signature);
    });
  }

  test('a key ID is the one of the JWK, or the one that is given', async () => {
    const { privateJwk, otherForms } = algorithm('ES256');
    assert.equal((await lib.importSigningKey(privateJwk)).keyId, 'key-ES256');
    assert.equal((await lib.importSigningKey(privateJwk, 'ES256', { keyId: 'a' })).keyId, 'a');
    assert.equal((await lib.importSigningKey(otherForms['PKCS#8'].pem, 'ES256')).keyId, undefined);
  });

  const WEAK = { allowWeakKey: true };

  /** The key signs a token that only a verifier with the same option takes. */
  const signsWeakly = async (key, material) => {
    const token = await lib.sign({ sub: 'user' }, key, { expiresIn: '1m' });
    const verifying = lib.importKey(material, key.algorithm, WEAK);
    assert.equal(lib.verify(token, verifying).payload.sub, 'user');
    rejects(() => lib.importKey(material, key.algorithm), 'ERR_JOSE_KEY_TOO_WEAK');
  };

  test('a signing key has the floors of a verifying key, and allowWeakKey lowers them', async () => {
    const { alg: _alg, key_ops: _operations, ...privateJwk } = fixtures.rsa1024.privateJwk;
    for (const alg of ['RS256', 'PS256']) {
      await refuses('ERR_JOSE_KEY_TOO_WEAK', privateJwk, alg);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', privateJwk, alg, { allowWeakKey: false });
      const key = await lib.importSigningKey(privateJwk, alg, { ...WEAK, extractable: true });
      await signsWeakly(key, privateJwk);
      const pem = await lib.exportPem(key);
      await refuses('ERR_JOSE_KEY_TOO_WEAK', pem, alg);
      await signsWeakly(await lib.importSigningKey(pem, alg, WEAK), pem);
      const der = Uint8Array.from(atob(pem.replace(/-.*-|\n/g, '')), (c) => c.charCodeAt(0));
      await signsWeakly(await lib.importSigningKey(der, alg, WEAK), der);
    }
    for (const name of ['RSASSA-PKCS1-v1_5', 'RSA-PSS']) {
      const publicExponent = Uint8Array.of(1, 0, 1);
      const params = { name, hash: 'SHA-256', modulusLength: 1024, publicExponent };
      const weak = await crypto.subtle.generateKey(params, true, ['sign', 'verify']);
      const alg = name === 'RSA-PSS' ? 'PS256' : 'RS256';
      await refuses('ERR_JOSE_KEY_TOO_WEAK', weak.privateKey, alg);
      const spki = new Uint8Array(await crypto.subtle.exportKey('spki', weak.publicKey));
      const bare = await lib.importSigningKey(weak.privateKey, alg, WEAK);
      await signsWeakly(bare, spki);
      const verifyingKey = lib.importKey(spki, alg, WEAK);
      await signsWeakly(
        await lib.importSigningKey(weak.privateKey, alg, { ...WEAK, verifyingKey }),
        spki,
      );
    }
  });

  test('allowWeakKey takes a short secret in every form, and none that is empty', async () => {
    const params = { name: 'HMAC', hash: 'SHA-256' };
    for (const short of [Uint8Array.of(1), utf8('legacy'), new Uint8Array(31).fill(7)]) {
      const cryptoKey = await crypto.subtle.importKey('raw', short, params, false, ['sign']);
      for (const [material, options] of [
        [short],
        [{ kty: 'oct', k: encode(short) }],
        [encode(short), { encoding: 'base64url' }],
        [cryptoKey],
      ]) {
        await refuses('ERR_JOSE_KEY_TOO_WEAK', material, 'HS256', options);
        const key = await lib.importSigningKey(material, 'HS256', { ...options, ...WEAK });
        await signsWeakly(key, short);
      }
    }
    await refuses('ERR_JOSE_KEY_TOO_WEAK', new Uint8Array(), 'HS256', WEAK);
  });

  test('allowWeakKey is about size alone, and is true or false', async () => {
    const { privateJwk } = algorithm('RS256');
    for (const allowWeakKey of [undefined, 1, 'true', null]) {
      await refuses('ERR_API_MISUSE', privateJwk, 'RS256', { allowWeakKey });
    }
    await refuses('ERR_JOSE_KEY_MISMATCH', privateJwk, 'ES256', WEAK);
    const pem = algorithm('RS256').pem;
    await refuses('ERR_JOSE_KEY_MISMATCH', pem, 'HS256', { ...WEAK, encoding: 'utf8' });
    await rejectsLater(() => lib.generateSecret('HS256', WEAK), 'ERR_API_MISUSE');
    await rejectsLater(() => lib.generateKeyPair('RS256', WEAK), 'ERR_API_MISUSE');
  });

  test('the CryptoKey of a shared secret verifies too, that of a private key does not', async () => {
    const { jwk } = algorithm('HS256');
    for (const key of [
      await lib.generateSecret('HS256'),
      await lib.generateSecret('HS512', { extractable: true }),
      await lib.importSigningKey(jwk),
      await lib.importSigningKey(decode(jwk.k), 'HS256'),
      await lib.importSigningKey(jwk.k, 'HS256', { encoding: 'base64url' }),
    ]) {
      assert.deepEqual([...key.cryptoKey.usages].sort(), ['sign', 'verify']);
      const signature = await key.sign(DATA);
      assert.ok(await crypto.subtle.verify('HMAC', key.cryptoKey, signature, DATA));
    }
    const { signingKey } = await lib.generateKeyPair('ES256');
    const imported = await lib.importSigningKey(algorithm('ES256').privateJwk);
    for (const key of [signingKey, imported]) assert.deepEqual([...key.cryptoKey.usages], ['sign']);
  });

  test('an RSA key without its primes is refused, because no Web Crypto imports it', async () => {
    const { p: _prime, ...jwk } = algorithm('RS256').privateJwk;
    await refuses('ERR_JOSE_NOT_SUPPORTED', jwk, 'RS256');
    await refuses('ERR_JOSE_NOT_SUPPORTED', { ...algorithm('RS256').privateJwk, oth: [] }, 'RS256');
  });

  test('a CryptoKey that cannot sign is refused', async () => {
    const params = { name: 'ECDSA', namedCurve: 'P-256' };
    const pair = await crypto.subtle.generateKey(params, false, ['sign', 'verify']);
    await refuses('ERR_JOSE_KEY_MISMATCH', pair.publicKey, 'ES256');
    const { otherForms } = algorithm('ES256');
    const der = decode(otherForms['PKCS#8'].der);
    const agreement = { name: 'ECDH', namedCurve: 'P-256' };
    const other = await crypto.subtle.importKey('pkcs8', der, agreement, false, ['deriveBits']);
    await refuses('ERR_JOSE_KEY_MISMATCH', other, 'ES256');
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const secret = await crypto.subtle.importKey('raw', new Uint8Array(32), hmac, false, [
      'verify',
    ]);
    await refuses('ERR_JOSE_KEY_MISMATCH', secret, 'HS256');
  });

  test('JSON text of a JWK is read strictly, so that no two readers find two keys', async () => {
    const text = JSON.stringify(algorithm('ES256').privateJwk);
    await refuses('ERR_JWK_INVALID', text.replace('{', '{"d":"AAAA",'), 'ES256');
    await refuses('ERR_JWK_INVALID', `${text}canary`, 'ES256');
  });

  test('options of keys are known by name and of the right type', async () => {
    const { privateJwk, otherForms, pem } = algorithm('ES256');
    const { cryptoKey } = await lib.importSigningKey(privateJwk);
    const verifyingKey = lib.importKey(pem, 'ES256');
    for (const options of [
      null,
      1,
      'x',
      [],
      new Map(),
      { extractible: true },
      { algorithms: ['ES256'] },
      { '': 1 },
      { extractable: undefined },
      { extractable: 'true' },
      { extractable: 1 },
      { keyId: '' },
      { keyId: 1 },
      { keyId: '\ud800' },
      { encoding: 'utf8' },
    ]) {
      await refuses('ERR_API_MISUSE', privateJwk, 'ES256', options);
      await refuses('ERR_API_MISUSE', cryptoKey, 'ES256', options);
      await rejectsLater(() => lib.generateKeyPair('ES256', options), 'ERR_API_MISUSE');
      await rejectsLater(() => lib.generateSecret('HS256', options), 'ERR_API_MISUSE');
    }
    await refuses('ERR_API_MISUSE', otherForms['PKCS#8'].pem, 'ES256', { encoding: 'utf8' });
    await refuses('ERR_API_MISUSE', privateJwk, 'ES256', { verifyingKey });
    await refuses('ERR_API_MISUSE', cryptoKey, 'ES256', { extractable: false });
    await refuses('ERR_API_MISUSE', cryptoKey, 'ES256', { verifyingKey, keyId: 'a' });
    await refuses('ERR_API_MISUSE', cryptoKey, 'ES256', { verifyingKey: undefined });
    await refuses('ERR_API_MISUSE', cryptoKey, 'ES256', { verifyingKey: {} });
    await refuses('ERR_API_MISUSE', cryptoKey);
    await refuses('ERR_API_MISUSE', 'canary '.repeat(9), 'HS256');
    for (const modulusLength of [0, 2047, 2049, 8200, '2048', NaN, null]) {
      await rejectsLater(() => lib.generateKeyPair('RS256', { modulusLength }), 'ERR_API_MISUSE');
    }
    await rejectsLater(
      () => lib.generateKeyPair('ES256', { modulusLength: 2048 }),
      'ERR_API_MISUSE',
    );
  });

  test('keys are of an algorithm that exists, and of the kind that is asked for', async () => {
    for (const alg of ['none', 'rs256', '', 'toString', 1, null, ['ES256']]) {
      await refuses('ERR_API_MISUSE', algorithm('ES256').privateJwk, alg);
      await rejectsLater(() => lib.generateKeyPair(alg), 'ERR_API_MISUSE');
      await rejectsLater(() => lib.generateSecret(alg), 'ERR_API_MISUSE');
    }
    await rejectsLater(() => lib.generateKeyPair('HS256'), 'ERR_API_MISUSE');
    await rejectsLater(() => lib.generateSecret('ES256'), 'ERR_API_MISUSE');
    for (const alg of RSA) {
      await refuses('ERR_JOSE_KEY_MISMATCH', algorithm('ES256').privateJwk, alg);
    }
    for (const nothing of [undefined, null, 0, true, [], new Map(), () => {}]) {
      await refuses('ERR_API_MISUSE', nothing, 'ES256');
    }
  });

  test('a key of 3072 bits is generated when it is asked for', async () => {
    const options = { modulusLength: 3072 };
    const { verifyingKey } = await lib.generateKeyPair('RS256', options);
    assert.equal(decode(lib.exportJwk(verifyingKey).n).length, 384);
  });

  test('a signing key cannot be made by hand', () => {
    rejects(() => new lib.SigningKey(), 'ERR_API_MISUSE');
    rejects(() => new lib.SigningKey({ algorithm: 'ES256', cryptoKey: {} }), 'ERR_API_MISUSE');
  });

  test('what is signed is bytes', async () => {
    const key = await lib.generateSecret('HS256');
    for (const data of ['text', undefined, null, [1], {}]) {
      await rejectsLater(() => key.sign(data), 'ERR_API_MISUSE');
    }
  });

  test('a CryptoKey lives through a structured clone, and signs after it', async () => {
    const { signingKey, verifyingKey } = await lib.generateKeyPair('ES256');
    const { cryptoKey, algorithm: alg } = await cloned({
      cryptoKey: signingKey.cryptoKey,
      algorithm: signingKey.algorithm,
    });
    assert.ok(cryptoKey !== signingKey.cryptoKey);
    const again = await lib.importSigningKey(cryptoKey, alg, { verifyingKey });
    assert.equal(again.extractable, false);
    assert.ok(verifyingKey.verifySignature(DATA, await again.sign(DATA)));
  });
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort());

/** What `make` made the first time. */
function once(make) {
  let made;
  return () => (made ??= make());
}

/** Node 20 says InvalidAccessException where the standard has InvalidAccessError. */
const isRefused = (exported) =>
  exported.then(
    () => false,
    ({ name }) => name.startsWith('InvalidAccess'),
  );

/** What Web Crypto tells algorithms apart by: `EdDSA` and `Ed25519` are one there. */
const paramsOf = (alg) => (alg.startsWith('Ed') ? 'Ed25519' : alg);

/** By way of a channel: Node's structuredClone does not take a CryptoKey. */
function cloned(value) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port2.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    port1.postMessage(value);
  });
}
