// A real OpenID provider (the npm package oidc-provider) on the loopback interface. Users are logged in
// and consent without being asked.

import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { generation } from './keys.mjs';
import { settingsOf, USER } from './settings.mjs';
import { storage } from './storage.mjs';

/** RSA keys take long to make: all providers begin with the same ones. */
const first = generation('one');

/** The private keys of the services that authenticate themselves by assertions. */
export const clientKeys = generation('client');

/**
 * Starts one. `issuer` is the URL under which others see it, `logoutUri` where it tells that a user
 * has logged out.
 */
export async function startProvider({ issuer, logoutUri }) {
  const adapter = storage();
  const published = new Map([['one', await first]]);
  const keysOfClients = await clientKeys;
  let op;
  let answer;
  /** Other keys are another configuration: the provider is made anew, and keeps its storage. */
  const configure = () => {
    const jwks = { keys: [...published.values()].reverse().flat() };
    op = new Provider(issuer, settingsOf({ jwks, clientKeys: keysOfClients, adapter, logoutUri }));
    answer = op.callback();
  };
  configure();
  const server = createServer((request, response) => {
    if (request.url.startsWith('/interaction/')) return logIn(op, request, response);
    return answer(request, response);
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address();
  return {
    port,
    /** Publishes a new generation of keys, and signs with it from now on. */
    async addKeys(name) {
      published.set(name, await generation(name));
      configure();
    },
    withdrawKeys(name) {
      published.delete(name);
      configure();
    },
    start: () => listen(port),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function logIn(op, request, response) {
  const { params } = await op.interactionDetails(request, response);
  const grant = new op.Grant({ accountId: USER, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  if (params.resource !== undefined) grant.addResourceScope(params.resource, params.scope);
  const consent = { grantId: await grant.save() };
  await op.interactionFinished(request, response, { login: { accountId: USER }, consent });
}
