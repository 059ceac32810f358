// Checks the declarations as the users of the packed package get them: in both ways of resolving
// modules, with and without browser types, and with nothing skipped.

import { execFile } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPackedPackage } from '../runtimes/pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

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
const PROJECTS = {
  'bundler, in a browser': {
    files: ['cases.ts', 'cases-dom.ts'],
    compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'] },
  },
  'nodenext, without browser types': {
    files: ['cases.ts'],
    compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['ES2022'] },
  },
};

/** The output of tsc, which is empty when it is content. */
function check(folder) {
  const args = [tsc, '--project', folder, '--pretty', 'false'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else
        resolve(error === null ? '' : `${stdout}${stderr}` || `tsc ended with code ${error.code}`);
    });
  });
}

const outputs = await withPackedPackage(async ({ folder }) => {
  for (const name of ['cases.ts', 'cases-dom.ts'])
    await copyFile(join(here, name), join(folder, name));
  const found = [];
  for (const [name, { files, compilerOptions }] of Object.entries(PROJECTS)) {
    const config = { files, compilerOptions: { ...STRICT, ...compilerOptions } };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const output = await check(folder);
    if (output !== '') console.error(`types: FAILED ${name}\n${output}`);
    found.push(output);
  }
  return found;
});
const failed = outputs.filter((output) => output !== '').length;
console.log(`types: ${outputs.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
