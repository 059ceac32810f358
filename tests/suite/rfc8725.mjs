// RFC 8725 (JSON Web Token Best Current Practices) and draft-ietf-oauth-rfc8725bis, which is to succeed
// it: one test for each of their demands, in their order. What they say of encryption is shown by the
// lack of any way to it.

import { encode, utf8 } from './support/base64url.mjs';
import { SEGMENTS, signer, withFlippedByte, withSegment } from './support/tokens.mjs';

const ISSUER = 'https://issuer.example';
const FAILED = 'ERR_JWT_CLAIM_VALIDATION_FAILED';

export default function ({
  test,
  assert,
  lib,
  fixtures,
  algorithm,
  claims,
  secret,
  sign,
  key,
  goodToken,
  rejects,
}) {
  const ALGORITHMS = fixtures.algorithms.map(({ alg }) => alg);
  const tokenOf = (alg) => algorithm(alg).tokens[0].token;
  const keyOf = (alg) => lib.importKey(algorithm(alg).jwk);
  const isAsymmetric = (alg) => !alg.startsWith('HS');
  /** Holds every way in to the same refusal. */
  const refused = (code, token, keyOrSet = key, options = {}) => {
    const { algorithms } = options;
    const form = algorithms === undefined ? {} : { algorithms };
    rejects(() => lib.verify(token, keyOrSet, options), code, { token });
    rejects(() => lib.compactVerify(token, keyOrSet, form), code, { token });
    const verifier = lib.createVerifier({ keys: keyOrSet, ...options });
    rejects(() => verifier.verify(token), code, { token });
    assert.equal(lib.inspect(token, keyOrSet, options).valid, false);
  };
  const checkOf = (inspection, name) => inspection.checks.find((check) => check.name === name);

  test('§3.1: an algorithm outside the allow-list is never executed', () => {
    for (const alg of ALGORITHMS) {
      const others = ALGORITHMS.filter((other) => other !== alg);
      const token = tokenOf(alg);
      // The answer is the same for a good signature, a bad one, and where there is no key at all.
      for (const signed of [token, withFlippedByte(token, 'signature', 0)]) {
        for (const keyOrSet of [keyOf(alg), lib.importJwkSet({ keys: [] })]) {
          refused('ERR_JOSE_ALG_NOT_ALLOWED', signed, keyOrSet, { algorithms: others });
          const inspection = lib.inspect(signed, keyOrSet, { algorithms: others });
          assert.equal(checkOf(inspection, 'algorithm').code, 'ERR_JOSE_ALG_NOT_ALLOWED');
          assert.equal(checkOf(inspection, 'signature').status, 'skipped', `${alg} was executed`);
        }
      }
      assert.ok(lib.verify(token, keyOf(alg), { algorithms: [alg] }));
    }
  });

  test('§3.1: alg is that of the key which kid names, or the token is refused', () => {
    for (const alg of ALGORITHMS) {
      const { jwk } = algorithm(alg);
      for (const other of ALGORITHMS.filter((name) => name !== alg)) {
        const set = lib.importJwkSet({ keys: [{ ...jwk, kid: algorithm(other).jwk.kid }] });
        const token = tokenOf(other);
        assert.equal(lib.decode(token).protectedHeader.kid, set.keys[0].keyId);
        refused('ERR_JWKS_NO_MATCHING_KEY', token, set);
      }
    }
  });

  test('§3.1: each issuer has its algorithms, and those of another do not count', () => {
    const jwks = fixtures.algorithms.map(({ jwk }) => jwk).filter(({ alg }) => isAsymmetric(alg));
    const keys = lib.importJwkSet({ keys: jwks });
    const verifierWith = (ours, theirs) =>
      lib.createVerifier({
        issuers: [
          { keys, issuer: ISSUER, algorithms: [ours] },
          { keys, issuer: 'https://other.example', algorithms: [theirs] },
        ],
      });
    for (const [ours, theirs] of [
      ['RS256', 'ES256'],
      ['ES256', 'RS256'],
      ['PS256', 'RS256'],
    ]) {
      const verifier = verifierWith(ours, theirs);
      assert.equal(verifier.verify(tokenOf(ours)).payload.iss, ISSUER);
      const swapped = tokenOf(theirs);
      rejects(() => verifier.verify(swapped), 'ERR_JOSE_ALG_NOT_ALLOWED', { token: swapped });
    }
  });

  test('§3.1: a key of one algorithm is refused for any other, also where its type would fit', () => {
    for (const alg of ALGORITHMS) {
      for (const other of ALGORITHMS.filter((name) => name !== alg)) {
        refused('ERR_JOSE_KEY_MISMATCH', tokenOf(other), keyOf(alg));
        refused('ERR_JOSE_KEY_MISMATCH', tokenOf(other), keyOf(alg), { algorithms: ALGORITHMS });
      }
    }
  });

  test('§3.1: algorithms are allowed, not forbidden, and their names compare exactly', () => {
    for (const alg of [
      'hs256',
      'Hs256',
      'HS256 ',
      ' HS256',
      'HS256\0',
      'ＨＳ256',
      'HS25',
      'HS2560',
    ]) {
      refused('ERR_JOSE_ALG_NOT_ALLOWED', sign(claims, { alg }));
      rejects(() => lib.verify(goodToken, key, { algorithms: [alg] }), 'ERR_API_MISUSE');
    }
    for (const name of ['blockedAlgorithms', 'disallowedAlgorithms', 'allowNone', 'ignoreAlg']) {
      rejects(() => lib.verify(goodToken, key, { [name]: ['none'] }), 'ERR_API_MISUSE');
    }
    for (const algorithms of [['!RS256'], ['HS*'], ['*'], []]) {
      rejects(() => lib.verify(goodToken, key, { algorithms }), 'ERR_API_MISUSE');
    }
  });

  test('§3.2: "none" is accepted by nothing, and no option lets it in', () => {
    const token = `${encode('{"alg":"none"}')}.${encode(JSON.stringify(claims))}.`;
    for (const alg of ALGORITHMS) refused('ERR_JOSE_ALG_NOT_ALLOWED', token, keyOf(alg));
    refused('ERR_JOSE_ALG_NOT_ALLOWED', token, lib.importJwkSet({ keys: [] }));
    rejects(() => lib.verify(token, key, { algorithms: ['none'] }), 'ERR_API_MISUSE');
    for (const absent of [undefined, null, '', new Uint8Array(0)]) {
      rejects(() => lib.verify(token, absent), 'ERR_API_MISUSE');
      rejects(() => lib.importKey(new Uint8Array(0), 'none'), 'ERR_API_MISUSE');
    }
    assert.equal(lib.inspect(token).valid, false);
    assert.deepEqual(
      Object.keys(lib).filter((name) => /none|unsecured|unsafe/i.test(name)),
      [],
      'there is no call by the name of it',
    );
  });

  test('§3.2: RSAES-PKCS1-v1_5 cannot be named; Ed25519 has its fully specified name (RFC 9864)', () => {
    const { alg: _, ...jwk } = algorithm('RS256').jwk;
    for (const alg of ['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'RS1']) {
      rejects(() => lib.importKey(algorithm('RS256').pem, alg), 'ERR_API_MISUSE');
      rejects(() => lib.importKey({ ...jwk, alg }), 'ERR_JOSE_NOT_SUPPORTED');
      rejects(() => lib.verify(goodToken, key, { algorithms: [alg] }), 'ERR_API_MISUSE');
      refused('ERR_JOSE_ALG_NOT_ALLOWED', sign(claims, { alg }));
      assert.equal(lib.importJwkSet({ keys: [{ ...jwk, alg }] }).keys.length, 0);
    }
    assert.equal(lib.verify(tokenOf('Ed25519'), keyOf('Ed25519')).key.algorithm, 'Ed25519');
  });

  test('§3.3: of a nested JWT both signatures must hold, each with a key that the caller names', () => {
    const inner = tokenOf('ES256');
    const nest = (token) => sign(token, { alg: 'HS256', cty: 'JWT' });
    const verifyNested = (token, outerKey, innerKey) => {
      const { payload, protectedHeader } = lib.compactVerify(token, outerKey);
      assert.equal(protectedHeader.cty, 'JWT');
      return lib.verify(new TextDecoder().decode(payload), innerKey, { algorithms: ['ES256'] });
    };
    const nested = nest(inner);
    assert.deepEqual(verifyNested(nested, key, keyOf('ES256')).payload, claims);
    const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    const brokenOuter = withFlippedByte(nested, 'signature', 0);
    rejects(() => verifyNested(brokenOuter, key, keyOf('ES256')), code);
    const brokenInner = nest(withFlippedByte(inner, 'signature', 0));
    rejects(() => verifyNested(brokenInner, key, keyOf('ES256')), code);
    rejects(() => verifyNested(nested, key, key), 'ERR_JOSE_KEY_MISMATCH');
    // A token in a token is no claims set: nothing unwraps it unasked, and takes the outer word for it.
    rejects(() => lib.verify(nested, key), 'ERR_JWT_INVALID', { token: nested });
    rejects(() => lib.verify(nest(nested), key), 'ERR_JWT_INVALID');
  });

  test('§3.3: signed only: what is encrypted is told apart by its form, and refused', () => {
    for (const header of [
      { alg: 'dir', enc: 'A256GCM' },
      { alg: 'RSA-OAEP', enc: 'A128CBC-HS256', cty: 'JWT' },
      { alg: 'HS256', enc: 'A256GCM' },
      { alg: 'HS256' },
    ]) {
      const encrypted = `${encode(JSON.stringify(header))}.AAAA.AAAA.AAAA.AAAA`;
      refused('ERR_JOSE_NOT_SUPPORTED', encrypted);
      rejects(() => lib.decode(encrypted), 'ERR_JOSE_NOT_SUPPORTED', { token: encrypted });
    }
    // Nor does `enc` make another thing of three segments.
    refused('ERR_JOSE_ALG_NOT_ALLOWED', sign(claims, { alg: 'dir', enc: 'A256GCM' }));
  });

  test('§3.4: there is no key agreement: no ECDH-ES, no epk, and no key made for it', () => {
    const epk = algorithm('ES256').joseJwk;
    for (const alg of ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW']) {
      const header = { alg, enc: 'A256GCM', epk, apu: 'AAAA', apv: 'AAAA' };
      refused('ERR_JOSE_ALG_NOT_ALLOWED', sign(claims, header));
      refused('ERR_JOSE_NOT_SUPPORTED', `${encode(JSON.stringify(header))}..AAAA.AAAA.AAAA`);
      rejects(() => lib.importKey(algorithm('ES256').pem, alg), 'ERR_API_MISUSE');
      rejects(() => lib.importKey({ ...epk, alg }), 'ERR_JOSE_NOT_SUPPORTED');
    }
    const { jwk: x25519 } = fixtures.otherCurves.find(({ curve }) => curve === 'X25519');
    for (const alg of ['EdDSA', 'Ed25519', 'ES256']) {
      rejects(() => lib.importKey(x25519, alg), 'ERR_JOSE_NOT_SUPPORTED');
    }
    rejects(() => lib.importKey({ ...epk, use: 'enc' }, 'ES256'), 'ERR_JOSE_KEY_MISMATCH');
    const agreement = { ...epk, key_ops: ['deriveKey'] };
    rejects(() => lib.importKey(agreement, 'ES256'), 'ERR_JOSE_KEY_MISMATCH');
  });

  test('§3.5: a password is no HMAC key', () => {
    for (const password of ['hunter2', 'changeme', 'correct horse battery', 'P@ssw0rd-2026', 'a']) {
      for (const alg of ['HS256', 'HS384', 'HS512']) {
        const material = utf8(password);
        const about = { material };
        const code = 'ERR_JOSE_KEY_TOO_WEAK';
        rejects(() => lib.importKey(material, alg), code, about);
        rejects(() => lib.importKey(password, alg, { encoding: 'utf8' }), code, about);
        rejects(() => lib.importKey({ kty: 'oct', k: encode(material), alg }), code, about);
      }
    }
  });

  test('§3.6: nothing encrypts, so nothing compresses what it encrypts', () => {
    const names = Object.keys(lib).filter((name) => /encrypt|compress|deflate|zip|jwe/i.test(name));
    assert.deepEqual(names, []);
    const compressed = { alg: 'dir', enc: 'A256GCM', zip: 'DEF' };
    refused('ERR_JOSE_NOT_SUPPORTED', `${encode(JSON.stringify(compressed))}..AAAA.AAAA.AAAA`);
    const critical = sign(claims, { alg: 'HS256', crit: ['zip'], zip: 'DEF' });
    refused('ERR_JOSE_NOT_SUPPORTED', critical);
  });

  test('§3.7: header and claims are UTF-8 without a byte order mark, and no other encoding', () => {
    const header = '{"alg":"HS256"}';
    const payload = '{"exp":9999999999}';
    const invalid = (text) => Uint8Array.of(...utf8(text.slice(0, -1)), ...utf8(',"a":"'), 0xff);
    const writings = {
      'UTF-16LE': (text) => wide(text, 2, true),
      'UTF-16BE': (text) => wide(text, 2, false),
      'UTF-32LE': (text) => wide(text, 4, true),
      'UTF-32BE': (text) => wide(text, 4, false),
      'UTF-16LE, marked': (text) => Uint8Array.of(0xff, 0xfe, ...wide(text, 2, true)),
      'UTF-16BE, marked': (text) => Uint8Array.of(0xfe, 0xff, ...wide(text, 2, false)),
      'UTF-8, marked': (text) => Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text)),
      'UTF-7, marked': (text) => utf8(`+/v8-${text}`),
      'no UTF-8': (text) => Uint8Array.of(...invalid(text), ...utf8('"}')),
    };
    assert.ok(lib.verify(sign(utf8(payload), utf8(header)), key));
    for (const write of Object.values(writings)) {
      const written = sign(payload, write(header));
      rejects(() => lib.verify(written, key), 'ERR_JWS_INVALID', { token: written });
      const token = sign(write(payload), header);
      rejects(() => lib.verify(token, key), 'ERR_JWT_INVALID', { token });
    }
  });

  test("§3.8: a key speaks for its issuer alone, whatever the token's iss and kid say", () => {
    const other = 'https://other.example';
    const otherSecret = new Uint8Array(32).fill(9);
    const setOf = (k) => lib.importJwkSet({ keys: [{ kty: 'oct', alg: 'HS256', kid: 'a', k }] });
    const verifier = lib.createVerifier({
      issuers: [
        { keys: setOf(fixtures.secret), issuer: ISSUER },
        { keys: setOf(encode(otherSecret)), issuer: other },
      ],
    });
    const header = { alg: 'HS256', kid: 'a' };
    const signOther = signer(otherSecret);
    assert.ok(verifier.verify(sign({ ...claims, iss: ISSUER }, header)));
    assert.ok(verifier.verify(signOther({ ...claims, iss: other }, header)));
    for (const crossed of [
      sign({ ...claims, iss: other }, header),
      signOther({ ...claims, iss: ISSUER }, header),
    ]) {
      const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
      rejects(() => verifier.verify(crossed), code, { token: crossed });
    }
    for (const iss of [`${ISSUER}/`, 'https://third.example', undefined, [ISSUER]]) {
      const token = sign({ ...claims, iss }, header);
      rejects(() => verifier.verify(token), 'ERR_JWKS_NO_MATCHING_KEY', { token });
    }
  });

  test('§3.8: sub is held to the subject that is expected, or to the schema of the caller', () => {
    const token = (sub) => sign({ ...claims, sub });
    const isUser = (value) => /^user-\d+$/.test(value.sub);
    const schema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) =>
          isUser(value) ? { value } : { issues: [{ message: 'no user', path: ['sub'] }] },
      },
    };
    const verifier = lib.createVerifier({ keys: key, schema });
    assert.ok(lib.verify(token('user-1'), key, { subject: 'user-1' }));
    assert.ok(verifier.verify(token('user-1')));
    for (const sub of ['user-2', 'USER-1', undefined]) {
      rejects(() => lib.verify(token(sub), key, { subject: 'user-1' }), FAILED, { claim: 'sub' });
    }
    for (const sub of ['admin', 'user-1 or so', undefined]) {
      rejects(() => verifier.verify(token(sub)), FAILED, { claim: 'sub', reason: 'check_failed' });
    }
  });

  test('§3.9: where an audience is expected, a token for no one or for another is refused', () => {
    const options = { audience: 'https://api.example' };
    assert.ok(lib.verify(sign({ ...claims, aud: options.audience }), key, options));
    for (const [aud, reason] of [
      [undefined, 'missing'],
      ['https://other.example', 'mismatch'],
      [['https://other.example'], 'mismatch'],
      [[], 'mismatch'],
    ]) {
      const token = sign({ ...claims, aud });
      rejects(() => lib.verify(token, key, options), FAILED, { claim: 'aud', reason });
      const verifier = lib.createVerifier({ keys: key, ...options });
      rejects(() => verifier.verify(token), FAILED, { claim: 'aud', reason });
    }
  });

  test('§3.10: nothing that a token names is looked up: kid is data, jku and x5u are not followed', async () => {
    const { fetch } = globalThis;
    const asked = [];
    globalThis.fetch = async (...request) => {
      asked.push(request);
      throw new TypeError('no network here');
    };
    try {
      const remote = lib.createRemoteJwkSet('https://issuer.example/jwks');
      remote.hydrate({ keys: [algorithm('ES256').jwk] });
      for (const url of [
        'https://canary.example/jwks.json',
        'http://169.254.169.254/latest/meta-data/',
        'http://127.0.0.1:6379/',
        'file:///etc/passwd',
      ]) {
        const header = { alg: 'HS256', kid: url, jku: url, x5u: url, jwk: { kty: 'oct', k: 'AA' } };
        const token = sign(claims, header);
        assert.equal(lib.decode(token).protectedHeader.jku, url, 'it is shown');
        assert.ok(lib.verify(token, key), 'it is not used');
        assert.ok(lib.inspect(token, key).valid);
        const set = lib.importJwkSet({ keys: [algorithm('ES256').jwk] });
        rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
        const verifier = lib.createVerifier({ keys: set });
        const outcome = await verifier.verifyAsync(token).catch(({ code }) => code);
        assert.equal(outcome, 'ERR_JWKS_NO_MATCHING_KEY');
      }
      for (const kid of ['../../dev/null', "' OR '1'='1", '; sleep 5', '__proto__', '\0']) {
        const set = lib.importJwkSet({ keys: [algorithm('ES256').jwk] });
        const token = sign(claims, { alg: 'HS256', kid });
        rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
      }
      assert.deepEqual(asked, []);
      // A kid that is not known makes a remote set ask where it always asks, without cookies.
      await remote.keysFor({ alg: 'HS256', kid: 'https://canary.example/' });
      assert.equal(asked.length, 1);
      const [[url, { credentials, redirect }]] = asked;
      assert.deepEqual([url, credentials], ['https://issuer.example/jwks', 'omit']);
      assert.ok(redirect !== 'follow');
    } finally {
      globalThis.fetch = fetch;
    }
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '10.0.0.1', '169.254.169.254']) {
      rejects(() => lib.createRemoteJwkSet(`http://${host}/jwks`), 'ERR_API_MISUSE');
    }
  });

  test('§3.11: typ is a media type, with or without application/, and of an inner token too', () => {
    const withTyp = (typ) => sign(claims, { alg: 'HS256', typ });
    const verify = (token, typ) => lib.verify(token, key, { typ });
    for (const typ of ['at+jwt', 'AT+JWT', 'application/at+jwt', 'Application/AT+jwt']) {
      for (const expected of ['at+jwt', 'application/at+jwt', 'At+Jwt']) {
        assert.equal(verify(withTyp(typ), expected).protectedHeader.typ, typ);
      }
    }
    const [reason, claim] = ['mismatch', 'typ'];
    for (const typ of ['JWT', 'at+jwt ', 'at+jw', 'xat+jwt', 'text/at+jwt', 'application/', '']) {
      const about = { claim, reason, expected: 'at+jwt', actual: typ };
      rejects(() => verify(withTyp(typ), 'at+jwt'), FAILED, about);
    }
    const twice = withTyp('application/application/at+jwt');
    rejects(() => verify(twice, 'at+jwt'), FAILED, { claim, reason });
    rejects(() => verify(withTyp(undefined), 'at+jwt'), FAILED, { claim, reason: 'missing' });
    const nested = sign(withTyp('JWT'), { alg: 'HS256', typ: 'secevent+jwt', cty: 'JWT' });
    const { payload } = lib.compactVerify(nested, key);
    const inner = new TextDecoder().decode(payload);
    rejects(() => verify(inner, 'secevent+jwt'), FAILED, { claim, reason, actual: 'JWT' });
  });

  test('§3.13 of its successor: no password is stretched, whatever count a token asks for', () => {
    for (const p2c of [1, 600_000, 1_200_001, 2_147_483_647, 1e300]) {
      for (const alg of ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW']) {
        const header = { alg, enc: 'A256GCM', p2c, p2s: 'AAAAAAAAAAA' };
        refused('ERR_JOSE_ALG_NOT_ALLOWED', sign(claims, header));
        refused('ERR_JOSE_NOT_SUPPORTED', `${encode(JSON.stringify(header))}..AAAA.AAAA.AAAA`);
        rejects(() => lib.importKey(secret, alg), 'ERR_API_MISUSE');
      }
      assert.ok(lib.verify(sign(claims, { alg: 'HS256', p2c }), key), 'and here it is nothing');
    }
  });

  test('§3.14 of its successor: a token has no other characters than A-Z a-z 0-9 _ - and the dots', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const others = [
      ...ascii.filter((character) => !/[\w.-]/.test(character)),
      '\x80',
      '\xa0',
      '\xad',
      'é',
      '\u0430',
      '\u200b',
      '\u2028',
      '\ufeff',
      '－',
      '🗝',
    ];
    for (const character of others) {
      for (const name of SEGMENTS) {
        for (const place of [0, 4, Infinity]) {
          const token = withSegment(goodToken, name, (text) => {
            return `${text.slice(0, place)}${character}${text.slice(place)}`;
          });
          rejects(() => lib.verify(token, key), 'ERR_JWS_INVALID', { token });
        }
      }
    }
    for (const character of ['{', '}', '"', "'", ' ', '[', ';']) {
      refused('ERR_JWS_INVALID', `${character}${goodToken}`);
      refused('ERR_JWS_INVALID', `${goodToken}${character}`);
    }
  });

  test('§3.15 of its successor: nothing is decompressed, and what is too long is not read', async () => {
    const text = JSON.stringify({ exp: 9999999999, padding: ' '.repeat(1_000_000) });
    const body = new Response(text).body.pipeThrough(new CompressionStream('deflate-raw'));
    const bomb = new Uint8Array(await new Response(body).arrayBuffer());
    assert.ok(bomb.length < 10_000);
    const token = sign(bomb, { alg: 'HS256', zip: 'DEF' });
    rejects(() => lib.verify(token, key), 'ERR_JWT_INVALID', { token });
    assert.equal(lib.compactVerify(token, key).payload.length, bomb.length, 'it is left as it is');
    const header = encode('{"alg":"dir","enc":"A256GCM","zip":"DEF"}');
    refused('ERR_JOSE_NOT_SUPPORTED', `${header}..AAAA.${encode(bomb)}.AAAA`);
    rejects(() => lib.verify(sign(text), key), 'ERR_JOSE_LIMIT_EXCEEDED');
  });
}

/** ASCII text in units of two or four bytes. */
function wide(text, width, littleEndian) {
  const bytes = new Uint8Array(text.length * width);
  Array.from(text).forEach((character, index) => {
    bytes[index * width + (littleEndian ? 0 : width - 1)] = character.charCodeAt(0);
  });
  return bytes;
}
