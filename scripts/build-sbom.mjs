// The software bill of materials of the npm package, as CycloneDX 1.6: the crates whose code is in the
// WebAssembly module, with versions, licences and checksums. The same for the same Cargo.lock and compiler.

import { readFileSync } from 'node:fs';
import { ask } from './lib/command.mjs';
import { Fault } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

/** A line for each crate that is linked: how deep it is in the tree, its name, version and licence. */
const TREE = [
  'tree',
  '--locked',
  '--package',
  'edge-jwt-module',
  '--target',
  'wasm32-unknown-unknown',
  // What runs in the compiler, as macros do, is not in what the compiler writes.
  ...['--edges', 'normal,no-proc-macro', '--prefix', 'depth', '--format', ' {p} = {l}'],
];
const LINE = /^(\d+) (\S+) v(\S+)(?: \(.*\))? = (.+?)(?: \(\*\))?$/u;

/** The document, as the text of the file. */
export function sbom() {
  const manifest = JSON.parse(readFileSync(inProject('pkg', 'package.json'), 'utf8'));
  const main = `pkg:npm/${manifest.name}@${manifest.version}`;
  const [root, ...crates] = linkedCrates();
  const rust = rustLibraries();
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: componentOf({ ...manifest, purl: main }) },
    components: [...crates.map(componentOf), componentOf(rust)],
    dependencies: [
      { ref: main, dependsOn: [...root.needs, rust.purl] },
      ...crates.map(({ purl, needs }) => ({ ref: purl, dependsOn: [...needs] })),
      { ref: rust.purl, dependsOn: [] },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The crate itself, then all that it is linked with, by name; `needs` are their package URLs. */
function linkedCrates() {
  const tree = ask('cargo', TREE);
  if (tree === undefined) throw new Fault(`\`cargo ${TREE.join(' ')}\` failed.`);
  const checksums = checksumsInLock();
  const crates = new Map();
  const way = [];
  for (const line of tree.split('\n')) {
    const [, depth, name, version, license] = LINE.exec(line);
    const purl = `pkg:cargo/${name}@${version}`;
    const checksum = checksums.get(`${name} ${version}`);
    // A crate that comes again (*) comes without what it needs.
    const crate = crates.get(purl) ?? { purl, name, version, license, checksum, needs: new Set() };
    crates.set(purl, crate);
    way[Number(depth)] = crate;
    way[Number(depth) - 1]?.needs.add(purl);
  }
  const [root, ...others] = crates.values();
  return [root, ...others.sort((a, b) => (a.purl < b.purl ? -1 : 1))];
}

function componentOf({ name, version, license, purl, checksum }) {
  return {
    ...{ type: 'library', 'bom-ref': purl, name, version },
    ...(checksum === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: checksum }] }),
    // Cargo once wrote a slash for SPDX's OR.
    licenses: [{ expression: license.replaceAll('/', ' OR ') }],
    purl,
  };
}

/** By name and version. */
function checksumsInLock() {
  const lock = readFileSync(inProject('Cargo.lock'), 'utf8');
  const entries = lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g);
  return new Map([...entries].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** `core`, `alloc` and `std`, which come with the compiler and are in no lock file. */
function rustLibraries() {
  const version = ask('rustc', ['--version']).split(' ')[1];
  const purl = `pkg:github/rust-lang/rust@${version}`;
  return { name: 'std', version, license: 'MIT OR Apache-2.0', purl };
}
