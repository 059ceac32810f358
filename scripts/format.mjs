// npm run format: writes every file the way `npm test` wants it.

import { run } from './lib/command.mjs';
import { flags, main } from './lib/fault.mjs';
import { prettier } from './lib/prettier.mjs';
import { setupForCheck } from './lib/setup.mjs';
import { runChain } from './lib/steps.mjs';

await main(async () => {
  flags([]);
  await runChain([
    ...setupForCheck,
    { name: 'format: Rust', run: () => run('cargo', ['fmt', '--all']) },
    { name: 'format: everything else', run: () => prettier('--write') },
  ]);
});
