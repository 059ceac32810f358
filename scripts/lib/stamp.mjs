// Decides by content, not by time, whether something built is still up to date.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './project.mjs';

/**
 * Calls `build` unless the files of `inputs` and `outputs` and the strings of `versions` are those
 * that the stamp file recorded after the last build. Returns a note for the step when it did not.
 *
 * The output is part of the stamp, so that a deleted or edited file in it is built again. `inputs`
 * and `outputs` are absolute paths of files or folders; `except` are paths not to look into. A path
 * that does not exist counts as such, and appearing changes the stamp.
 */
export async function buildIfChanged({
  stamp,
  inputs,
  except = [],
  versions = [],
  outputs,
  build,
}) {
  const describe = () => ({
    inputs: digest([...versions, ...describeFiles(inputs, except)]),
    outputs: digest(describeFiles(outputs, [])),
  });
  const wanted = JSON.stringify(describe());
  const complete = outputs.every((path) => existsSync(path));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'up to date';
  // Removed first: a build that is interrupted must not look finished.
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, JSON.stringify(describe()));
  return undefined;
}

function describeFiles(paths, except) {
  return paths
    .flatMap((path) => filesBelow(path, except))
    .map((path) => {
      const content = existsSync(path) ? digest([readFileSync(path)]) : 'absent';
      return `${relative(root, path).split(sep).join('/')} ${content}`;
    });
}

function filesBelow(path, except) {
  if (except.includes(path)) return [];
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name), except));
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}
