// An API on Fastly Compute that answers to whoever has a good access token with the scope `read`, and
// refuses everybody else (RFC 6750).

import { ConfigStore } from 'fastly:config-store';
import { createVerifier, importJwkSet } from 'edge-jwt';

addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  const result = await verifier().verifyRequest(request, { realm: 'api' });
  return result.ok ? new Response(`Hello ${result.payload.sub}\n`) : result.response;
}

/** From the config store, which is there only while a request is. */
function verifier() {
  const store = new ConfigStore('auth');
  const algorithms = ['RS256', 'ES256'];
  return createVerifier({
    keys: importJwkSet(store.get('jwks'), { algorithms }),
    issuer: store.get('issuer'),
    audience: store.get('audience'),
    algorithms,
    clockTolerance: '5s',
    requiredScopes: ['read'],
  });
}
