// The bill of materials in the packed package: of the shape that CycloneDX 1.6 demands, complete, and
// about the very module beside it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sbom } from '../../scripts/build-sbom.mjs';
import { ask } from '../../scripts/lib/command.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

/** Their sources are in this repository, and no registry has a checksum of them. */
const OWN_CRATES = ['edge-jwt', 'edge-jwt-arithmetic'];
const CRATE = /^pkg:cargo\/(.+)@(.+)$/;
/** Where in a crate a panic would come from is written in the module. */
const CRATES_IN_MODULE = /\/crates\/[^/]+\/([\w-]+?)-(\d+\.\d+\.\d+[\w.-]*)\/src/g;

const passed = await withPackedPackage(async ({ installed }) => {
  const { test, run } = loop();
  const text = await readFile(join(installed, 'sbom.cdx.json'), 'utf8');
  const { metadata, components, dependencies, ...head } = JSON.parse(text);
  const urls = components.map(({ purl }) => purl);

  test('it has what CycloneDX 1.6 demands, and no time and no serial number', () => {
    assert.deepEqual(head, {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
    });
    assert.deepEqual(Object.keys(metadata), ['component']);
    for (const component of [metadata.component, ...components]) {
      assert.equal(component.type, 'library');
      assert.equal(component['bom-ref'], component.purl);
      assert.match(component.purl, /^pkg:\w+\/[^@]+@\d+\.\d+\.\d+/);
      assert.ok(
        component.purl.endsWith(`${component.name}@${component.version}`) || isRust(component),
      );
      const [{ expression }] = component.licenses;
      assert.match(expression, /^[\w.() -]+$/, 'an SPDX expression');
    }
    assert.equal(new Set(urls).size, urls.length);
  });

  test('it is about this package', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    assert.equal(metadata.component.purl, `pkg:npm/edge-jwt@${manifest.version}`);
    assert.equal(metadata.component.licenses[0].expression, manifest.license);
  });

  test('it names every crate that the module is linked with, and no other', () => {
    const tree = ask('cargo', [
      'tree',
      '--locked',
      '--package',
      'edge-jwt-module',
      '--target',
      'wasm32-unknown-unknown',
      '--edges',
      'normal,no-proc-macro',
      '--prefix',
      'none',
    ]);
    const lines = tree.split('\n').filter((line) => !line.startsWith('edge-jwt-module '));
    const linked = lines.map((line) => line.replace(/^(\S+) v(\S+).*/, 'pkg:cargo/$1@$2'));
    const named = urls.filter((url) => CRATE.test(url));
    assert.deepEqual(named, [...new Set(linked)].sort());
    assert.ok(named.length > 20);
  });

  test('every crate that the module itself names is in it', async () => {
    const module = await readFile(join(installed, 'wasm', 'edge_jwt_bg.wasm'), 'latin1');
    const found = [...module.matchAll(CRATES_IN_MODULE)];
    const crates = new Set(found.map(([, name, version]) => `pkg:cargo/${name}@${version}`));
    assert.ok(crates.size > 2);
    for (const url of crates) assert.ok(urls.includes(url), url);
  });

  test('every crate has the checksum of Cargo.lock, except those that are built here', async () => {
    const lock = await readFile(inProject('Cargo.lock'), 'utf8');
    for (const { purl, hashes } of components.filter(({ purl }) => CRATE.test(purl))) {
      const [, name, version] = CRATE.exec(purl);
      const start = lock.indexOf(`name = "${name}"\nversion = "${version}"\n`);
      const entry = lock.slice(start, lock.indexOf('\n\n', start));
      if (OWN_CRATES.includes(name)) {
        assert.ok(start >= 0 && !entry.includes('source = ') && hashes === undefined, purl);
        continue;
      }
      assert.equal(hashes[0].alg, 'SHA-256');
      assert.match(hashes[0].content, /^[0-9a-f]{64}$/);
      assert.ok(start >= 0 && entry.includes(`checksum = "${hashes[0].content}"`), purl);
    }
  });

  test('whoever needs whom is known, and nobody is there for nobody', () => {
    const known = new Set([metadata.component.purl, ...urls]);
    assert.deepEqual(new Set(dependencies.map(({ ref }) => ref)), known);
    const needed = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn));
    assert.deepEqual(needed, new Set(urls));
  });

  test('it is the same when it is made again', () => assert.equal(sbom(), text));

  return report('bill of materials', await run());
});
if (!passed) process.exitCode = 1;

/** The one whose package URL has the name of what it is part of. */
function isRust({ name, purl }) {
  return name === 'std' && purl.startsWith('pkg:github/rust-lang/rust@');
}
