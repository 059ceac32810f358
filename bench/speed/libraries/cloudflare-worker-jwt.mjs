// @tsndr/cloudflare-worker-jwt: Web Crypto, awaited. It takes a key of Web Crypto, and else imports what
// it is given for every token. It asks neither for the issuer nor for the audience.

import { decode, verify } from '@tsndr/cloudflare-worker-jwt';
import { importWebCryptoKey } from './web-crypto-key.mjs';

const optionsOf = ({ alg }) => ({ algorithm: alg, throwError: true });

export const cloudflareWorkerJwt = {
  name: '@tsndr/cloudflare-worker-jwt',
  lacks: ['PS256', 'Ed25519'],
  async verify(fixture) {
    const key = await importWebCryptoKey(fixture);
    const options = optionsOf(fixture);
    return async (token) => (await verify(token, key, options)).payload;
  },
  firstUse(fixture) {
    const options = optionsOf(fixture);
    return async (token) => (await verify(token, fixture.jwk, options)).payload;
  },
  decode: () => (token) => decode(token).payload,
};
