// npm run deny: holds every crate of Cargo.lock to deny.toml: licences, second versions, origins, and the
// advisories of RustSec, whose list is fetched. With --offline all but the advisories.

import { run } from './lib/command.mjs';
import { flags, main } from './lib/fault.mjs';
import { setupForDeny } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  const isOffline = flags(['--offline']).has('--offline');
  const args = isOffline ? ['--offline', 'check', 'bans', 'licenses', 'sources'] : ['check'];
  const crates = { name: 'crates', run: () => run('cargo-deny', ['--locked', ...args]) };
  await runChain([...setupForDeny, crates]);
});
