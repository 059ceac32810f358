// Every algorithm, against tokens that other implementations made a moment ago.

import { decode, decodeText, encode } from './support/base64url.mjs';
import { SEGMENTS, withBrokenCharacter, withFlippedByte, withSegment } from './support/tokens.mjs';

export default function ({ test, assert, lib, fixtures, claims, rejects }) {
  for (const entry of fixtures.algorithms) {
    const { alg, tokens } = entry;
    const importAs = importsOf(lib, entry);
    const anyKey = () => Object.values(importAs)[0]();

    for (const [form, importForm] of Object.entries(importAs)) {
      test(`${alg} verifies the tokens of every implementation, key from ${form}`, () => {
        const key = importForm();
        assert.equal(key.algorithm, alg);
        for (const { by, token } of tokens) {
          const verified = lib.verify(token, key);
          assert.deepEqual(verified.payload, claims, by);
          assert.deepEqual(verified.protectedHeader, { alg, typ: 'JWT', kid: `key-${alg}` }, by);
          assert.equal(verified.key, key, by);
        }
      });
    }

    for (const { by, token } of tokens) {
      test(`${alg} by ${by}: a byte flipped in the signature breaks it`, () => {
        const key = anyKey();
        const length = decode(token.split('.')[2]).length;
        for (const position of [0, length >> 2, length >> 1, length - 1]) {
          const flipped = withFlippedByte(token, 'signature', position);
          rejects(() => lib.verify(flipped, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
            token: flipped,
          });
        }
      });

      test(`${alg} by ${by}: a byte flipped in the payload breaks the signature`, () => {
        const key = anyKey();
        const length = decode(token.split('.')[1]).length;
        // Also where the payload is no JSON any more: nothing looks at it before the signature.
        for (const position of [0, 2, length >> 1, length - 1]) {
          const flipped = withFlippedByte(token, 'payload', position);
          rejects(() => lib.verify(flipped, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
            token: flipped,
          });
        }
      });

      test(`${alg} by ${by}: a byte flipped in the header breaks the signature or the header`, () => {
        const key = anyKey();
        const text = decodeText(token.split('.')[0]);
        const inValue = withFlippedByte(token, 'header', text.indexOf('"JWT"') + 1);
        rejects(() => lib.verify(inValue, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
          token: inValue,
        });
        const inBrace = withFlippedByte(token, 'header', 0);
        rejects(() => lib.verify(inBrace, key), 'ERR_JWS_INVALID', { token: inBrace });
      });

      test(`${alg} by ${by}: a character that base64url does not have, in each segment`, () => {
        const key = anyKey();
        for (const segment of SEGMENTS) {
          for (const character of ['*', '+', '/', '=', ' ', '\n', 'é']) {
            const broken = withBrokenCharacter(token, segment, character);
            rejects(() => lib.verify(broken, key), 'ERR_JWS_INVALID', { token: broken });
          }
        }
      });
    }

    test(`${alg}: a key refuses the tokens of every other algorithm (RFC 8725 §3.1)`, () => {
      const key = anyKey();
      for (const other of fixtures.algorithms) {
        if (other.alg === alg) continue;
        const { token } = other.tokens[0];
        rejects(() => lib.verify(token, key), 'ERR_JOSE_KEY_MISMATCH', { token });
        rejects(
          () => lib.verify(token, key, { algorithms: [alg, other.alg] }),
          'ERR_JOSE_KEY_MISMATCH',
          { token },
        );
      }
    });

    test(`${alg}: the allow-list is asked before the key (RFC 8725 §3.1)`, () => {
      const key = anyKey();
      const { token } = tokens[0];
      assert.equal(lib.verify(token, key, { algorithms: [alg] }).key, key);
      const others = fixtures.algorithms.map((other) => other.alg).filter((name) => name !== alg);
      rejects(() => lib.verify(token, key, { algorithms: others }), 'ERR_JOSE_ALG_NOT_ALLOWED', {
        token,
      });
    });

    test(`${alg}: signatures of every other length are refused`, () => {
      const key = anyKey();
      const { token } = tokens[0];
      const signature = decode(token.split('.')[2]);
      const longer = new Uint8Array(signature.length + 1);
      longer.set(signature);
      const prefixed = new Uint8Array(signature.length + 1);
      prefixed.set(signature, 1);
      const others = [
        new Uint8Array(0),
        signature.subarray(0, 1),
        signature.subarray(0, signature.length - 1),
        signature.subarray(1),
        longer,
        prefixed,
        new Uint8Array(signature.length),
        new Uint8Array(signature.length).fill(0xff),
        new Uint8Array(1000).fill(1),
      ];
      for (const other of others) {
        const changed = withSegment(token, 'signature', () => encode(other));
        rejects(() => lib.verify(changed, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
          token: changed,
        });
      }
    });

    test(`${alg}: verifySignature answers for a bare signature`, () => {
      const key = anyKey();
      const [header, payload, signature] = tokens[0].token.split('.');
      const input = new TextEncoder().encode(`${header}.${payload}`);
      assert.equal(key.verifySignature(input, decode(signature)), true);
      assert.equal(key.verifySignature(input.subarray(1), decode(signature)), false);
      assert.equal(key.verifySignature(input, decode(signature).subarray(1)), false);
      assert.equal(key.verifySignature(input, new Uint8Array(0)), false);
    });
  }

  test('all the algorithms that the package knows are in the fixtures', () => {
    assert.equal(fixtures.algorithms.length, 14);
  });

  test("EdDSA and Ed25519 are two names of one algorithm, and a token must use the key's", () => {
    const [eddsa, ed25519] = ['EdDSA', 'Ed25519'].map((alg) =>
      fixtures.algorithms.find((entry) => entry.alg === alg),
    );
    assert.equal(eddsa.pem, ed25519.pem, 'the fixtures use one key under both names');
    const { token } = eddsa.tokens[0];
    rejects(
      () => lib.verify(token, lib.importKey(ed25519.pem, 'Ed25519')),
      'ERR_JOSE_KEY_MISMATCH',
    );
    assert.ok(lib.verify(token, lib.importKey(ed25519.pem, 'EdDSA')));
  });
}

