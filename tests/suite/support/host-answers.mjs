// What the host answers to what the package asks of it, without the package: where it answers otherwise, that is not
// the package's doing.

import { decode } from './base64url.mjs';

const bare = (members) => Object.assign(Object.create(null), members);
const PLACE = 'https://issuer.example/jwks';

/** Questions, as `answers.mjs` has them. Everything that is given to the host is said in full, and inherits nothing. */
export function hostQuestions({ fixtures }) {
  const { alg, privateJwk, otherForms } = fixtures.algorithms.find((one) => one.alg === 'ES256');
  const { kid: _, ...members } = privateJwk;
  const ed25519 = fixtures.algorithms.find((one) => one.alg === 'EdDSA').privateJwk;
  const rsa = fixtures.algorithms.find((one) => one.alg === 'RS256').privateJwk;
  const secret = decode(fixtures.secret);
  const pkcs8 = decode(
    otherForms['PKCS#8'].pem
      .replaceAll(/-----[^-]+-----|\n/g, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
  );
  const { subtle } = globalThis.crypto ?? {};
  const ec = () => bare({ name: 'ECDSA', namedCurve: 'P-256' });
  const hmac = () => bare({ name: 'HMAC', hash: 'SHA-256', length: secret.length * 8 });
  const inFull = (jwk, name) =>
    bare({ ...jwk, kid: undefined, alg: name, use: 'sig', key_ops: ['sign'], ext: true });
  const init = () => bare({ headers: bare({ accept: 'a' }), redirect: 'error' });
  const taken = (members) => {
    try {
      return new Request(PLACE, bare(members)) !== undefined;
    } catch {
      return false;
    }
  };
  return [
    async () => {
      const key = await subtle.importKey('raw', secret, hmac(), true, ['sign', 'verify']);
      const signature = await subtle.sign(bare({ name: 'HMAC' }), key, secret);
      return [
        new Uint8Array(signature),
        Object.keys(await subtle.exportKey('jwk', key)),
        { ...key.algorithm },
      ];
    },
    async () => {
      const key = await subtle.importKey('jwk', inFull(members, alg), ec(), true, ['sign']);
      await subtle.sign(bare({ name: 'ECDSA', hash: 'SHA-256' }), key, secret);
      await subtle.exportKey('pkcs8', key);
      return Object.keys(await subtle.exportKey('jwk', key));
    },
    async () => {
      const parameters = bare({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' });
      const key = await subtle.importKey('jwk', inFull(rsa, 'RS256'), parameters, false, ['sign']);
      return new Uint8Array(await subtle.sign(bare({ name: 'RSASSA-PKCS1-v1_5' }), key, secret));
    },
    async () => {
      const named = () => bare({ name: 'Ed25519' });
      const key = await subtle.importKey('jwk', inFull(ed25519, 'EdDSA'), named(), false, ['sign']);
      return new Uint8Array(await subtle.sign(named(), key, secret));
    },
    async () => (await subtle.importKey('pkcs8', pkcs8, ec(), false, ['sign'])).type,
    async () => {
      const { publicKey } = await subtle.generateKey(ec(), false, ['sign', 'verify']);
      return new Uint8Array(await subtle.exportKey('spki', publicKey)).length;
    },
    async () => new Uint8Array(await subtle.digest('SHA-256', secret)),
    () => {
      const { status, statusText, headers } = new Response(
        null,
        bare({ status: 401, headers: new Headers({ 'Cache-Control': 'no-store' }) }),
      );
      return [status, statusText, [...headers]];
    },
    async () => {
      const reader = new Response('text', bare({ headers: bare({ a: 'b' }) })).body.getReader();
      const { value } = await reader.read();
      const { done } = await reader.read();
      return [new TextDecoder('utf-8', bare({ fatal: true, ignoreBOM: true })).decode(value), done];
    },
    () => [taken(init()), taken({ credentials: 'omit' }), taken({ cache: 'no-store' })],
    () => new URL(PLACE).origin,
    () => typeof crypto.randomUUID() + crypto.getRandomValues(new Uint8Array(1)).length,
    async () => {
      const controller = new AbortController();
      const race = Promise.race([Promise.resolve(1), new Promise(() => {})]);
      const timer = setTimeout(() => {}, 1000);
      clearTimeout(timer);
      controller.abort();
      return [await race, controller.signal.aborted];
    },
    () => {
      const [first, second] = [1, 2];
      const [one] = 'a.b'.split('.');
      return [first, second, one, [...[3].map((number) => number)], /(a)(b)?/.exec('a')];
    },
  ];
}
