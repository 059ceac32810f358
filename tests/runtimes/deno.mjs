// Runs the suite in Deno, against the packed package, with no permission.

import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { runInProgram } from './program.mjs';
import { runner } from './runner.mjs';

await runner('deno', ({ folder }) =>
  runInProgram({
    program: platformProgram(npmTools.deno, '@deno', 'deno'),
    args: ['run', '--no-prompt', '--no-remote', '--node-modules-dir=manual'],
    folder,
  }),
);
