// Where things are in this repository.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. Every command of the scripts runs here. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An absolute path from one relative to the repository's root. */
export const inProject = (...parts) => join(root, ...parts);
