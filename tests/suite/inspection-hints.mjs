// inspect: what may be behind a failure, what is questionable, and what can be read of a broken token.
// The rules themselves are held by tests/rust/inspection; here is what JavaScript gets.

import { encode, utf8 } from './support/base64url.mjs';
import { signer } from './support/tokens.mjs';

export default function ({ test, assert, lib, fixtures, algorithm, claims, sign, key, goodToken }) {
  const checkOf = ({ checks }, name) => checks.find((check) => check.name === name);
  const hintsOf = (inspection, name) => checkOf(inspection, name).hints.map(({ id }) => id);
  const findingsOf = ({ findings }) => findings.map(({ id }) => id);
  const now = 1_795_305_600;
  const options = { currentDate: new Date(now * 1000), requiredClaims: [] };

  test('a good token has no hints', () => {
    const inspection = lib.inspect(goodToken, key);
    assert.deepEqual(
      inspection.checks.flatMap(({ hints }) => hints),
      [],
    );
  });

  test('an exp in milliseconds is told, though the check passes', () => {
    const inspection = lib.inspect(sign({ exp: now * 1000 }), key, options);
    const { status, hints } = checkOf(inspection, 'exp');
    assert.deepEqual([status, hints.length], ['passed', 1]);
    assert.equal(hints[0].id, 'exp-in-milliseconds');
    assert.ok(hints[0].message.startsWith('exp is in milliseconds'), hints[0].message);
    assert.ok(findingsOf(inspection).includes('time-in-milliseconds'));
  });

  test('a token that has expired says by how many seconds', () => {
    const expired = lib.inspect(sign({ exp: now - 100 }), key, { ...options, clockTolerance: 5 });
    assert.equal(checkOf(expired, 'exp').secondsOff, 100);
    assert.deepEqual(hintsOf(expired, 'exp'), ['clock-skew']);
    const alive = lib.inspect(sign({ exp: now + 100 }), key, options);
    assert.equal('secondsOff' in checkOf(alive, 'exp'), false);
  });

  test('a secret that is base64-encoded is told, and the token is no more valid for it', () => {
    const secret = utf8('a secret of sufficient length, as it should be');
    const token = signer(secret)({ exp: 9999999999 });
    const base64 = btoa(String.fromCharCode(...secret));
    const asText = lib.importKey(base64, 'HS256', { encoding: 'utf8' });
    const inspection = lib.inspect(token, asText);
    assert.equal(inspection.valid, false);
    assert.deepEqual(hintsOf(inspection, 'signature'), ['secret-is-base64']);
    const decoded = lib.importKey(base64, 'HS256', { encoding: 'base64' });
    assert.equal(lib.inspect(token, decoded).valid, true);
    const asTextToo = signer(utf8(base64))({ exp: 9999999999 });
    assert.deepEqual(hintsOf(lib.inspect(asTextToo, decoded), 'signature'), ['secret-decoded']);
  });

  test('HS256 in the header and a public key are told, and the reverse', () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA']) {
      const publicKey = lib.importKey(algorithm(alg).jwk);
      const inspection = lib.inspect(goodToken, publicKey);
      assert.deepEqual(hintsOf(inspection, 'key'), ['hmac-token-public-key']);
      const { expected, actual } = checkOf(inspection, 'key');
      assert.deepEqual([expected, actual], [alg, 'HS256']);
      const reverse = lib.inspect(algorithm(alg).tokens[0].token, key);
      assert.deepEqual(hintsOf(reverse, 'key'), ['public-key-token-secret']);
    }
  });

  test('a kid that is not in the set is told with those that are', () => {
    const keys = ['ES256', 'ES384'].map((alg) => algorithm(alg).jwk);
    const set = lib.importJwkSet({ keys });
    const inspection = lib.inspect(algorithm('RS256').tokens[0].token, set);
    assert.deepEqual(hintsOf(inspection, 'key'), ['kid-not-in-set']);
    const { expected, actual } = checkOf(inspection, 'key');
    assert.deepEqual([expected, actual], [['key-ES256', 'key-ES384'], 'key-RS256']);
  });

  test('signatures in DER, as other programs make them, are told', () => {
    for (const { alg, token } of fixtures.derSignatures) {
      const inspection = lib.inspect(token, lib.importKey(algorithm(alg).jwk));
      assert.equal(inspection.valid, false);
      assert.deepEqual(hintsOf(inspection, 'signature'), ['signature-der'], alg);
    }
  });

  test('a token is found in what was pasted with it', () => {
    const pasted = {
      'surrounding-whitespace': `\t${goodToken}\n`,
      'surrounding-quotes': `'${goodToken}'`,
      'bearer-prefix': `Bearer ${goodToken}`,
      'cookie-pair': `session=${goodToken}; HttpOnly`,
      'url-parameter': `https://a.example/callback#id_token=${goodToken}&state=x`,
      'sd-jwt': `${goodToken}~${encode('["salt","name","value"]')}~`,
    };
    for (const [id, text] of Object.entries(pasted)) {
      const inspection = lib.inspect(text, key);
      assert.equal(inspection.valid, false, id);
      assert.deepEqual(hintsOf(inspection, 'form'), [id]);
      assert.deepEqual(inspection.payload, claims, id);
      assert.equal(checkOf(inspection, 'signature').status, 'passed', id);
    }
  });

  test('a key-binding JWT does not make an SD-JWT an encrypted token', () => {
    const inspection = lib.inspect(`${goodToken}~${goodToken}`, key);
    assert.deepEqual(hintsOf(inspection, 'form'), ['sd-jwt']);
    assert.equal(checkOf(inspection, 'form').code, 'ERR_JWS_INVALID');
  });

  test('a fault of form says the segment and the place', () => {
    const [header] = goodToken.split('.');
    const form = (text) => {
      const { segment, position } = checkOf(lib.inspect(text, key), 'form');
      return [segment, position];
    };
    assert.deepEqual(form(`${header}.e3*9.AA`), ['payload', { offset: header.length + 3 }]);
    assert.deepEqual(form(header), ['token', { offset: header.length }]);
    assert.deepEqual(form(sign({}, '{\n"alg" }')), ['header', { line: 2, column: 7 }]);
    const { segment, position } = checkOf(lib.inspect(sign('{"a":1}x'), key), 'payload');
    assert.deepEqual([segment, position], ['payload', { line: 1, column: 8 }]);
  });

  test('what is no strict JSON is shown as text, and only then', () => {
    const broken = lib.inspect(sign('{"a":1,"a":2}', '{"alg":"HS256"'), key);
    assert.equal(broken.payloadText, '{"a":1,"a":2}');
    assert.equal(broken.protectedHeaderText, '{"alg":"HS256"');
    assert.equal('payload' in broken || 'protectedHeader' in broken, false);
    const good = lib.inspect(goodToken, key);
    assert.equal('payloadText' in good || 'protectedHeaderText' in good, false);
  });

  test('the segments are named, those of an encrypted token too', () => {
    const header = encode('{"alg":"dir","enc":"A256GCM"}');
    const inspection = lib.inspect(`${header}..aXY.Y2lwaGVy.dGFn`);
    assert.deepEqual(inspection.segments, [
      { name: 'header', length: header.length },
      { name: 'encryptedKey', length: 0 },
      { name: 'iv', length: 3 },
      { name: 'ciphertext', length: 8 },
      { name: 'tag', length: 4 },
    ]);
    assert.deepEqual(inspection.protectedHeader, { alg: 'dir', enc: 'A256GCM' });
    assert.deepEqual(hintsOf(inspection, 'form'), ['encrypted-token']);
    assert.ok(findingsOf(inspection).includes('encrypted-token'));
    assert.deepEqual(
      lib.inspect(goodToken).segments.map(({ name }) => name),
      ['header', 'payload', 'signature'],
    );
  });

  test('findings name the claim or the parameter, and a section of the standards', () => {
    const token = sign({ email: 'jane@a.example' }, { alg: 'none', jku: 'https://a.example/' });
    const { findings } = lib.inspect(token);
    assert.deepEqual(
      findings.map(({ id, severity, claim, parameter }) => [id, severity, claim ?? parameter]),
      [
        ['alg-none', 'error', 'alg'],
        ['url-in-header', 'warning', 'jku'],
        ['typ-missing', 'note', 'typ'],
        ['iss-missing', 'warning', 'iss'],
        ['aud-missing', 'warning', 'aud'],
        ['exp-missing', 'warning', 'exp'],
        ['iat-missing', 'note', 'iat'],
        ['personal-data', 'note', 'email'],
      ],
    );
    for (const { message, reference } of findings) {
      assert.ok(!message.includes('jane'), message);
      assert.ok(reference.startsWith('https://www.rfc-editor.org/rfc/rfc'), reference);
    }
  });

  test('a header parameter of the wrong type makes no token invalid, and is told', () => {
    for (const more of [{ kid: 7 }, { kid: null }, { x5t: 1 }, { x5c: 'a' }, { jwk: [] }]) {
      const token = sign(claims, { alg: 'HS256', typ: 'JWT', ...more });
      const { valid, findings } = lib.inspect(token, key);
      const [name] = Object.keys(more);
      assert.equal(valid, true, name);
      const { severity, parameter } = findings.find(({ id }) => id === 'header-parameter-type');
      assert.deepEqual([severity, parameter], ['warning', name]);
      assert.equal(lib.decode(token).protectedHeader.alg, 'HS256');
    }
  });

  test('a token that anybody can forge is told without a key', () => {
    const known = signer(utf8('your-256-bit-secret'))(claims);
    assert.equal(findingsOf(lib.inspect(known))[0], 'known-secret');
    assert.equal(findingsOf(lib.inspect(goodToken)).includes('known-secret'), false);
  });

  test('whatever a token becomes, there is a report with the verdict of verify', () => {
    const pieces = [' ', '.', '=', '"', 'Bearer ', '\0', '\ud800', 'é', '{', 'eyJ', '+/', '%2E'];
    let seed = 7;
    const random = (below) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let i = 0; i < 2000; i += 1) {
      const start = random(goodToken.length);
      const inserted = pieces[random(pieces.length)].repeat(random(3));
      const text = goodToken.slice(0, start) + inserted + goodToken.slice(start + random(3));
      let isVerified = true;
      let code;
      try {
        lib.verify(text, key);
      } catch (error) {
        isVerified = false;
        code = error.code;
      }
      const inspection = lib.inspect(text, key);
      assert.equal(inspection.valid, isVerified, text);
      assert.equal(inspection.checks.find(({ status }) => status === 'failed')?.code, code, text);
    }
  });
}
