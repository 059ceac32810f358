// hono/jwt: Web Crypto, awaited. It takes a key of Web Crypto, and else imports what it is given for
// every token.

import { decode, verify } from 'hono/jwt';
import { EXPECTED } from './expected.mjs';
import { importWebCryptoKey } from './web-crypto-key.mjs';

const optionsOf = ({ alg }) => ({ alg, iss: EXPECTED.issuer, aud: EXPECTED.audience });

export const hono = {
  name: 'hono/jwt',
  async verify(fixture) {
    const key = await importWebCryptoKey(fixture);
    const options = optionsOf(fixture);
    return (token) => verify(token, key, options);
  },
  firstUse(fixture) {
    const options = optionsOf(fixture);
    return (token) => verify(token, fixture.jwk, options);
  },
  decode: () => (token) => decode(token).payload,
};
