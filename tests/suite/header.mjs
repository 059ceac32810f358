// The JOSE header: its parameters, crit. What `typ` is held to is in rfc8725.mjs.

import { utf8 } from './support/base64url.mjs';

export default function ({ test, assert, lib, fixtures, claims, sign, key, rejects }) {
  const refuses = (code, header, options) => {
    const token = sign(claims, header);
    rejects(() => lib.verify(token, key, options), code, { token });
    rejects(() => lib.compactVerify(token, key, options && { crit: options.crit }), code, {
      token,
    });
  };

  test('the header is a JSON object (RFC 7515 §5.2 step 3)', () => {
    for (const header of ['[]', '"HS256"', 'null', '1', 'true', '', 'canary', '{"alg":"HS256"']) {
      refuses('ERR_JWS_INVALID', header);
    }
    refuses('ERR_JWS_INVALID', '{"alg":"HS256"} x');
    refuses('ERR_JWS_INVALID', '\ufeff{"alg":"HS256"}');
    refuses('ERR_JWS_INVALID', "{'alg':'HS256'}");
  });

  test('alg is there, and it is a string (RFC 7515 §4.1.1)', () => {
    for (const header of [{}, { typ: 'JWT' }]) refuses('ERR_JWS_INVALID', header);
    for (const alg of [null, 1, true, ['HS256'], { name: 'HS256' }]) {
      refuses('ERR_JWS_INVALID', { alg });
    }
  });

  test('kid is a string; paths, queries, numbers and odd names find nothing and break nothing', () => {
    for (const kid of [null, 1, {}, ['a'], true]) {
      const token = sign(claims, { alg: 'HS256', kid });
      assert.deepEqual(lib.decode(token).protectedHeader.kid, kid, 'decode shows what is there');
      assert.ok(lib.verify(token, key), 'a single key is used whatever the kid');
      const set = lib.importJwkSet({
        keys: [{ kty: 'oct', alg: 'HS256', kid: 'a', k: fixtures.secret }],
      });
      if (kid === null) assert.ok(lib.verify(token, set), 'null is as if absent');
      else rejects(() => lib.verify(token, set), 'ERR_JWS_INVALID', { token });
    }
    for (const kid of ['../../dev/null', "' OR 1=1 --", ';sleep 5', '\0', '__proto__', '']) {
      const verified = lib.verify(sign(claims, { alg: 'HS256', kid }), key);
      assert.equal(verified.protectedHeader.kid, kid, 'a single key is used whatever the kid');
    }
  });

  test('a parameter of another type stops nobody who does not read it', () => {
    const names = ['typ', 'cty', 'jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'];
    for (const name of names) {
      for (const value of [null, 1, [1]]) {
        const header = { alg: 'HS256', [name]: value };
        const token = sign(claims, header);
        assert.deepEqual(lib.verify(token, key).protectedHeader, header);
        assert.deepEqual(lib.decode(token).protectedHeader, header);
        assert.ok(lib.compactVerify(token, key));
      }
    }
    for (const typ of [null, 1, {}, ['JWT']]) {
      const token = sign(claims, { alg: 'HS256', typ });
      const reason = typ === null ? 'missing' : 'invalid';
      rejects(() => lib.verify(token, key, { typ: 'JWT' }), 'ERR_JWT_CLAIM_VALIDATION_FAILED', {
        token,
        claim: 'typ',
        reason,
      });
    }
  });

  test('a parameter named twice is refused, also when an escape hides it (RFC 7515 §4)', () => {
    refuses('ERR_JWS_INVALID', '{"alg":"none","alg":"HS256"}');
    refuses('ERR_JWS_INVALID', '{"alg":"HS256","alg":"HS256"}');
    refuses('ERR_JWS_INVALID', '{"alg":"HS256","\\u0061lg":"none"}');
    refuses('ERR_JWS_INVALID', '{"alg":"HS256","kid":"a","kid":"b"}');
    refuses('ERR_JWS_INVALID', '{"alg":"HS256","jwk":{"kty":"oct","kty":"RSA"}}');
  });

  test('the header is UTF-8 (RFC 7515 §5.2 step 3)', () => {
    refuses('ERR_JWS_INVALID', Uint8Array.of(...utf8('{"alg":"HS256","kid":"'), 0xff, 0x22, 0x7d));
    refuses(
      'ERR_JWS_INVALID',
      Uint8Array.of(...utf8('{"alg":"HS256","kid":"'), 0xc0, 0xaf, 0x22, 0x7d),
    );
    refuses('ERR_JWS_INVALID', '{"alg":"HS256","kid":"\\ud800"}');
    const utf16 = Uint8Array.from('{"alg":"HS256"}'.split('').flatMap((c) => [c.charCodeAt(0), 0]));
    refuses('ERR_JWS_INVALID', utf16);
  });

  test('crit is a list of at least one name, all different and all there (RFC 7515 §4.1.11)', () => {
    for (const crit of [[], 'exp', null, 1, {}, [1], [null], [['x']], ['x', 'x']]) {
      refuses('ERR_JWS_INVALID', { alg: 'HS256', x: 1, crit });
    }
    refuses('ERR_JWS_INVALID', { alg: 'HS256', crit: ['x'] }, { crit: ['x'] });
  });

  test('crit does not name what RFC 7515 itself defines', () => {
    for (const name of [
      'alg',
      'jku',
      'jwk',
      'kid',
      'x5u',
      'x5c',
      'x5t',
      'x5t#S256',
      'typ',
      'cty',
      'crit',
    ]) {
      const header = { alg: 'HS256', typ: 'JWT', [name]: name === 'crit' ? undefined : 'HS256' };
      refuses('ERR_JWS_INVALID', { ...header, alg: 'HS256', crit: [name] }, { crit: [name] });
    }
  });

  test('a critical parameter that nobody understands is refused', () => {
    for (const name of [
      'exp',
      'http://example.com/canary',
      'b63',
      '__proto__',
      'constructor',
      'toString',
    ]) {
      refuses('ERR_JOSE_NOT_SUPPORTED', `{"alg":"HS256","crit":["${name}"],"${name}":1}`);
      refuses('ERR_JOSE_NOT_SUPPORTED', `{"alg":"HS256","crit":["${name}"],"${name}":1}`, {
        crit: ['other'],
      });
    }
  });

  test('a critical parameter that the caller handles is let through', () => {
    const header = { alg: 'HS256', crit: ['tenant'], tenant: 'a' };
    const options = { crit: ['tenant', 'other'] };
    assert.deepEqual(lib.verify(sign(claims, header), key, options).protectedHeader, header);
    assert.ok(lib.compactVerify(sign(claims, header), key, options));
  });

  test('b64 is never false in a JWT, critical or not (RFC 7797 §7)', () => {
    for (const b64 of [false, 'false', 0, null]) {
      refuses('ERR_JOSE_NOT_SUPPORTED', { alg: 'HS256', b64, crit: ['b64'] });
      refuses('ERR_JOSE_NOT_SUPPORTED', { alg: 'HS256', b64, crit: ['b64'] }, { crit: ['b64'] });
      refuses('ERR_JOSE_NOT_SUPPORTED', { alg: 'HS256', b64 });
    }
  });

  test('a header that was read before is known by all of its text, and for its own rules alone', () => {
    const headers = ['a', 'b'].map((kid) => ({ alg: 'HS256', kid }));
    const [token, other] = headers.map((header) => sign(claims, header));
    const changed = sign(claims, { alg: 'none!', kid: 'a' });
    const [header, ...rest] = token.split('.');
    for (let round = 0; round < 2; round += 1) {
      for (const [index, each] of [token, token, other].entries()) {
        const expected = headers[index >> 1];
        const { protectedHeader } = lib.verify(each, key);
        assert.deepEqual(protectedHeader, expected);
        assert.deepEqual(lib.decode(each).protectedHeader, expected);
        protectedHeader.kid = 'not seen by the next';
      }
      for (const broken of [`${header}.*.${rest[1]}`, `${header}.${rest[0]}.*`, `${header}.`]) {
        rejects(() => lib.verify(broken, key), 'ERR_JWS_INVALID');
        rejects(() => lib.decode(broken), 'ERR_JWS_INVALID');
      }
      const forged = [header, other.split('.')[1], other.split('.')[2]].join('.');
      rejects(() => lib.verify(forged, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
      rejects(() => lib.verify(changed, key), 'ERR_JOSE_ALG_NOT_ALLOWED');
      const options = { limits: { headerLength: 20 } };
      rejects(() => lib.verify(token, key, options), 'ERR_JOSE_LIMIT_EXCEEDED');
      rejects(() => lib.decode(token, options), 'ERR_JOSE_LIMIT_EXCEEDED');
    }
  });

  test('members that objects inherit are ordinary names', () => {
    const token = sign(
      '{"exp":9999999999}',
      '{"alg":"HS256","__proto__":{"x":1},"constructor":"c"}',
    );
    const { protectedHeader } = lib.verify(token, key);
    assert.ok(Object.hasOwn(protectedHeader, '__proto__'));
    assert.equal(protectedHeader.x, undefined);
    assert.equal({}.x, undefined);
  });
}
