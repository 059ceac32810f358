// Which TypeScript file uses which, types too.

import { posix } from 'node:path';

const USED = /(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.[^'"\n]*)\1/gu;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gu;

/** From `[path, source]` pairs to a map of path → paths used, of those that are given. */
export function typeScriptUses(files) {
  const known = new Set(files.map(([path]) => path));
  return new Map(
    files.map(([path, source]) => {
      const used = [...source.replace(COMMENT, ' ').matchAll(USED)].map(([, , name]) =>
        posix.join(posix.dirname(path), name).replace(/\.js$/u, '.ts'),
      );
      return [path, new Set(used.filter((name) => known.has(name) && name !== path))];
    }),
  );
}
