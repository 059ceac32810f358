// Remote key sets against real HTTP servers on the loopback interface, in Node, with the packed
// package. Time passes when a test says so.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import awsAlbKeys from './aws-alb-keys.mjs';
import { stopClock } from '../support/clock.mjs';
import discovery from './discovery.mjs';
import hostile from './hostile.mjs';
import { startIssuer } from './issuer.mjs';
import loading from './loading.mjs';
import providers from './providers.mjs';
import rotation from './rotation.mjs';
import serviceAccounts from './service-accounts.mjs';
import staleness from './staleness.mjs';
import stores from './stores.mjs';
import workers from './workers.mjs';

const themes = {
  loading,
  rotation,
  staleness,
  hostile,
  discovery,
  workers,
  stores,
  providers,
  'keys of AWS load balancers': awsAlbKeys,
  'service accounts': serviceAccounts,
};

const passed = await withPackedPackage(async ({ folder }) => {
  const resolve = createRequire(join(folder, 'index.js')).resolve;
  const lib = await import(pathToFileURL(resolve('edge-jwt')).href);
  const { test, run } = loop();
  for (const [theme, register] of Object.entries(themes)) {
    // Every test has an issuer of its own, under a name that all of a theme share.
    const issuer = {};
    register({
      lib,
      issuer,
      remote: (options) =>
        lib.createRemoteJwkSet(issuer.url, { allowInsecureLoopback: true, ...options }),
      test: (name, action) =>
        test(`${theme}: ${name}`, async () => {
          const started = await startIssuer();
          Object.defineProperties(issuer, Object.getOwnPropertyDescriptors(started));
          const clock = stopClock();
          try {
            await action({ clock });
          } finally {
            clock.restart();
            await started.stop();
          }
        }),
    });
  }
  return report('remote key sets', await run());
});
if (!passed) process.exitCode = 1;