/** Every way to import the key of a fixture. */
function importsOf(lib, { alg, jwk, pem, der, raw, secret }) {
  const { alg: _, ...jwkWithoutAlg } = jwk;
  const forms = {
    'a JWK object': () => lib.importKey(jwk),
    'JWK text': () => lib.importKey(JSON.stringify(jwk)),
    'a JWK without alg, algorithm given': () => lib.importKey(jwkWithoutAlg, alg),
    'a JWK without alg, algorithms given': () =>
      lib.importKey(jwkWithoutAlg, undefined, { algorithms: [alg] }),
  };
  if (secret !== undefined) {
    const bytes = decode(secret);
    return {
      ...forms,
      'secret bytes': () => lib.importKey(bytes, alg),
      'a secret in an ArrayBuffer': () => lib.importKey(bytes.slice().buffer, alg),
      'a secret in base64url': () => lib.importKey(secret, alg, { encoding: 'base64url' }),
      'a secret in base64': () =>
        lib.importKey(btoa(String.fromCharCode(...bytes)), alg, { encoding: 'base64' }),
      'a secret in hex': () => lib.importKey(hex(bytes), alg, { encoding: 'hex' }),
    };
  }
  return {
    ...forms,
    'JWK text, algorithm given': () => lib.importKey(JSON.stringify(jwk), alg),
    'SPKI PEM': () => lib.importKey(pem, alg),
    'SPKI PEM with CRLF': () => lib.importKey(pem.replaceAll('\n', '\r\n'), alg),
    'SPKI DER': () => lib.importKey(decode(der), alg),
    ...(raw === undefined ? {} : { 'a raw public key': () => lib.importKey(decode(raw), alg) }),
  };
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
