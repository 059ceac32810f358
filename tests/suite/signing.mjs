// sign: tokens of every algorithm, what goes into them, and what is refused.

import { decodeText, utf8, encode } from './support/base64url.mjs';
import { rejectionOfPromise } from './support/rejection.mjs';
import { withFlippedByte, withSegment } from './support/tokens.mjs';

const NOW = 1_800_000_000;
const SIGNATURE_CODES = ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', 'ERR_JWS_INVALID'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export default function ({ test, assert, lib, fixtures, claims, secret, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const newKey = (options) => lib.importSigningKey(secret, 'HS256', options);
  const refuses = async (code, given, options) => {
    const key = await newKey();
    return rejectsLater(() => lib.sign(given, key, options), code);
  };
  const payloadText = (token) => decodeText(token.split('.')[1]);
  const headerText = (token) => decodeText(token.split('.')[0]);
  const signed = async (given, options) => lib.sign(given, await newKey(), options);
  const at = (seconds) => ({ currentDate: new Date(seconds * 1000) });

  for (const { alg, jwk, privateJwk } of fixtures.algorithms) {
    test(`${alg}: what is signed here verifies here, and changed it does not`, async () => {
      const signingKey = await lib.importSigningKey(privateJwk ?? jwk);
      const token = await lib.sign(claims, signingKey);
      const { payload, protectedHeader } = lib.verify(token, lib.importKey(jwk));
      assert.deepEqual(payload, claims);
      assert.deepEqual(protectedHeader, { alg, typ: 'JWT', kid: jwk.kid });
      for (const changed of [
        withFlippedByte(token, 'payload', 2),
        withFlippedByte(token, 'signature', 5),
        withSegment(token, 'signature', (text) => text.slice(4)),
        withSegment(token, 'header', () => encode(JSON.stringify({ alg, typ: 'JWT', kid: 'a' }))),
      ]) {
        assert.ok(
          SIGNATURE_CODES.includes(rejectedCode(() => lib.verify(changed, lib.importKey(jwk)))),
        );
      }
    });
  }

  test('1,000 tokens signed at once with mixed keys are 1,000 right tokens', async () => {
    const algs = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];
    const pairs = await Promise.all(algs.map((alg) => lib.generateKeyPair(alg, { keyId: alg })));
    const keys = [...pairs.map(({ signingKey }) => signingKey), await lib.generateSecret('HS256')];
    const tokens = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        lib.sign({ index }, keys[index % keys.length], { expiresIn: '1h', jwtId: true }),
      ),
    );
    const ids = tokens.map((token, index) => {
      const { payload, protectedHeader } = lib.verify(
        token,
        keys[index % keys.length].verifyingKey(),
      );
      assert.equal(payload.index, index);
      assert.equal(protectedHeader.kid, keys[index % keys.length].keyId);
      return payload.jti;
    });
    assert.equal(new Set(ids).size, 1000);
  });

  test('the payload keeps the order of the claims, and the options come after them', async () => {
    const token = await signed(
      { z: 1, a: [2, { y: null, b: true }], name: 'Žofie 🗝️', '': 0 },
      {
        ...{ issuedAt: NOW, jwtId: 'id', subject: 's', audience: ['a', 'b'], issuer: 'i' },
        ...{ expiresIn: '15m', notBefore: 5 },
      },
    );
    assert.equal(
      payloadText(token),
      '{"z":1,"a":[2,{"y":null,"b":true}],"name":"Žofie 🗝️","":0,"iss":"i","sub":"s",' +
        `"aud":["a","b"],"exp":${NOW + 900},"nbf":${NOW + 5},"iat":${NOW},"jti":"id"}`,
    );
    assert.equal(headerText(token), '{"alg":"HS256","typ":"JWT"}');
  });

  test('issuedAt is now unless it is given, and the other times count from it', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { iat, exp } = lib.decode(await signed({}, { expiresIn: 60 })).payload;
    assert.ok(iat >= before && iat <= Date.now() / 1000 && Number.isInteger(iat));
    assert.equal(exp, iat + 60);
    const payloadOf = async (...args) => lib.decode(await signed(...args)).payload;
    const issuedAt = new Date(NOW * 1000 + 999);
    assert.deepEqual(await payloadOf({}, { issuedAt, expiresIn: '1d' }), {
      exp: NOW + 86400,
      iat: NOW,
    });
    assert.deepEqual(await payloadOf({}, { issuedAt: null }), {});
    assert.deepEqual(await payloadOf({ iat: NOW }, { expiresIn: '1h' }), {
      iat: NOW,
      exp: NOW + 3600,
    });
    assert.deepEqual(await payloadOf({ iat: NOW }), { iat: NOW });
    assert.deepEqual(await payloadOf({}, { issuedAt: 0, notBefore: 0 }), { nbf: 0, iat: 0 });
  });

  test('a token is valid from notBefore until expiresIn', async () => {
    const key = await newKey();
    const options = { issuedAt: NOW, notBefore: '10s', expiresIn: '1m' };
    const token = await lib.sign({ sub: 'a' }, key, options);
    const verifyAt = (seconds) => () => lib.verify(token, key.verifyingKey(), at(seconds));
    rejects(verifyAt(NOW + 9), 'ERR_JWT_NOT_YET_VALID');
    assert.ok(verifyAt(NOW + 10)());
    assert.ok(verifyAt(NOW + 59)());
    rejects(verifyAt(NOW + 60), 'ERR_JWT_EXPIRED');
  });

  test('jwtId true is a random UUID, another for each token', async () => {
    const idOf = async () => lib.decode(await signed({}, { jwtId: true })).payload.jti;
    const [one, two] = [await idOf(), await idOf()];
    assert.ok(UUID.test(one) && UUID.test(two) && one !== two);
  });

  test('the header has alg first, then typ, the key ID, and what else is given', async () => {
    const key = await newKey({ keyId: 'mine' });
    const header = { cty: 'x', jwk: { kty: 'oct', more: [{}] }, 'x-y': [1] };
    assert.equal(
      headerText(await lib.sign({}, key, { typ: 'at+jwt', header })),
      '{"alg":"HS256","typ":"at+jwt","kid":"mine","cty":"x","jwk":{"kty":"oct","more":[{}]},"x-y":[1]}',
    );
    const other = headerText(await lib.sign({}, key, { keyId: 'other', header: {} }));
    assert.equal(other, '{"alg":"HS256","typ":"JWT","kid":"other"}');
  });

  test('RFC 7515 §4.1.11: a crit that is written is one that verify can accept', async () => {
    for (const [header, crit] of [
      [{ crit: ['x-policy'], 'x-policy': 1 }, ['x-policy']],
      [{ 'x-a': null, crit: ['x-b', 'x-a'], 'x-b': { deep: [] } }, ['x-a', 'x-b', 'x-c']],
      [{ crit: ['exp'], exp: 1 }, ['exp']],
    ]) {
      const key = await newKey();
      const token = await lib.sign({ exp: 9_999_999_999 }, key, { header });
      rejects(() => lib.verify(token, key.verifyingKey()), 'ERR_JOSE_NOT_SUPPORTED');
      const { protectedHeader } = lib.verify(token, key.verifyingKey(), { crit });
      assert.deepEqual(protectedHeader.crit, header.crit);
    }
  });

  test('a crit that no verifier could accept is misuse', async () => {
    const registered = ['alg', 'typ', 'kid', 'cty', 'crit', 'jwk', 'x5t#S256', 'epk', 'p2c'];
    for (const header of [
      { crit: [] },
      { crit: 'x', x: 1 },
      { crit: [1] },
      { crit: null },
      { crit: {} },
      { crit: ['x'] },
      { crit: ['x', 'x'], x: 1 },
      { crit: ['x', 'y'], x: 1 },
      { crit: ['b64'] },
      { crit: ['b64'], b64: true },
      { crit: ['x', 'b64'], x: 1, b64: true },
      ...registered.map((name) => ({ crit: [name], cty: 'a', jwk: {}, epk: {}, p2c: 1 })),
    ]) {
      await refuses('ERR_API_MISUSE', {}, { header });
    }
    for (const undefinedCrit of [{ crit: undefined }, { crit: ['x', undefined], x: 1 }]) {
      await refuses('ERR_API_MISUSE', {}, { header: undefinedCrit });
    }
  });

  test('alg and b64 cannot be smuggled in through the header', async () => {
    for (const header of [
      { alg: 'none' },
      { alg: 'HS256' },
      { b64: false },
      { b64: true },
      { kid: 'a' },
      { typ: 'a' },
    ]) {
      await refuses('ERR_API_MISUSE', {}, { header });
    }
    const own = JSON.parse('{"__proto__":{"alg":"none"}}');
    const text = headerText(await signed({}, { header: own }));
    assert.equal(text, '{"alg":"HS256","typ":"JWT","__proto__":{"alg":"none"}}');
  });

  test('header parameters have their types', async () => {
    for (const header of [{ jku: 1 }, { x5c: 'a' }, { jwk: 'a' }, { cty: {} }]) {
      await refuses('ERR_JWS_INVALID', {}, { header });
    }
    for (const header of [[], 'a', null, new Map(), { a: undefined }, { a: new Date() }]) {
      await refuses('ERR_API_MISUSE', {}, { header });
    }
  });

  test('what is said twice is refused: only one of the two can be meant', async () => {
    for (const [claim, options] of [
      [{ iss: 'a' }, { issuer: 'a' }],
      [{ sub: 'a' }, { subject: 'a' }],
      [{ aud: 'a' }, { audience: 'a' }],
      [{ jti: 'a' }, { jwtId: true }],
      [{ exp: NOW }, { expiresIn: 1 }],
      [{ nbf: NOW }, { notBefore: 1 }],
      [{ iat: NOW }, { issuedAt: NOW }],
    ]) {
      await refuses('ERR_API_MISUSE', claim, options);
    }
  });

  test('registered claims have their types, because nobody would accept the token', async () => {
    for (const claim of [
      { iss: 1 },
      { sub: null },
      { jti: {} },
      { aud: 1 },
      { aud: [1] },
      { aud: null },
      { exp: '1' },
      { nbf: true },
      { iat: null },
      { iat: '1' },
    ]) {
      await refuses('ERR_API_MISUSE', claim);
    }
    await refuses('ERR_API_MISUSE', { iat: 'canary' }, { expiresIn: 1 });
  });

  test('options are known by name and of the right type', async () => {
    for (const options of [
      null,
      1,
      'x',
      [],
      new Map(),
      () => {},
      { expiresin: 1 },
      { exp: 1 },
      { algorithm: 'none' },
      { alg: 'none' },
      { '': 1 },
      ...[undefined, null, '', 0, -1, NaN, Infinity, '15', '15 m', 'm', [], '1000000d'].map(
        (expiresIn) => ({ expiresIn }),
      ),
      ...[undefined, null, '', -1, NaN, Infinity, 'x'].map((notBefore) => ({ notBefore })),
      ...[undefined, '', 'x', -1, NaN, Infinity, new Date(NaN), true].map((issuedAt) => ({
        issuedAt,
      })),
      ...['issuer', 'subject', 'audience', 'jwtId', 'keyId', 'typ'].flatMap((name) =>
        [undefined, null, '', 0, false, {}, [], '\ud800', ['\udfff'], [''], [1]].map((value) => ({
          [name]: value,
        })),
      ),
      ...['issuer', 'subject', 'keyId', 'typ'].flatMap((name) => [
        { [name]: true },
        { [name]: ['a'] },
      ]),
      { header: undefined },
    ]) {
      await refuses('ERR_API_MISUSE', {}, options);
    }
  });

  test('what is no signing key is a mistake of the caller', async () => {
    const verifying = lib.importKey(secret, 'HS256');
    const { cryptoKey } = await newKey();
    for (const key of [undefined, null, {}, 'key', secret, verifying, cryptoKey]) {
      await rejectsLater(() => lib.sign({}, key), 'ERR_API_MISUSE');
    }
  });

  test('everything is read before the first wait: later changes are not signed', async () => {
    const given = { sub: 'before', list: [1] };
    const options = { issuer: 'before', header: { cty: 'before' } };
    const key = await newKey();
    const later = lib.sign(given, key, options);
    given.sub = 'after';
    given.list.push(2);
    options.issuer = 'after';
    options.header.cty = 'after';
    const { payload, protectedHeader } = lib.decode(await later);
    const { iat: _now, ...rest } = payload;
    assert.deepEqual(rest, { sub: 'before', list: [1], iss: 'before' });
    assert.equal(protectedHeader.cty, 'before');
  });

  test('a token that verify would refuse for its size is not signed', async () => {
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', { text: 'x'.repeat(300_000) });
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', { text: 'x'.repeat(200_000) });
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', {}, { header: { text: 'x'.repeat(9000) } });
    assert.ok(await signed({ text: 'x'.repeat(190_000) }));
  });

  test('where Web Crypto is missing or lacks the algorithm, the error says which and what to do', async () => {
    const key = await newKey();
    const unavailable = async (action, words) => {
      const { message } = await rejectsLater(action, 'ERR_CRYPTO_UNAVAILABLE');
      for (const word of words) assert.ok(message.includes(word), message);
    };
    const { subtle } = crypto;
    await instead(undefined, async () => {
      const words = ['https', 'localhost'];
      await unavailable(() => lib.sign({}, key), words);
      await unavailable(() => newKey(), words);
      await unavailable(() => lib.generateKeyPair('ES256'), words);
      await unavailable(() => lib.generateSecret('HS256'), words);
    });
    const lacking = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
    await instead({ sign: lacking, generateKey: lacking, importKey: lacking }, async () => {
      await unavailable(() => lib.sign({}, key), ['HS256']);
      await unavailable(() => newKey(), ['HS256']);
      await unavailable(() => lib.generateKeyPair('EdDSA'), ['EdDSA']);
    });
    assert.ok(await lib.sign({}, key));
    assert.equal(crypto.subtle, subtle);
  });

  test('what Web Crypto rejects is an error with the cause', async () => {
    const key = await newKey();
    const cause = new DOMException('the reason', 'OperationError');
    await instead({ sign: () => Promise.reject(cause) }, async () => {
      const error = await rejectsLater(() => lib.sign({}, key), 'ERR_CRYPTO_OPERATION');
      assert.equal(error.cause, cause);
    });
    await instead({ sign: async () => new ArrayBuffer(31) }, async () => {
      await rejectsLater(() => lib.sign({}, key), 'ERR_CRYPTO_OPERATION');
      await rejectsLater(() => key.sign(utf8('a')), 'ERR_CRYPTO_OPERATION');
    });
  });

  test('an Ed25519 pair that Web Crypto refuses by chance is asked for again, and only a few times', async () => {
    const { subtle } = crypto;
    const cause = new DOMException('the reason', 'OperationError');
    let asked = 0;
    const refusing = (times) => ({
      generateKey: (...settings) =>
        ++asked > times ? subtle.generateKey(...settings) : Promise.reject(cause),
      exportKey: (...settings) => subtle.exportKey(...settings),
      importKey: (...settings) => subtle.importKey(...settings),
      sign: (...settings) => subtle.sign(...settings),
    });
    await instead(refusing(2), async () => {
      const { signingKey, verifyingKey } = await lib.generateKeyPair('Ed25519');
      assert.ok(verifyingKey.verifySignature(utf8('a'), await signingKey.sign(utf8('a'))));
    });
    for (const [alg, times] of [
      ['EdDSA', 4],
      ['ES256', 1],
    ]) {
      asked = 0;
      await instead(refusing(Infinity), async () => {
        const action = () => lib.generateKeyPair(alg);
        assert.equal((await rejectsLater(action, 'ERR_CRYPTO_OPERATION')).cause, cause);
      });
      assert.equal(asked, times, alg);
    }
  });
}

/** The code of what is thrown. */
function rejectedCode(action) {
  try {
    action();
  } catch ({ code }) {
    return code;
  }
  return undefined;
}

/** Puts another SubtleCrypto in its place for a while: no runtime here lacks it, or fails on purpose. */
async function instead(subtle, action) {
  Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
  try {
    await action();
  } finally {
    delete crypto.subtle;
  }
}
