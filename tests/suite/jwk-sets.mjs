// JWK Sets: which members are keys, which set is not to be trusted, and which key a token gets.

import { encode } from './support/base64url.mjs';
import { signer } from './support/tokens.mjs';

export default function ({ test, assert, lib, fixtures, algorithm, claims, rejects }) {
  const publicJwks = fixtures.algorithms.filter(({ pem }) => pem).map(({ jwk }) => jwk);
  const secretJwks = fixtures.algorithms.filter(({ pem }) => !pem).map(({ jwk }) => jwk);
  const refuses = (jwks, options) =>
    rejects(() => lib.importJwkSet(jwks, options), 'ERR_JWKS_INVALID', { material: jwks });

  /** A token of this alg and kid. */
  const signedWithKid = async (alg, kid) => {
    const key = await lib.importSigningKey(algorithm(alg).privateJwk, alg);
    return lib.sign({ ...claims }, key, { keyId: kid });
  };

  test('a token gets the key that its kid and alg name (RFC 7517 §4.5)', () => {
    for (const jwks of [publicJwks, secretJwks]) {
      const set = lib.importJwkSet({ keys: jwks });
      assert.deepEqual(
        set.keys.map(({ keyId }) => keyId),
        jwks.map(({ kid }) => kid),
      );
      assert.equal(set.skipped.length, 0);
      for (const [index, { alg }] of jwks.entries()) {
        for (const { by, token } of algorithm(alg).tokens) {
          const verified = lib.verify(token, set);
          assert.deepEqual(verified.payload, claims, by);
          assert.equal(verified.key, set.keys[index], by);
        }
      }
    }
  });

  test('a set is an object or JSON text', () => {
    const { tokens } = algorithm('ES256');
    const set = lib.importJwkSet(JSON.stringify({ keys: publicJwks }));
    assert.equal(lib.verify(tokens[0].token, set).key.keyId, 'key-ES256');
    for (const nothing of [undefined, null, 1, [], new Map(), new Uint8Array(2), () => {}]) {
      rejects(() => lib.importJwkSet(nothing), 'ERR_API_MISUSE');
    }
  });

  test('what is not a JWK Set is refused (RFC 7517 §5)', () => {
    for (const jwks of [
      {},
      { keys: {} },
      { keys: null },
      { keys: 'a' },
      { Keys: [] },
      publicJwks[0],
    ]) {
      refuses(jwks);
    }
    for (const text of [
      '',
      '[]',
      'null',
      'canary',
      '{"keys":[]',
      '{"keys":[],"keys":[]}',
      '{"keys":[]} x',
    ]) {
      refuses(text);
    }
  });

  test('an empty set is a set without a key for anyone', () => {
    const set = lib.importJwkSet({ keys: [] });
    assert.deepEqual([set.keys.length, set.skipped.length], [0, 0]);
    const { token } = algorithm('RS256').tokens[0];
    rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
  });

  test('members that cannot be used are skipped and listed (RFC 7517 §5)', () => {
    const { jwk } = algorithm('RS256');
    const members = [
      { kty: 'AKP', kid: 'post-quantum', alg: 'ML-DSA-44', pub: 'AAAA' },
      { ...jwk, kid: 'encryption', use: 'enc' },
      { ...jwk, kid: 'oaep', alg: 'RSA-OAEP' },
      { ...fixtures.rsa1024.jwk, alg: 'RS256', kid: 'weak' },
      { ...algorithm('ES256').jwk, kid: 'off-curve', x: algorithm('ES256').jwk.y },
      { kty: 'RSA', kid: 'empty' },
      { kid: 'no type' },
      'not an object',
      null,
      jwk,
    ];
    const set = lib.importJwkSet({ keys: members });
    assert.deepEqual(
      set.keys.map(({ keyId }) => keyId),
      ['key-RS256'],
    );
    assert.deepEqual(
      set.skipped.map(({ index, code }) => [index, code]),
      [
        [0, 'ERR_JOSE_NOT_SUPPORTED'],
        [1, 'ERR_JOSE_KEY_MISMATCH'],
        [2, 'ERR_JOSE_NOT_SUPPORTED'],
        [3, 'ERR_JOSE_KEY_TOO_WEAK'],
        [4, 'ERR_JWK_INVALID'],
        [5, 'ERR_JWK_INVALID'],
        [6, 'ERR_JWK_INVALID'],
        [7, 'ERR_JWK_INVALID'],
        [8, 'ERR_JWK_INVALID'],
      ],
    );
    assert.equal(set.skipped[1].keyId, 'encryption');
    assert.equal('keyId' in set.skipped[8], false);
    for (const { message } of set.skipped) assert.ok(message.length > 10, message);
    assert.ok(lib.verify(algorithm('RS256').tokens[0].token, set), 'one bad key spoils no other');
  });

  test('weak keys of a set are taken only where that is asked for by name', () => {
    const keys = [{ ...fixtures.rsa1024.jwk, alg: 'RS256' }];
    assert.equal(lib.importJwkSet({ keys }).keys.length, 0);
    const set = lib.importJwkSet({ keys }, { allowWeakKey: true });
    assert.ok(lib.verify(fixtures.rsa1024.token, set));
  });

  test('a key without alg gets the one of the list that fits its type, or none', () => {
    const keys = [...publicJwks, ...publicJwks].map(({ alg: _, kid: __, ...jwk }) => jwk);
    const nothing = lib.importJwkSet({ keys });
    assert.equal(nothing.keys.length, 0);
    const set = lib.importJwkSet(
      { keys: keys.slice(-5) },
      { algorithms: ['PS256', 'ES256', 'EdDSA', 'HS256'] },
    );
    assert.deepEqual(
      set.keys.map(({ algorithm: alg }) => alg),
      ['ES256', 'EdDSA', 'EdDSA'],
    );
  });

  test("keys of one kid are told apart by the token's alg (RFC 7517 §4.5)", async () => {
    const named = (alg) => ({ ...algorithm(alg).jwk, kid: 'same' });
    const set = lib.importJwkSet({ keys: ['RS256', 'PS256', 'ES256'].map(named) });
    assert.equal(set.keys.length, 3);
    for (const alg of ['RS256', 'PS256', 'ES256']) {
      const token = await signedWithKid(alg, 'same');
      assert.equal(lib.verify(token, set).key.algorithm, alg);
    }
  });

  test('a member that cannot verify does not stand in the way of one of the same kid', () => {
    const { jwk, tokens } = algorithm('RS256');
    const { kid } = jwk;
    const others = [
      { kty: 'AKP', kid, alg: 'ML-DSA-65', pub: 'AAAA' },
      { ...jwk, key_ops: ['encrypt'] },
      { ...jwk, use: 'enc' },
      { ...jwk, alg: 'RSA-OAEP-256' },
      { kty: 'RSA', kid, n: '!', e: 'AQAB' },
      { ...fixtures.rsa1024.jwk, kid, alg: 'RS256' },
      jwk,
    ];
    for (const other of others) {
      for (const keys of [
        [jwk, other],
        [other, jwk],
      ]) {
        assert.ok(lib.verify(tokens[0].token, lib.importJwkSet({ keys })), JSON.stringify(other));
      }
    }
  });

  test('two different keys of one kid and one alg are a matter of their tokens alone', () => {
    const secretOf = (fill) => new Uint8Array(32).fill(fill);
    const member = (fill, kid) => ({ kty: 'oct', alg: 'HS256', kid, k: encode(secretOf(fill)) });
    const set = lib.importJwkSet({ keys: [member(1, 'a'), member(2, 'a'), member(3, 'b')] });
    const by = (fill, kid) => signer(secretOf(fill))(claims, { alg: 'HS256', kid });
    assert.ok(lib.verify(by(3, 'b'), set));
    const token = by(1, 'a');
    const error = rejects(() => lib.verify(token, set), 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', {
      token,
    });
    assert.ok(/tryAllMatchingKeys/.test(error.message), error.message);
    assert.ok(lib.verify(token, set, { tryAllMatchingKeys: true }));
  });

  test('a key without alg is for the algorithms that the verification names, and bound to each', () => {
    const { alg: _, ...jwk } = algorithm('RS256').jwk;
    const set = lib.importJwkSet({ keys: [jwk] });
    assert.equal(set.keys.length, 0);
    assert.equal(set.skipped[0].code, 'ERR_JOSE_KEY_MISMATCH');
    const { token } = algorithm('RS256').tokens[0];
    const refused = rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
    assert.equal(refused.skipped, 1);
    assert.equal(refused.cause.code, 'ERR_JOSE_KEY_MISMATCH');
    assert.ok(/algorithms/.test(refused.message), refused.message);
    for (const algorithms of [['RS256'], ['RS256', 'PS256', 'ES256']]) {
      const { key } = lib.verify(token, set, { algorithms });
      assert.equal(key.algorithm, 'RS256');
      assert.equal(key.keyId, jwk.kid);
      assert.equal(lib.verify(token, set, { algorithms }).key, key, 'the same key each time');
      assert.equal(lib.exportJwk(key).n, jwk.n);
    }
    rejects(() => lib.verify(token, set, { algorithms: ['PS256'] }), 'ERR_JOSE_ALG_NOT_ALLOWED', {
      token,
    });
    assert.ok(lib.createVerifier({ keys: set, algorithms: ['RS256'] }).verify(token));
  });

  test('one RSA key for RS256 and PS256 is two keys, and the token picks', async () => {
    const { alg: _, ...jwk } = algorithm('RS256').jwk;
    const keys = [{ ...jwk, kid: 'a' }];
    const algorithms = ['RS256', 'PS256', 'ES256'];
    const set = lib.importJwkSet({ keys }, { algorithms });
    for (const alg of ['RS256', 'PS256']) {
      const token = await signedWithKid(alg, 'a');
      assert.equal(lib.verify(token, set).key.algorithm, alg);
      assert.equal(
        lib.verify(token, lib.importJwkSet({ keys }), { algorithms }).key.algorithm,
        alg,
      );
    }
    const rs384 = await signedWithKid('RS384', 'a');
    rejects(() => lib.verify(rs384, set), 'ERR_JWKS_NO_MATCHING_KEY', { token: rs384 });
    assert.deepEqual(
      set.keys.map(({ algorithm: alg, keyId }) => [alg, keyId]),
      [
        ['RS256', 'a'],
        ['PS256', 'a'],
      ],
    );
    assert.equal(set.skipped.length, 0);
  });

  test('x5t and x5t#S256 choose the key where there is no kid, as for ADFS', () => {
    const secretOf = (fill) => new Uint8Array(32).fill(fill);
    const member = (fill, more) => ({
      kty: 'oct',
      alg: 'HS256',
      k: encode(secretOf(fill)),
      ...more,
    });
    const set = lib.importJwkSet({
      keys: [
        member(1, { x5t: 'one' }),
        member(2, { x5t: 'two' }),
        member(3, { 'x5t#S256': 'three' }),
      ],
    });
    for (const [fill, more] of [
      [1, { x5t: 'one' }],
      [2, { x5t: 'two' }],
      [3, { 'x5t#S256': 'three' }],
      [2, { x5t: 'two', kid: null }],
    ]) {
      const token = signer(secretOf(fill))(claims, { alg: 'HS256', ...more });
      assert.ok(lib.verify(token, set), JSON.stringify(more));
    }
    const token = signer(secretOf(1))(claims, { alg: 'HS256', x5t: 'two' });
    rejects(() => lib.verify(token, set), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', { token });
  });

  test('PEM by kid is a key set, as Google publishes its certificates', () => {
    const { keys } = fixtures.otherPrograms;
    const form = (alg, name) => keys.find((each) => each.algorithm === alg).forms[name];
    const map = {
      rsa: form('RS256', 'certificate, version 3'),
      ec: form('ES256', 'SubjectPublicKeyInfo'),
      broken: form('ES384', 'SubjectPublicKeyInfo').slice(0, 100),
    };
    for (const input of [map, JSON.stringify(map)]) {
      const set = lib.importJwkSet(input, { algorithms: ['RS256', 'ES256'] });
      assert.deepEqual(
        set.keys.map(({ keyId, algorithm: alg }) => [keyId, alg]),
        [
          ['rsa', 'RS256'],
          ['ec', 'ES256'],
        ],
      );
      assert.deepEqual(
        set.skipped.map(({ keyId, code }) => [keyId, code]),
        [['broken', 'ERR_JOSE_KEY_INVALID']],
      );
      assert.equal(lib.exportPem(set.keys[0]), form('RS256', 'SubjectPublicKeyInfo'));
    }
    const unnamed = lib.importJwkSet(map);
    assert.equal(unnamed.keys.length, 0);
    const leaked = form('ES256', 'PrivateKeyInfo');
    for (const text of [leaked, map.rsa + leaked, leaked.slice(0, 100), `# key\n${leaked}`]) {
      refuses({ ...map, leaked: text }, { algorithms: ['ES256'] });
    }
    refuses({ a: 'no PEM' });
  });

  test('a key set has at most 1,000 members, of whatever kind they are', () => {
    const [jwk] = publicJwks;
    const { pem } = algorithm('ES256');
    const pemMap = (count) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, pem]));
    for (const member of [{}, 1, null, { ...jwk, kid: 'x' }]) {
      const of = (count) => JSON.stringify({ keys: Array.from({ length: count }, () => member) });
      const { keys, skipped } = lib.importJwkSet(of(1000));
      assert.equal(keys.length + skipped.length, 1000);
      rejects(() => lib.importJwkSet(of(1001)), 'ERR_JOSE_LIMIT_EXCEEDED');
      assert.equal(lib.inspectKey(of(1001)).error.code, 'ERR_JOSE_LIMIT_EXCEEDED');
    }
    assert.equal(lib.importJwkSet(pemMap(1000), { algorithms: ['ES256'] }).keys.length, 1000);
    rejects(() => lib.importJwkSet(pemMap(1001)), 'ERR_JOSE_LIMIT_EXCEEDED');
  });

  test('null members are as if left out, as some programs write what they have not', () => {
    const { jwk, tokens } = algorithm('ES256');
    const nulls = { ...jwk, use: null, key_ops: null, x5u: null, x5c: null, x5t: null };
    assert.ok(lib.verify(tokens[0].token, lib.importJwkSet({ keys: [nulls] })));
  });

  test('shared secrets beside public keys are refused: the ground of algorithm confusion', () => {
    refuses({ keys: [algorithm('RS256').jwk, algorithm('HS256').jwk] });
    refuses({ keys: [algorithm('HS512').jwk, algorithm('EdDSA').jwk] });
  });

  test('a published private key is refused: it is no secret any more', () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA']) {
      const { jwk } = algorithm(alg);
      refuses({ keys: [algorithm('ES384').jwk, { ...jwk, d: 'AAAA' }] });
    }
  });

  test('without kid, the one key of that algorithm is used; two are too many', () => {
    const { d: _, ...jwk } = algorithm('ES256').jwk;
    const token = algorithm('ES256').tokens.find(({ by }) => by === 'jose').token;
    const secretOf = (fill) => new Uint8Array(32).fill(fill);
    const member = (fill, kid) => ({ kty: 'oct', alg: 'HS256', kid, k: encode(secretOf(fill)) });
    const nameless = signer(secretOf(1))({ exp: 9999999999 }, { alg: 'HS256' });
    const one = lib.importJwkSet({ keys: [member(1, 'a')] });
    assert.equal(lib.verify(nameless, one).key.keyId, 'a');
    const two = lib.importJwkSet({ keys: [member(1, 'a'), member(2, 'b')] });
    rejects(() => lib.verify(nameless, two), 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', {
      token: nameless,
    });
    const named = signer(secretOf(2))({ exp: 9999999999 }, { alg: 'HS256', kid: 'b' });
    assert.equal(lib.verify(named, two).key.keyId, 'b');
    assert.ok(lib.verify(token, lib.importJwkSet({ keys: [jwk] })));
  });

  test('a kid that the set does not have finds nothing, whatever it looks like', () => {
    const set = lib.importJwkSet({ keys: secretJwks });
    const kids = [
      'key-HS25',
      'key-HS2566',
      'KEY-HS256',
      '../../dev/null',
      "' OR 1=1 --",
      '\0',
      '',
      '__proto__',
      'constructor',
      '0',
    ];
    for (const kid of kids) {
      const token = signer(new Uint8Array(32))(claims, { alg: 'HS256', kid });
      rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
    }
  });

  test('a kid of another key type does not lend its key (CVE-2021-46743)', () => {
    const set = lib.importJwkSet({ keys: publicJwks });
    const token = signer(new TextEncoder().encode(algorithm('RS256').pem))(claims, {
      alg: 'HS256',
      kid: 'key-RS256',
    });
    rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
    const es = algorithm('ES256').tokens[0].token.split('.');
    es[0] = encode('{"alg":"ES256","kid":"key-RS256"}');
    rejects(() => lib.verify(es.join('.'), set), 'ERR_JWKS_NO_MATCHING_KEY', {
      token: es.join('.'),
    });
  });

  test('the allow-list holds for sets too', () => {
    const set = lib.importJwkSet({ keys: publicJwks });
    const { token } = algorithm('RS256').tokens[0];
    const options = { algorithms: ['ES256', 'RS384'] };
    rejects(() => lib.verify(token, set, options), 'ERR_JOSE_ALG_NOT_ALLOWED', { token });
  });

  test('keys and skipped cannot be changed from outside', () => {
    const set = lib.importJwkSet({ keys: publicJwks });
    assert.ok(Object.isFrozen(set.keys));
    assert.ok(Object.isFrozen(set.skipped));
  });
}
