// npm run deny: holds every crate of Cargo.lock to deny.toml: licences, second versions, origins, and the
// advisories of RustSec, whose list is fetched. With --offline all but the advisories.

import { run } from './lib/command.mjs';
import { Fault, flags, main } from './lib/fault.mjs';
import { setupForDeny } from './lib/setup.mjs';
import { runAll, runChain } from './lib/steps.mjs';

const deny = (args) => run('cargo-deny', ['--locked', ...args]);

const crates = (options) => ({
  name: 'licences, second versions and origins',
  run: () => deny([...options, 'check', 'licenses', 'bans', 'sources']),
});

const list = {
  name: "RustSec's list of advisories",
  async run() {
    try {
      await run('cargo-deny', ['fetch', 'db']);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw new Fault(
        'The list could not be fetched from GitHub, so that no crate was held to it: run this command ' +
          'again with a network, or `npm run deny -- --offline` to leave it out.',
      );
    }
  },
};

const advisories = {
  name: 'advisories',
  needs: [list.name],
  run: () => deny(['check', 'advisories']),
};

await main(async () => {
  const isOffline = flags(['--offline']).has('--offline');
  await runChain(setupForDeny);
  await runAll(isOffline ? [crates(['--offline'])] : [crates([]), list, advisories]);
});
