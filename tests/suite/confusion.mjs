// Algorithm confusion: a public key taken for a secret, a header that chooses, "none".

import { decode, encode, utf8 } from './support/base64url.mjs';
import { bodyOfPem, bytesOfBase64 } from './support/pem.mjs';
import { signer, withSegment } from './support/tokens.mjs';

const HMACS = ['HS256', 'HS384', 'HS512'];

export default function ({
  test,
  assert,
  lib,
  fixtures,
  algorithm,
  claims,
  goodToken,
  key,
  rejects,
}) {
  const NONES = [
    'none',
    'None',
    'NONE',
    'nOnE',
    'NonE',
    'noNE',
    'none ',
    ' none',
    'none\0',
    'ｎｏｎｅ',
    '',
  ];
  for (const name of NONES) {
    test(`alg ${JSON.stringify(name)} is never accepted, with any key or signature`, () => {
      const header = encode(JSON.stringify({ alg: name }));
      const signatures = ['', 'AA', goodToken.split('.')[2], encode(new Uint8Array(64).fill(7))];
      for (const { jwk } of fixtures.algorithms) {
        const imported = lib.importKey(jwk);
        for (const signature of signatures) {
          const token = `${header}.${encode(JSON.stringify(claims))}.${signature}`;
          rejects(() => lib.verify(token, imported), 'ERR_JOSE_ALG_NOT_ALLOWED', { token });
          rejects(() => lib.compactVerify(token, imported), 'ERR_JOSE_ALG_NOT_ALLOWED', { token });
        }
        const twoSegments = `${header}.${encode(JSON.stringify(claims))}`;
        rejects(() => lib.verify(twoSegments, imported), 'ERR_JWS_INVALID', { token: twoSegments });
      }
    });
  }

  test('"none" cannot be put on an allow-list', () => {
    for (const name of NONES) {
      rejects(() => lib.verify(goodToken, key, { algorithms: [name] }), 'ERR_API_MISUSE');
      rejects(() => lib.verify(goodToken, key, { algorithms: ['HS256', name] }), 'ERR_API_MISUSE');
      rejects(() => lib.importKey('', name), 'ERR_API_MISUSE');
    }
  });

  const isNoSecret = (form, material) => {
    const [text, bytes] =
      typeof material === 'string' ? [material, utf8(material)] : [undefined, material];
    for (const alg of HMACS) {
      const about = { material };
      const code = 'ERR_JOSE_KEY_MISMATCH';
      rejects(() => lib.importKey(bytes, alg), code, about);
      rejects(() => lib.importKey(bytes, alg, { allowWeakKey: true }), code, about);
      rejects(() => lib.importKey({ kty: 'oct', k: encode(bytes) }, alg), code, about);
      rejects(() => lib.importKey(encode(bytes), alg, { encoding: 'base64url' }), code, about);
      if (text === undefined) continue;
      rejects(() => lib.importKey(text, alg, { encoding: 'utf8' }), code, about);
      assert.ok(form, 'each writing has a name');
    }
  };

  const { keys, unread } = fixtures.otherPrograms;
  const byOthers = [
    ...keys.flatMap(({ algorithm: alg, forms }) =>
      Object.entries(forms).map(([form, text]) => [`${alg}, ${form}`, text]),
    ),
    ...unread.map(({ name, text }) => [name, text]),
  ];
  for (const [name, text] of byOthers) {
    test(`${name}: not taken for a shared secret, however written`, () => {
      for (const [form, material] of Object.entries(partsOf(text))) isNoSecret(form, material);
    });
  }

  for (const entry of fixtures.algorithms.filter(({ pem }) => pem !== undefined)) {
    test(`${entry.alg}: no writing of its public key is taken for a shared secret`, () => {
      for (const [form, material] of Object.entries(writingsOf(entry))) {
        isNoSecret(form, material);
      }
    });

    test(`${entry.alg}: a token keyed with the public key's bytes is refused by the public key`, () => {
      const imported = lib.importKey(entry.jwk);
      const ofOthers = keys.find(({ algorithm: alg }) => alg === entry.alg)?.forms ?? {};
      const materials = [
        ...Object.values(writingsOf(entry)),
        ...Object.values(ofOthers).flatMap((text) => Object.values(partsOf(text))),
      ];
      for (const material of materials) {
        const sign = signer(typeof material === 'string' ? utf8(material) : material);
        const token = sign(claims, { alg: 'HS256', kid: entry.jwk.kid });
        rejects(() => lib.verify(token, imported), 'ERR_JOSE_KEY_MISMATCH', { token });
        rejects(
          () => lib.verify(token, imported, { algorithms: [entry.alg, 'HS256'] }),
          'ERR_JOSE_KEY_MISMATCH',
          { token },
        );
      }
    });
  }

  test('an RSA key set whose keys name no algorithm never falls back to the header', () => {
    const { alg: _, ...jwk } = algorithm('RS256').jwk;
    const set = lib.importJwkSet({ keys: [jwk] }, { algorithms: ['RS256', 'HS256'] });
    for (const secret of [new Uint8Array(0), decode(jwk.n), decode(jwk.e), utf8(jwk.n)]) {
      const token = signer(secret)(claims, { alg: 'HS256', kid: jwk.kid });
      rejects(() => lib.verify(token, set), 'ERR_JWKS_NO_MATCHING_KEY', { token });
    }
    const refused = lib.importJwkSet({ keys: [jwk] });
    assert.equal(refused.keys.length, 0);
    assert.equal(refused.skipped[0].code, 'ERR_JOSE_KEY_MISMATCH');
  });

  test('the allow-list holds, whatever the key says', () => {
    const { jwk, tokens } = algorithm('RS256');
    const imported = lib.importKey(algorithm('RS384').jwk);
    const { token } = tokens[0];
    rejects(() => lib.verify(token, imported, { algorithms: ['RS256'] }), 'ERR_JOSE_KEY_MISMATCH', {
      token,
    });
    rejects(
      () => lib.verify(token, lib.importKey(jwk), { algorithms: ['RS384'] }),
      'ERR_JOSE_ALG_NOT_ALLOWED',
      { token },
    );
    rejects(() => lib.verify(token, lib.importKey(jwk), { algorithms: [] }), 'ERR_API_MISUSE');
  });

  for (const { alg, token } of fixtures.embeddedKeys) {
    test(`${alg}: the key that a header brings along is not used (CVE-2018-0114)`, () => {
      const imported = lib.importKey(algorithm(alg).jwk);
      assert.equal(typeof lib.decode(token).protectedHeader.jwk, 'object', 'shown, not trusted');
      rejects(() => lib.verify(token, imported), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
        token,
      });
      rejects(
        () => lib.verify(token, lib.importJwkSet({ keys: [algorithm(alg).jwk] })),
        'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
        { token },
      );
      rejects(() => lib.verify(token, lib.importJwkSet({ keys: [] })), 'ERR_JWKS_NO_MATCHING_KEY', {
        token,
      });
      for (const nothing of [undefined, null, '', {}, [], 'key']) {
        rejects(() => lib.verify(token, nothing), 'ERR_API_MISUSE', { token });
        rejects(() => lib.compactVerify(token, nothing), 'ERR_API_MISUSE', { token });
      }
    });
  }

  test('jku, x5u, x5c and x5t are data: nothing follows them', () => {
    const sign = signer(decode(fixtures.secret));
    const header = {
      alg: 'HS256',
      jku: 'https://canary.example/jwks.json',
      x5u: 'file:///etc/passwd',
      x5c: ['AAAA'],
      x5t: 'AAAA',
    };
    const verified = lib.verify(sign(claims, header), key);
    assert.deepEqual(verified.protectedHeader, header);
    const token = withSegment(sign(claims, header), 'signature', () => 'AA');
    rejects(() => lib.verify(token, key), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', { token });
  });
}

