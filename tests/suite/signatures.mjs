// Signatures that are wrong in the ways signatures have been wrong before.

import { decode, encode } from './support/base64url.mjs';
import { withSegment } from './support/tokens.mjs';

const FAILED = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';

/** Orders of the groups (FIPS 186-5), big-endian. */
const ORDERS = {
  ES256: 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  ES384:
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  ES512:
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
};

export default function ({ test, assert, lib, fixtures, algorithm, goodToken, key, rejects }) {
  test('a token without its signature, and one without its last dot, are refused', () => {
    for (const { jwk, tokens } of fixtures.algorithms) {
      const imported = lib.importKey(jwk);
      const stripped = withSegment(tokens[0].token, 'signature', () => '');
      rejects(() => lib.verify(stripped, imported), FAILED, { token: stripped });
      const cut = stripped.slice(0, -1);
      rejects(() => lib.verify(cut, imported), 'ERR_JWS_INVALID', { token: cut });
      const short = withSegment(tokens[0].token, 'signature', () => 'AA');
      rejects(() => lib.verify(short, imported), FAILED, { token: short });
    }
  });

  test('the signature of one token does not fit another', () => {
    for (const { jwk, tokens } of fixtures.algorithms) {
      const imported = lib.importKey(jwk);
      const [, payload] = tokens[0].token.split('.');
      const other = encode(JSON.stringify({ ...fixtures.claims, sub: 'canary-admin' }));
      const swapped = tokens[0].token.replace(payload, other);
      rejects(() => lib.verify(swapped, imported), FAILED, { token: swapped });
    }
  });

  for (const { alg, token } of fixtures.derSignatures) {
    test(`${alg}: a signature in DER is refused (RFC 7518 §3.4 wants r and s, side by side)`, () => {
      const imported = lib.importKey(algorithm(alg).jwk);
      rejects(() => lib.verify(token, imported), FAILED, { token });
    });
  }

  for (const { saltLength, token } of fixtures.pssSalts) {
    test(`PS256: a salt of ${saltLength} bytes is refused (RFC 7518 §3.5: as long as the hash)`, () => {
      const imported = lib.importKey(algorithm('PS256').jwk);
      rejects(() => lib.verify(token, imported), FAILED, { token });
    });
  }

  for (const [alg, order] of Object.entries(ORDERS)) {
    const n = BigInt(`0x${order}`);
    const width = order.length;
    const pair = (r, s) =>
      encode(bytesOf(r.toString(16).padStart(width, '0') + s.toString(16).padStart(width, '0')));

    test(`${alg}: r and s of 0, 1, n-1, n and n+1 are refused`, () => {
      const imported = lib.importKey(algorithm(alg).jwk);
      const edges = [0n, 1n, n - 1n, n, n + 1n];
      for (const r of edges) {
        for (const s of edges) {
          const forged = withSegment(algorithm(alg).tokens[0].token, 'signature', () => pair(r, s));
          rejects(() => lib.verify(forged, imported), FAILED, { token: forged });
        }
      }
    });

    test(`${alg}: both s and n-s verify, since JOSE asks for neither: a token string is no identity`, () => {
      const imported = lib.importKey(algorithm(alg).jwk);
      const { token } = algorithm(alg).tokens[0];
      const signature = hexOf(decode(token.split('.')[2]));
      const r = BigInt(`0x${signature.slice(0, width)}`);
      const s = BigInt(`0x${signature.slice(width)}`);
      const twin = withSegment(token, 'signature', () => pair(r, n - s));
      assert.deepEqual(lib.verify(twin, imported).payload, fixtures.claims);
    });
  }

  test('Ed25519: S is not taken modulo the group order (RFC 8032 §5.1.7)', () => {
    const L = (1n << 252n) + 27742317777372353535851937790883648493n;
    const { jwk, tokens } = algorithm('Ed25519');
    const imported = lib.importKey(jwk);
    const signature = decode(tokens[0].token.split('.')[2]);
    const s = BigInt(`0x${hexOf(signature.slice(32).reverse())}`);
    const twin = Uint8Array.from(signature);
    twin.set(bytesOf((s + L).toString(16).padStart(64, '0')).reverse(), 32);
    const token = withSegment(tokens[0].token, 'signature', () => encode(twin));
    rejects(() => lib.verify(token, imported), FAILED, { token });
  });

  test('Ed25519: small-order points verify nothing, whatever the token says', () => {
    const identity = new Uint8Array(32);
    identity[0] = 1;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: encode(identity), alg: 'Ed25519' };
    const signature = new Uint8Array(64);
    signature[0] = 1;
    const { token } = algorithm('Ed25519').tokens[0];
    const forged = withSegment(token, 'signature', () => encode(signature));
    let weak;
    try {
      weak = lib.importKey(jwk);
    } catch (error) {
      assert.ok(error instanceof lib.JoseError, 'refusing such a key outright is as good');
      return;
    }
    rejects(() => lib.verify(forged, weak), FAILED, { token: forged });
  });

  test('RSA: a signature is as long as the modulus and below it (RFC 8017 §8.2.2)', () => {
    for (const alg of ['RS256', 'PS256']) {
      const { jwk, tokens } = algorithm(alg);
      const imported = lib.importKey(jwk);
      const n = BigInt(`0x${hexOf(decode(jwk.n))}`);
      const s = BigInt(`0x${hexOf(decode(tokens[0].token.split('.')[2]))}`);
      for (const forged of [0n, 1n, n - 1n, n, n - s, s + n]) {
        const digits = forged.toString(16).padStart(512, '0');
        const signature = encode(bytesOf(digits.length % 2 === 0 ? digits : `0${digits}`));
        const token = withSegment(tokens[0].token, 'signature', () => signature);
        rejects(() => lib.verify(token, imported), FAILED, { token });
      }
    }
  });

  test('any change to a good token, one character at a time, is refused', () => {
    for (let position = 0; position < goodToken.length; position += 7) {
      const character = goodToken[position] === 'A' ? 'B' : 'A';
      if (goodToken[position] === '.') continue;
      const changed = goodToken.slice(0, position) + character + goodToken.slice(position + 1);
      let accepted;
      try {
        accepted = lib.verify(changed, key);
      } catch (error) {
        assert.ok(error instanceof lib.JoseError, String(error));
      }
      assert.equal(accepted, undefined, `character ${position}`);
    }
  });
}

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
