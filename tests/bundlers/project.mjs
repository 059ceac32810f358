// A consumer's project, ready to be built: its files and the packed package, in a folder of the cache,
// where its tools stay installed from one run to the next.

import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../scripts/lib/fault.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { cacheFolder } from '../../scripts/lib/tools.mjs';
import { npm } from '../support/npm.mjs';
import { samplesOf } from './samples.mjs';

/** No tool here needs its install script; and the versions are all in package.json. */
const OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
/** What tools keep of packages they have seen, which they believe to change with the version only. */
const CACHES_OF_TOOLS = ['.cache', '.vite'];

/**
 * The folder, with all that `source` holds, what it shares with the consumer that it is `like` and with
 * all others, and `tarball` installed.
 */
export async function prepareProject({ source, like = source }, tarball) {
  const folder = cacheFolder('packaging', await folderName(source));
  await removeLastRun(folder);
  for (const name of [like, source]) await cp(templateOf(name), folder, { recursive: true });
  await cp(inProject('tests', 'bundlers', 'shared'), join(folder, 'src'), { recursive: true });
  const samples = JSON.stringify(samplesOf());
  await writeFile(join(folder, 'src', 'samples.js'), `export const samples = ${samples};\n`);
  await copyFile(tarball, join(folder, 'edge-jwt.tgz'));
  await install(source, folder);
  return folder;
}

const templateOf = (source) => inProject('tests', 'bundlers', 'consumers', source);

/** Another one for other versions of the tools. */
async function folderName(source) {
  const manifest = await readFile(join(templateOf(source), 'package.json'));
  return `${source}-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`;
}

/** Removes what was kept for other versions of the tools of `sources` than those of today. */
export async function removeOldProjects(sources) {
  const today = await Promise.all(sources.map(folderName));
  const kept = await readdir(cacheFolder('packaging'));
  const old = kept.filter(
    (name) => sources.includes(name.replace(/-[0-9a-f]{12}$/, '')) && !today.includes(name),
  );
  for (const name of old)
    await rm(cacheFolder('packaging', name), { recursive: true, force: true });
}

/** All but the tools, so that nothing of another package can be taken for this one. */
async function removeLastRun(folder) {
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  const names = (await readdir(folder)).filter((name) => name !== 'node_modules');
  const modules = ['edge-jwt', ...CACHES_OF_TOOLS].map((name) => join('node_modules', name));
  for (const name of [...names, ...modules]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** `--prefer-offline`, because exact versions do not change: with them at hand npm asks nobody. */
async function install(source, folder) {
  try {
    await npm(['install', ...OPTIONS, '--prefer-offline'], folder);
  } catch (error) {
    const what = `The tools of ${source} could not be installed`;
    throw new Fault(`${what}, for which npm needs its registry once.`, { cause: error });
  }
}

/** The version of a package that is installed in `folder`. */
export async function versionOf(folder, name) {
  const manifest = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return JSON.parse(manifest).version;
}