/** The public key in all the writings in which one has been taken for a secret. */
function writingsOf({ alg, jwk, pem, der, otherForms }) {
  const bytes = decode(der);
  const base64 = pem.split('\n').slice(1, -2).join('');
  const set = { keys: [jwk] };
  const reversed = Object.fromEntries(Object.entries(jwk).reverse());
  return {
    'SPKI PEM': pem,
    'PEM without a final newline': pem.trim(),
    'PEM with CRLF': pem.replaceAll('\n', '\r\n'),
    'PEM on one line': pem.replaceAll('\n', ''),
    'PEM after a space': ` ${pem}`,
    'PEM after a tab': `\t${pem}`,
    'PEM after a newline': `\n${pem}`,
    'PEM after a byte order mark': `\ufeff${pem}`,
    'PEM after other text': `x\n${pem}`,
    'PEM before other text': `${pem}x`,
    'certificate PEM': pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
    'SSH2 public key': `---- BEGIN SSH2 PUBLIC KEY ----\n${base64}\n---- END SSH2 PUBLIC KEY ----`,
    JWK: JSON.stringify(jwk),
    'JWK, pretty': JSON.stringify(jwk, null, 2),
    'JWK, members in another order': JSON.stringify(reversed),
    'JWK after a byte order mark': `\ufeff${JSON.stringify(jwk)}`,
    'JWK after whitespace': `\n  ${JSON.stringify(jwk)}`,
    'JWK Set': JSON.stringify(set),
    'array of JWKs': JSON.stringify([jwk]),
    'SPKI DER': bytes,
    'DER in base64': base64,
    'DER in base64url': encode(bytes),
    'DER in base64 with line breaks written out': pem.split('\n').slice(1, -2).join('\\n'),
    'DER in base64 as a member of JSON': JSON.stringify({ realm: 'x', public_key: base64 }),
    'PEM with line breaks written out': pem.replaceAll('\n', '\\n'),
    'PEM in base64': btoa(pem),
    'PEM in base64, in base64': btoa(btoa(pem)),
    'PEM in a form': encodeURIComponent(pem).replaceAll('%20', '+'),
    'PEM in UTF-16': Uint8Array.from(pem.split('').flatMap((c) => [c.charCodeAt(0), 0])),
    'JWK in base64': btoa(JSON.stringify(jwk)),
    'JWK with an escaped name': JSON.stringify(jwk).replace('"kty"', '"\\u006bty"'),
    'JWK as a JSON string': JSON.stringify(JSON.stringify(jwk)),
    'DER in hex': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    ...Object.fromEntries(
      Object.entries(otherForms).flatMap(([form, { pem: text, der: bytesOfIt }]) => [
        [`${form} PEM`, text],
        [`${form} DER`, decode(bytesOfIt)],
      ]),
    ),
    ...(alg === 'RS256' ? { OpenSSH: openSshRsa(jwk) } : {}),
    ...(alg === 'EdDSA' ? linesOfOpenSsh() : {}),
  };
}

