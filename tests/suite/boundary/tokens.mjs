// Tokens that are no text, or bytes that are not there any more.

import { MISUSE } from './cases.mjs';
import { CAUSES, cause, goneBytes, hostile, instances, unreadable } from './hostile.mjs';

export default function ({ test, lib, secret, key, goodToken, refuses, accepts, things, dpop }) {
  test('tokens that are no text and no bytes are misuse, and other text is no token', async () => {
    const given = await things();
    const readers = {
      decode: (token) => lib.decode(token),
      decodeProtectedHeader: (token) => lib.decodeProtectedHeader(token),
      verify: (token) => lib.verify(token, key),
      'verify with a set': (token) => lib.verify(token, given.set),
      verifyIdToken: (token) => lib.verifyIdToken(token, key, { issuer: 'i', clientId: 'c' }),
      verifyAccessToken: (token) =>
        lib.verifyAccessToken(token, key, { issuer: 'i', audience: 'a' }),
      verifyLogoutToken: (token) =>
        lib.verifyLogoutToken(token, key, { issuer: 'i', clientId: 'c' }),
      compactVerify: (token) => lib.compactVerify(token, key),
      'verify of a verifier': (token) => given.verifier.verify(token),
      verifyAsync: (token) => given.verifier.verifyAsync(token),
      'verify of a verifier of issuers': (token) =>
        lib.createVerifier({ issuers: [{ keys: key, issuer: 'i' }] }).verify(token),
      verifyDpopProof: (token) => lib.verifyDpopProof(token, dpop),
      verifyDpopProofAsync: (token) => lib.verifyDpopProofAsync(token, dpop),
    };
    for (const [name, read] of Object.entries(readers)) {
      const { ...wrong } = { ...unreadable, ...instances, ...goneBytes() };
      for (const [what, value] of Object.entries(wrong)) {
        await refuses(`${name}: a token that is ${what}`, () => read(value), MISUSE);
      }
      const proxy = hostile(cause);
      await refuses(`${name}: a token that is a Proxy`, () => read(proxy), MISUSE);
      for (const text of ['', '\0', '\ud800.\udfff.', `${goodToken}\0`, 'a.b.c', '..']) {
        if (name === 'decodeProtectedHeader' && text.startsWith(goodToken)) continue;
        await refuses(
          `${name}: the token ${JSON.stringify(text.slice(-9))}`,
          () => read(text),
          'ERR_JWS_INVALID',
        );
      }
      const long = 'a'.repeat(1_000_000);
      await refuses(`${name}: a token of a megabyte`, () => read(long), 'ERR_JOSE_LIMIT_EXCEEDED');
    }
  });

  test('bytes in shared and in resizable memory are bytes', async () => {
    const copy = (view) => {
      for (let i = 0; i < goodToken.length; i += 1) view[i] = goodToken.charCodeAt(i);
      return view;
    };
    const { length } = goodToken;
    const resizable = new ArrayBuffer(length, { maxByteLength: 2 * length });
    await accepts('a token in resizable memory', () =>
      lib.verify(copy(new Uint8Array(resizable)), key),
    );
    if (typeof SharedArrayBuffer === 'undefined') return;
    const shared = copy(new Uint8Array(new SharedArrayBuffer(length)));
    await accepts('a token in shared memory', () => lib.verify(shared, key));
    const secretShared = new Uint8Array(new SharedArrayBuffer(secret.length));
    secretShared.set(secret);
    await accepts('a secret in shared memory', () => lib.importKey(secretShared, 'HS256'));
    await accepts('a secret to sign with in shared memory', () =>
      lib.importSigningKey(secretShared, 'HS256'),
    );
    const { buffer } = shared;
    await refuses('bare shared memory', () => lib.importKey(buffer, 'HS256'), MISUSE);
  });
}
