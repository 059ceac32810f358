// The names in the package's code.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Each identifier of the library, those of its options, claims and members among them, once. */
export async function identifiersOf(installed) {
  const code = await readFile(join(installed, 'dist', 'library.js'), 'utf8');
  const bare = code.replace(/\/\*[^]*?\*\//g, '').replace(/^ *\/\/.*$/gm, '');
  return [...new Set(bare.match(/[A-Za-z_]\w*/g))];
}
