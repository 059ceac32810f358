// Where things are in this repository.

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. Every command of the scripts runs here. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An absolute path from one relative to the repository's root. */
export const inProject = (...parts) => join(root, ...parts);

/** Files of the project that are made, and not written. */
const MADE = new Set(['node_modules', 'dist', 'target']);

/** The files in `folder` and below it that have one ending, as paths from `root`, with `/`. */
export function filesBelow(folder, ending, within = root) {
  return readdirSync(join(within, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, ending, within);
    return path.endsWith(ending) ? [path] : [];
  });
}
