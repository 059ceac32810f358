// Checks the declarations as the users of the packed package get them: in every way of resolving modules,
// by every entry, by the newest and the oldest compiler that is promised to read them, with and without
// browser types, and with nothing skipped.

import { execFile } from 'node:child_process';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../scripts/lib/project.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { anyIn } from './any.mjs';

const here = inProject('tests', 'types');
const newest = inProject('node_modules', 'typescript', 'bin', 'tsc');
/** The version in package.json beside this file, which the README promises. */
const oldest = join(here, 'node_modules', 'typescript', 'bin', 'tsc');

const STRICT = {
  target: 'ES2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};
const BUNDLER = { module: 'ESNext', moduleResolution: 'bundler' };
const NODE16 = { module: 'Node16', moduleResolution: 'Node16' };
const NODENEXT = { module: 'NodeNext', moduleResolution: 'NodeNext' };
const PLAIN = { lib: ['ES2022'] };
const BROWSER = { lib: ['ES2022', 'DOM'] };

const CASES = ['cases.ts', 'cases-entries.ts', 'cases-options.ts', 'cases-payloads.ts'];
const PROJECTS = [
  { tsc: newest, options: { ...BUNDLER, ...PLAIN } },
  { tsc: newest, options: { ...BUNDLER, ...BROWSER }, more: ['cases-dom.ts'] },
  { tsc: newest, options: { ...NODE16, ...PLAIN } },
  { tsc: newest, options: { ...NODE16, ...BROWSER }, more: ['cases-dom.ts'] },
  { tsc: newest, options: { ...NODENEXT, ...PLAIN }, more: ['cases-require.cts'] },
  { tsc: newest, options: { ...NODENEXT, ...BROWSER }, more: ['cases-dom.ts'] },
  { tsc: oldest, options: { ...BUNDLER, ...BROWSER }, more: ['cases-dom.ts'] },
  { tsc: oldest, options: { ...NODE16, ...PLAIN } },
  { tsc: oldest, options: { ...NODENEXT, ...PLAIN } },
];

/** What is wrong in a project, as tsc says it; empty when it is content. */
async function faultsOf(folder, { tsc, options, more = [] }) {
  const config = { files: [...CASES, ...more], compilerOptions: { ...STRICT, ...options } };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const args = [tsc, '--project', folder, '--pretty', 'false'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else
        resolve(error === null ? '' : `${stdout}${stderr}` || `tsc ended with code ${error.code}`);
    });
  });
}

function faultsOfDeclarations(installed) {
  const files = ['index.d.ts', 'entry/hono.d.ts', 'entry/slim.d.ts'].map((path) =>
    join(installed, 'dist', 'types', path),
  );
  const { found, seen } = anyIn(installed, files);
  return seen < 1000 ? `there is next to nothing in ${installed}` : found.join('\n');
}

const results = await withPackedPackage(async ({ folder, installed }) => {
  for (const name of await readdir(here))
    if (/\.c?ts$/.test(name)) await copyFile(join(here, name), join(folder, name));
  const found = [{ name: 'no any', faults: faultsOfDeclarations(installed) }];
  for (const project of PROJECTS) {
    const { moduleResolution, lib } = project.options;
    const age = project.tsc === oldest ? 'oldest' : 'newest';
    const name = `${age} TypeScript, ${moduleResolution}, ${lib.join(' and ')}`;
    found.push({ name, faults: await faultsOf(folder, project) });
  }
  return found;
});
const failed = results.filter(({ faults }) => faults !== '');
for (const { name, faults } of failed) console.error(`types: FAILED ${name}\n${faults}`);
console.log(`types: ${results.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) process.exitCode = 1;
