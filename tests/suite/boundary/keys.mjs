// What is no key, no material of a key and no algorithm.

import { MISUSE, OWN, URL_OF_KEYS } from './cases.mjs';
import {
  CAUSES,
  cause,
  disguised,
  goneBytes,
  hostile,
  instances,
  NAMES,
  revoked,
  spelled,
  thrower,
  unreadable,
  withGetter,
} from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

export default function ({
  test,
  lib,
  secret,
  key,
  goodToken,
  algorithm,
  refuses,
  accepts,
  things,
  request,
  es256,
  dpop,
}) {
  test('what is no key of this package is no key, and is not asked what it is', async () => {
    const given = await things();
    const { signingKey, verifyingKey, gone, goneSet } = given;
    const users = {
      verify: (k) => lib.verify(goodToken, k),
      verifyIdToken: (k) => lib.verifyIdToken(goodToken, k, { issuer: 'i', clientId: 'c' }),
      compactVerify: (k) => lib.compactVerify(goodToken, k),
      exportJwk: (k) => lib.exportJwk(k),
      exportPem: (k) => lib.exportPem(k),
      sign: (k) => lib.sign({}, k),
      createSigner: (k) => lib.createSigner({ key: k }),
      createDpopProof: (k) => lib.createDpopProof(k, dpop),
      signClientAssertion: (k) => lib.signClientAssertion(k, { clientId: 'c', audience: 'a' }),
      'verifyingKey of importSigningKey': (k) =>
        lib.importSigningKey(given.hmac.cryptoKey, 'HS256', { verifyingKey: k }),
    };
    const fakes = {
      ...Object.fromEntries(
        Object.entries(unreadable).filter(([, value]) => typeof value !== 'undefined'),
      ),
      ...instances,
      'an object of nothing': Object.create(null),
      'made of the prototype of VerifyingKey': Object.create(lib.VerifyingKey.prototype),
      'made of the prototype of JwkSet': Object.create(lib.JwkSet.prototype),
      'made of the prototype of SigningKey': Object.create(lib.SigningKey.prototype),
      'a Proxy of a key': new Proxy(verifyingKey, {}),
      'a Proxy of a signing key': new Proxy(signingKey, {}),
      'a hostile Proxy': hostile(cause, verifyingKey),
      'a key that was disposed of': gone,
      'a set that was disposed of': goneSet,
      'a CryptoKey': signingKey.cryptoKey,
    };
    for (const [name, use] of Object.entries(users)) {
      for (const [what, fake] of Object.entries(fakes)) {
        await refuses(`${name}: a key that is ${what}`, () => use(fake), MISUSE);
      }
    }
    for (const [what, fake] of Object.entries(fakes)) {
      if (typeof fake === 'function' || what.startsWith('a hostile') || what.includes('disposed'))
        continue;
      const make = () => lib.createVerifier({ keys: fake });
      await refuses(`keys of a verifier: ${what}`, make, MISUSE);
    }
    for (const fake of [gone, goneSet]) {
      const verifier = lib.createVerifier({ keys: fake });
      const kind = fake.constructor.name === gone.constructor.name ? 'key' : 'set';
      await refuses(
        `a verifier of a ${kind} that is gone`,
        () => verifier.verify(goodToken),
        MISUSE,
      );
      const later = () => verifier.verifyRequest(request());
      await refuses(`a request and a ${kind} that is gone`, later, MISUSE);
    }
    const odd = lib.importKey(secret, 'HS256');
    Object.setPrototypeOf(odd, null);
    await accepts('a key without its prototype is one all the same', () =>
      lib.verify(goodToken, odd),
    );
    await accepts('and for compactVerify', () => lib.compactVerify(goodToken, odd));
    await accepts('and for a verifier', () => lib.createVerifier({ keys: odd }).verify(goodToken));
    await accepts('and for inspect', () => lib.inspect(goodToken, odd).valid);
  });

  test('key material that is none is misuse', async () => {
    const given = await things();
    const readers = {
      importKey: (m) => lib.importKey(m, 'HS256'),
      importSigningKey: (m) => lib.importSigningKey(m, 'HS256'),
      'importSigningKey for ES256': (m) => lib.importSigningKey(m, 'ES256'),
      importJwkSet: (m) => lib.importJwkSet(m),
      calculateJwkThumbprint: (m) => lib.calculateJwkThumbprint(m),
      calculateJwkThumbprintUri: (m) => lib.calculateJwkThumbprintUri(m),
      hydrate: (m) => given.remote.hydrate(m),
    };
    const cyclic = { kty: 'oct' };
    cyclic.self = cyclic;
    const material = {
      ...unreadable,
      ...instances,
      ...goneBytes(),
      'a cycle': cyclic,
      'an object with a BigInt': { kty: 'oct', k: 1n },
      'an object whose toJSON throws': { toJSON: thrower(cause) },
      'an object whose toJSON gives nothing': { toJSON: () => undefined },
      'an object whose toJSON gives a symbol': { toJSON: () => Symbol(CANARY) },
      'an object with a revoked Proxy': { kty: 'oct', k: revoked() },
      'text with a lone surrogate': '{"kty":"oct","k":"\ud800"}',
    };
    for (const [name, read] of Object.entries(readers)) {
      for (const [what, value] of Object.entries(material)) {
        await refuses(`material of ${name}: ${what}`, () => read(value), MISUSE);
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const getter = withGetter('kty', thrown);
        await refuses(`material of ${name}: a getter throws ${what}`, () => read(getter), MISUSE);
        const about = { cause: thrown };
        await refuses(
          `material of ${name}: a Proxy throws ${what}`,
          () => read(hostile(thrown)),
          OWN,
          about,
        );
      }
    }
    for (const [name, read] of Object.entries(readers).slice(0, 3)) {
      for (const value of [disguised('ArrayBuffer', { byteLength: 32 }), disguised('CryptoKey')]) {
        const tag = value[Symbol.toStringTag];
        const code =
          tag === 'CryptoKey' && name !== 'importKey' ? 'ERR_JOSE_KEY_MISMATCH' : undefined;
        const expected = code ?? (tag === 'ArrayBuffer' ? MISUSE : 'ERR_JWK_INVALID');
        await refuses(`${name}: what only says that it is ${tag}`, () => read(value), expected);
      }
    }
  });

  test('algorithms are names of their own, not those of every object', async () => {
    const readers = {
      importKey: (alg) => lib.importKey(new Uint8Array(32), alg),
      'importKey of text': (alg) => lib.importKey('', alg),
      importSigningKey: (alg) => lib.importSigningKey(secret, alg),
      generateKeyPair: (alg) => lib.generateKeyPair(alg),
      generateSecret: (alg) => lib.generateSecret(alg),
      calculateJwkThumbprint: (hash) => lib.calculateJwkThumbprint(es256.keys[0], hash),
      calculateJwkThumbprintUri: (hash) => lib.calculateJwkThumbprintUri(es256.keys[0], hash),
      'algorithms of verify': (alg) => lib.verify(goodToken, key, { algorithms: [alg] }),
      'algorithms of importJwkSet': (alg) => lib.importJwkSet(es256, { algorithms: [alg] }),
      'algorithms of a remote set': (alg) =>
        lib.createRemoteJwkSet(URL_OF_KEYS, { algorithms: [alg] }),
      'algorithms of dpop': async (alg) =>
        (await things()).verifier.verifyRequest(request(), { dpop: { algorithms: [alg] } }),
    };
    for (const [name, read] of Object.entries(readers)) {
      for (const [what, value] of Object.entries(unreadable)) {
        await refuses(`${name}: an algorithm that is ${what}`, () => read(value), MISUSE);
      }
      for (const alg of NAMES) {
        await refuses(`${name}: the algorithm ${spelled(alg)}`, () => read(alg), MISUSE);
      }
    }
  });

  test('a CryptoKey in disguise is refused, before Web Crypto or by it', async () => {
    const MISMATCH = 'ERR_JOSE_KEY_MISMATCH';
    const hmac = { name: 'HMAC', hash: { name: 'SHA-256' }, length: 256 };
    const rsa = { name: 'RSA-PSS', hash: { name: 'SHA-256' }, modulusLength: 2048 };
    const secretKey = { type: 'secret', usages: ['sign'], algorithm: hmac };
    const privateKey = { type: 'private', usages: ['sign'], algorithm: rsa };
    const disguises = {
      'with nothing': [{}, MISMATCH],
      'with usages that are null': [{ ...secretKey, usages: null }, MISMATCH],
      'with usages that are revoked': [{ ...secretKey, usages: revoked([]) }, MISMATCH],
      'with an algorithm that is null': [{ ...secretKey, algorithm: null }, MISMATCH],
      'with a hash that is null': [{ ...secretKey, algorithm: { ...hmac, hash: null } }, MISMATCH],
      'with a hash that is revoked': [
        { ...secretKey, algorithm: { ...hmac, hash: revoked() } },
        MISMATCH,
      ],
      'with a length that is a symbol': [
        { ...secretKey, algorithm: { ...hmac, length: Symbol(CANARY) } },
        'ERR_JOSE_KEY_TOO_WEAK',
      ],
      'that looks right': [secretKey, 'ERR_CRYPTO_OPERATION'],
    };
    for (const [what, [members, code]] of Object.entries(disguises)) {
      const fake = disguised('CryptoKey', members);
      await refuses(`a CryptoKey ${what}`, () => lib.importSigningKey(fake, 'HS256'), code);
    }
    const exponents = {
      undefined: undefined,
      null: null,
      'a number': 65_537,
      text: 'AQAB',
      'a revoked Proxy': revoked(),
      'a list': [1, 0, 1],
    };
    for (const [what, publicExponent] of Object.entries(exponents)) {
      const fake = disguised('CryptoKey', { ...privateKey, algorithm: { ...rsa, publicExponent } });
      const call = () => lib.importSigningKey(fake, 'PS256');
      await refuses(`an RSA key whose exponent is ${what}`, call, 'ERR_JOSE_KEY_TOO_WEAK');
    }
    for (const [what, thrown] of Object.entries(CAUSES)) {
      for (const member of ['type', 'usages', 'algorithm']) {
        const fake = withGetter(member, thrown, disguised('CryptoKey', { ...secretKey }));
        const call = () => lib.importSigningKey(fake, 'HS256');
        await refuses(`a CryptoKey whose ${member} throws ${what}`, call, OWN, { cause: thrown });
      }
    }
  });

  test('bytes to sign and to verify are bytes that are there', async () => {
    const { signingKey } = await things();
    const bytes = new Uint8Array(64);
    const wrong = { ...unreadable, ...instances, ...goneBytes() };
    for (const [what, value] of Object.entries(wrong)) {
      await refuses(`the data to sign is ${what}`, () => signingKey.sign(value), MISUSE);
      await refuses(
        `the signing input is ${what}`,
        () => key.verifySignature(value, bytes),
        MISUSE,
      );
      await refuses(`the signature is ${what}`, () => key.verifySignature(bytes, value), MISUSE);
    }
  });
}
