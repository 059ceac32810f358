// An issuer on the loopback interface: a real HTTP server with keys that sign, whose answers a test
// can replace.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, SignJWT } from 'jose';

export const JWKS = '/jwks';

/** Starts one. `keys` are its key pairs by kid, `routes` its answers by path, `hits` its requests. */
export async function startIssuer() {
  const keys = new Map();
  const hits = [];
  const routes = new Map();
  const server = createServer((request, response) => {
    hits.push({ url: request.url, headers: request.headers });
    const route = routes.get(new URL(request.url, 'http://issuer.invalid').pathname);
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const issuer = {
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}${JWKS}`,
    port,
    routes,
    hits,
    countOf: (path) => hits.filter(({ url }) => url.split('?')[0] === path).length,
    jwks: () => ({ keys: [...keys.values()].map(({ jwk }) => jwk) }),
    /** Adds a key, or puts one of these names in place of all others. */
    async addKey(kid) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      keys.set(kid, { privateKey, jwk: { ...(await exportJWK(publicKey)), alg: 'ES256', kid } });
    },
    async rotate(kid) {
      keys.clear();
      await issuer.addKey(kid);
    },
    token: (kid) =>
      new SignJWT({ sub: 'user-1' })
        .setProtectedHeader({ alg: 'ES256', kid })
        .setExpirationTime('30d')
        .sign(keys.get(kid).privateKey),
    /** Lets the key set be answered like this. */
    answer: (route) => routes.set(JWKS, route),
    answerWith: (headers) => issuer.answer(json(() => issuer.jwks(), headers)),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  await issuer.addKey('one');
  issuer.answerWith();
  return issuer;
}

/** A route that answers with JSON. */
export const json = (value, headers = {}) =>
  function answer(_, response) {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value()));
  };

/** A route that answers with a status, and with nothing worth reading. */
export const status = (code, headers = {}) =>
  function answer(_, response) {
    response.writeHead(code, headers).end('canary');
  };
