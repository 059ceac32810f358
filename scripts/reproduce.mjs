// npm run reproduce: builds what is committed twice, from nothing, in two folders whose paths differ in
// length, and compares the packages byte by byte. Takes as long as two builds; both run the tools of this
// machine, whose versions the lock files and scripts/lib/tools.mjs name.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../tests/support/pack.mjs';
import { run, runNode, say } from './lib/command.mjs';
import { Fault, flags, main } from './lib/fault.mjs';
import { root } from './lib/project.mjs';

const PLACES = ['a', join('a folder', 'with-a-longer-name', 'b')];
const MODULE = 'wasm/edge_jwt_bg.wasm';

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Builds in a clone of its own, and returns the hash of each file of the package and of the tarball. */
async function build(place) {
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, place]);
  const env = { CARGO_TARGET_DIR: join(place, 'target') };
  await runNode(join(place, 'scripts', 'build.mjs'), [], { cwd: place, env, minutes: 60 });
  const { filename, files } = await pack(place, join(place, 'pkg'));
  const hashes = files.map((file) => [file, hashOf(join(place, 'pkg', file))]);
  return new Map([...hashes, [filename, hashOf(join(place, filename))]]);
}

function differences(first, second) {
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => first.get(name) !== second.get(name));
}

await main(async () => {
  flags([]);
  const folder = mkdtempSync(join(tmpdir(), 'edge-jwt-'));
  try {
    const [first, second] = [
      await build(join(folder, PLACES[0])),
      await build(join(folder, PLACES[1])),
    ];
    const different = differences(first, second);
    if (different.length > 0) throw new Fault(`Two builds differ in ${different.join(', ')}.`);
    const tarball = [...first.keys()].at(-1);
    for (const name of [MODULE, tarball]) say(`sha256 ${first.get(name)}  ${name}`);
    say('Two builds in two folders are the same.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
