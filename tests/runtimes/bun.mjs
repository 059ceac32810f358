// Runs the suite in Bun, against the packed package.

import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { runInProgram } from '../support/program.mjs';
import { runner } from './runner.mjs';

await runner('bun', ({ folder }) =>
  runInProgram({
    program: platformProgram(npmTools.bun, '@oven', 'bin', 'bun'),
    args: ['run'],
    folder,
  }),
);
