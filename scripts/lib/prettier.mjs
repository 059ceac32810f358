// The formatter of everything that is not Rust, for the one script that checks and the one that
// writes.

import { runNode } from './command.mjs';

/** `mode` is `--check` or `--write`. What not to look at is in .gitignore and .prettierignore. */
export function prettier(mode) {
  const files = '**/*.{ts,js,mjs,json,css,html}';
  return runNode('node_modules/prettier/bin/prettier.cjs', [mode, '--log-level', 'warn', files]);
}
