// calculateJwkThumbprint, held to the RFCs' own examples.

const RFC_7638 = {
  kty: 'RSA',
  n:
    '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWK' +
    'RXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
  alg: 'RS256',
  kid: '2011-04-29',
};
const RFC_8037 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  test('the RSA key of RFC 7638 §3.1', () => {
    const expected = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
    assert.equal(lib.calculateJwkThumbprint(RFC_7638), expected);
    assert.equal(lib.calculateJwkThumbprint(JSON.stringify(RFC_7638)), expected);
    assert.equal(lib.calculateJwkThumbprint(RFC_7638, 'sha256'), expected);
  });

  test('the Ed25519 key of RFC 8037 appendix A.3', () => {
    const expected = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
    assert.equal(lib.calculateJwkThumbprint(RFC_8037), expected);
  });

  test('only the members that make the key count, in any order', () => {
    for (const { jwk } of fixtures.algorithms) {
      const thumbprint = lib.calculateJwkThumbprint(jwk);
      const reversed = Object.fromEntries(
        Object.entries({ ...jwk, use: 'sig', x5t: 'x' }).reverse(),
      );
      assert.equal(lib.calculateJwkThumbprint(reversed), thumbprint);
      assert.equal(
        lib.calculateJwkThumbprint({ ...jwk, kid: 'other', alg: undefined }),
        thumbprint,
      );
      if (jwk.kty !== 'oct')
        assert.equal(lib.calculateJwkThumbprint({ ...jwk, d: 'x' }), thumbprint);
    }
  });

  test('every other hash and the same as jose gives', () => {
    for (const { jwk, thumbprints } of fixtures.algorithms) {
      for (const [hash, expected] of Object.entries(thumbprints)) {
        assert.equal(lib.calculateJwkThumbprint(jwk, hash), expected);
      }
    }
  });

  test('a thumbprint is a URI too, the same as jose gives (RFC 9278 §3)', () => {
    assert.equal(
      lib.calculateJwkThumbprintUri(RFC_7638),
      'urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    );
    for (const { jwk, thumbprintUris } of fixtures.algorithms) {
      for (const [hash, expected] of Object.entries(thumbprintUris)) {
        assert.equal(lib.calculateJwkThumbprintUri(jwk, hash), expected);
        assert.equal(lib.calculateJwkThumbprintUri(JSON.stringify(jwk), hash), expected);
      }
    }
  });

  test('a JWK without the members that count is refused', () => {
    const { x: _, ...withoutX } = RFC_8037;
    for (const jwk of [{}, { kty: 1 }, withoutX, { ...RFC_8037, x: 1 }, '[]', 'canary']) {
      rejects(() => lib.calculateJwkThumbprint(jwk), 'ERR_JWK_INVALID', { material: jwk });
      rejects(() => lib.calculateJwkThumbprintUri(jwk), 'ERR_JWK_INVALID', { material: jwk });
    }
    rejects(() => lib.calculateJwkThumbprint({ kty: 'AKP' }), 'ERR_JOSE_NOT_SUPPORTED');
  });

  test('arguments of another kind are a mistake of the caller', () => {
    for (const nothing of [undefined, null, 1, [], new Uint8Array(2)]) {
      rejects(() => lib.calculateJwkThumbprint(nothing), 'ERR_API_MISUSE');
      rejects(() => lib.calculateJwkThumbprintUri(nothing), 'ERR_API_MISUSE');
    }
    for (const hash of ['SHA-256', 'sha1', '', 1, null]) {
      rejects(() => lib.calculateJwkThumbprint(algorithm('ES256').jwk, hash), 'ERR_API_MISUSE');
      rejects(() => lib.calculateJwkThumbprintUri(algorithm('ES256').jwk, hash), 'ERR_API_MISUSE');
    }
  });
}
