// Keys in every form in which other programs write them: one key each time, or refused with a word
// about what to do.

import { decode, encode, utf8 } from './support/base64url.mjs';
import { bytesOfPem } from './support/pem.mjs';

/** What `openssl ecparam -name prime256v1 -genkey` writes in front of the key. */
const EC_PARAMETERS = `-----BEGIN EC PARAMETERS-----
BggqhkjOPQMBBw==
-----END EC PARAMETERS-----
`;

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  const { keys, unread } = fixtures.otherPrograms;
  const refuses = (code, material, ...rest) =>
    rejects(() => lib.importKey(material, ...rest), code, { material });

  for (const { algorithm: alg, jwk, token, forms } of keys) {
    test(`${alg}: every form of a key is that key`, () => {
      for (const [name, pem] of Object.entries(forms)) {
        const bytes = bytesOfPem(pem);
        for (const material of [pem, pem.replaceAll('\n', '\r\n'), bytes, bytes.slice().buffer]) {
          const key = lib.importKey(material, alg);
          assert.equal(lib.exportPem(key), forms['SubjectPublicKeyInfo'], name);
          assert.equal(lib.verify(token, key).payload.sub, 'key form', name);
        }
      }
      assert.ok(lib.verify(token, lib.importKey(jwk, alg)));
    });

    test(`${alg}: no form of a key is imported for another kind of algorithm`, () => {
      for (const other of ['RS256', 'ES256', 'ES384', 'ES512', 'EdDSA'].filter((o) => o !== alg)) {
        for (const pem of Object.values(forms)) {
          refuses('ERR_JOSE_KEY_MISMATCH', pem, other);
          refuses('ERR_JOSE_KEY_MISMATCH', bytesOfPem(pem), other);
        }
      }
    });

    test(`${alg}: DER that is cut off, goes on or is filed under another label is refused`, () => {
      for (const pem of Object.values(forms)) {
        const bytes = bytesOfPem(pem);
        refuses('ERR_JOSE_KEY_INVALID', bytes.subarray(0, bytes.length - 1), alg);
        refuses('ERR_JOSE_KEY_INVALID', Uint8Array.of(...bytes, 0), alg);
        for (const label of ['PUBLIC KEY', 'CERTIFICATE', 'PRIVATE KEY', 'RSA PUBLIC KEY']) {
          if (pem.startsWith(`-----BEGIN ${label}-----`)) continue;
          refuses('ERR_JOSE_KEY_INVALID', pem.replace(/(BEGIN|END) [A-Z ]+/g, `$1 ${label}`), alg);
        }
      }
    });
  }

  for (const { alg, otherForms, tokens } of fixtures.algorithms) {
    if (otherForms === undefined) continue;
    test(`${alg}: what node:crypto writes is read: ${Object.keys(otherForms).join(', ')}`, () => {
      const expected = algorithm(alg).pem;
      for (const [form, { pem, der }] of Object.entries(otherForms)) {
        for (const material of [pem, decode(der)]) {
          const key = lib.importKey(material, alg);
          assert.equal(lib.exportPem(key), expected, form);
          assert.ok(lib.verify(tokens[0].token, key));
        }
      }
    });
  }

  for (const { name, algorithm: alg, text } of unread) {
    test(`${name}: not read, and the message says what to do`, () => {
      const error = refuses('ERR_JOSE_NOT_SUPPORTED', text, alg);
      assert.ok(/ssh-keygen|openssl|as a JWK|PUBLIC KEY|P-256/.test(error.message), error.message);
    });
  }

  test('a certificate is an envelope: its signature and its dates are not looked at', () => {
    const { forms, algorithm: alg } = keys[0];
    const bytes = bytesOfPem(forms['certificate, version 3']);
    bytes[bytes.length - 1] ^= 1;
    assert.equal(lib.exportPem(lib.importKey(bytes, alg)), forms['SubjectPublicKeyInfo']);
  });

  test('PEM is taken in any lay-out of the lax form, as text or as bytes (RFC 7468 §3)', () => {
    for (const { algorithm: alg, forms } of keys) {
      for (const [form, pem] of Object.entries(forms)) {
        const written = {
          'indented by blanks, as in a template literal': pem.replaceAll('\n', '\n    '),
          'indented by a tab': pem.replaceAll('\n', '\n\t'),
          'on one line': pem.replaceAll('\n', ' '),
          'with line breaks written out': pem.replaceAll('\n', '\\n'),
          'with CRLF written out, in quotes': `"${pem.replaceAll('\n', '\\r\\n')}"`,
          'behind a byte order mark': `\ufeff${pem}`,
          'behind the name of its curve': `${EC_PARAMETERS}${pem}`,
          'between other text': `Bag Attributes\n    friendlyName: x\n${pem}\n# the end\n`,
        };
        for (const [layout, text] of Object.entries(written)) {
          for (const material of [text, utf8(text), utf8(text).buffer]) {
            const key = lib.importKey(material, alg);
            assert.equal(lib.exportPem(key), forms['SubjectPublicKeyInfo'], `${form} ${layout}`);
          }
        }
      }
    }
  });

  test('a JWK is taken as the bytes of its text, and after white space', () => {
    for (const { algorithm: alg, jwk, token } of keys) {
      const text = `\n  ${JSON.stringify(jwk, null, 2)}\n`;
      for (const material of [text, utf8(text)]) {
        assert.ok(lib.verify(token, lib.importKey(material, alg)));
      }
    }
  });

  test('bytes that only begin like JSON are no text', () => {
    const bytes = new Uint8Array(80).fill(0xff);
    bytes[0] = 0x7b;
    for (const { algorithm: alg } of keys) refuses('ERR_JOSE_KEY_INVALID', bytes, alg);
  });

  test('the error of a damaged PEM says what is wrong with it', () => {
    const { forms, algorithm: alg } = keys.find(({ algorithm: each }) => each === 'ES256');
    const pem = forms['SubjectPublicKeyInfo'];
    const UNREAD = /expected PUBLIC KEY/;
    for (const [text, words] of [
      [pem.slice(0, 120), /END.*cut off/],
      [pem.replace('MFk', 'M.k'), /base64/],
      [pem.repeat(2), /several blocks/],
      ['MFkwEwYHKoZIzj0CAQYI', /BEGIN/],
      [EC_PARAMETERS, UNREAD],
    ]) {
      const { message } = refuses(
        words === UNREAD ? 'ERR_JOSE_NOT_SUPPORTED' : 'ERR_JOSE_KEY_INVALID',
        text,
        alg,
      );
      assert.ok(words.test(message), message);
    }
  });

  test('two blocks of PEM are not one key', () => {
    const { forms, algorithm: alg } = keys[0];
    refuses('ERR_JOSE_KEY_INVALID', forms['certificate, version 3'].repeat(2), alg);
    refuses('ERR_JOSE_KEY_INVALID', Object.values(forms).join(''), alg);
  });

  test('compressed points are read, as raw bytes too (SEC 1 §2.3.3)', () => {
    for (const alg of ['ES256', 'ES384', 'ES512']) {
      const { jwk, pem, tokens } = algorithm(alg);
      const y = decode(jwk.y);
      const compressed = Uint8Array.of(2 | (y[y.length - 1] & 1), ...decode(jwk.x));
      const key = lib.importKey(compressed, alg);
      assert.equal(lib.exportPem(key), pem);
      assert.ok(lib.verify(tokens[0].token, key));
      compressed[0] ^= 1;
      rejects(
        () => lib.verify(tokens[0].token, lib.importKey(compressed, alg)),
        'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
        { token: tokens[0].token },
      );
      refuses('ERR_JOSE_KEY_INVALID', compressed.subarray(1), alg);
      refuses('ERR_JOSE_KEY_INVALID', compressed.fill(0xff, 1), alg);
    }
  });

  test('JWK text with an HMAC algorithm is told where to go', () => {
    const text = JSON.stringify(algorithm('HS256').jwk);
    assert.equal(lib.importKey(text).algorithm, 'HS256');
    const { message } = refuses('ERR_API_MISUSE', text, 'HS256');
    assert.ok(message.includes('a JWK goes in as an object, or as text without an alg'), message);
    refuses('ERR_JOSE_KEY_MISMATCH', text, 'HS256', { encoding: 'utf8' });
  });

  test('of a private JWK nothing private is read, whatever stands there', () => {
    for (const { algorithm: alg, jwk, token } of keys) {
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth']) {
        for (const value of ['canary *', 7, null, {}, encode(new Uint8Array(9))]) {
          const key = lib.importKey({ ...jwk, [member]: value }, alg);
          assert.ok(lib.verify(token, key));
          assert.ok(!(member in lib.exportJwk(key)));
        }
      }
    }
  });
}
