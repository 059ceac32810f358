// The packed package against a real OpenID provider on the loopback interface, in Node. Time passes
// when a test says so, for the package and for the provider.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopClock } from '../support/clock.mjs';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import accessTokens from './access-tokens.mjs';
import { startProxy } from './chaos.mjs';
import clientAssertions from './client-assertions.mjs';
import discovery from './discovery.mjs';
import dpop from './dpop.mjs';
import dpopProofs from './dpop-proofs.mjs';
import idTokens from './id-tokens.mjs';
import logout from './logout.mjs';
import outage from './outage.mjs';
import profiles from './profiles.mjs';
import { startProvider } from './provider.mjs';
import { startRelyingParty } from './relying-party.mjs';
import rotation from './rotation.mjs';

const themes = {
  ...{ discovery, idTokens, accessTokens, clientAssertions, dpop, dpopProofs, logout, profiles },
  ...{ rotation, outage },
};

const passed = await withPackedPackage(async ({ folder }) => {
  const resolve = createRequire(join(folder, 'index.js')).resolve;
  const lib = await import(pathToFileURL(resolve('edge-jwt')).href);
  const { test, run } = loop();
  for (const [theme, register] of Object.entries(themes)) {
    register({
      lib,
      test: (name, action) => test(`${theme}: ${name}`, () => withProvider(lib, action)),
    });
  }
  return report('OpenID provider', await run());
});
if (!passed) process.exitCode = 1;

/**
 * Every test has a provider of its own: `provider`, known to all as `issuer`, through `proxy`. `app` is
 * the server of its clients, and `remote` makes the key set of the issuer.
 */
async function withProvider(lib, action) {
  const clock = stopClock();
  const proxy = await startProxy();
  const app = await startRelyingParty();
  const issuer = proxy.origin;
  const provider = await startProvider({ issuer, logoutUri: app.logoutUri });
  proxy.provider = provider;
  const remote = (options) =>
    lib.createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true, ...options });
  try {
    await action({ issuer, provider, proxy, app, clock, remote });
  } finally {
    clock.restart();
    for (const server of [proxy, app, provider]) await server.stop();
  }
}