/** A key as text, and without what is around it: as base64, on one line and on several, and as bytes. */
function partsOf(text) {
  // Without the text around it, this one is random bytes.
  if (text.includes('Proc-Type: 4,ENCRYPTED')) return { text };
  const isLineOfSsh = /^(?:ssh|ecdsa)-/.test(text);
  const lines = isLineOfSsh ? text.split(' ')[1] : bodyOfPem(text);
  const bytes = bytesOfBase64(lines);
  const base64 = lines.replaceAll('\n', '');
  return { text, lines, base64, base64url: encode(bytes), bytes };
}

/** RFC 4253 §6.6: the name, e and n, each after its length. */
function openSshRsa({ n, e }) {
  const parts = [utf8('ssh-rsa'), decode(e), Uint8Array.of(0, ...decode(n))];
  const wire = parts.flatMap((part) => [0, 0, part.length >> 8, part.length & 0xff, ...part]);
  return `ssh-rsa ${btoa(String.fromCharCode(...wire))} someone@somewhere`;
}

/** One line of OpenSSH for each kind of key it has beside RSA (its PROTOCOL.u2f and PROTOCOL.certkeys). */
function linesOfOpenSsh() {
  const names = [
    'ssh-dss',
    'ssh-ed25519',
    'ssh-ed25519-cert-v01@openssh.com',
    'ecdsa-sha2-nistp256-cert-v01@openssh.com',
    'sk-ssh-ed25519@openssh.com',
    'sk-ecdsa-sha2-nistp256@openssh.com',
    'sk-ssh-ed25519-cert-v01@openssh.com',
  ];
  const lines = names.map((name) => {
    const wire = [0, 0, 0, name.length, ...utf8(name), 0, 0, 0, 32, ...new Uint8Array(32).fill(7)];
    return [name, `${name} ${btoa(String.fromCharCode(...wire))} someone@somewhere`];
  });
  return Object.fromEntries(lines);
}
