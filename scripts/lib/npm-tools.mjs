// Runtimes and tools that come from npm and are not in package-lock.json: each consists of one package
// for every platform, and a lock file can name but those that the registry it was made with has.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { toolFolder } from './tools.mjs';

/** Node's own packages have no install script to run when they are named for the platform. */
const NODE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

export const npmTools = {
  node22: { name: NODE, version: '22.23.3' },
  node24: { name: NODE, version: '24.21.0' },
  deno: { name: 'deno', version: '2.9.6' },
  bun: { name: 'bun', version: '1.4.5' },
  workerd: { name: 'workerd', version: '1.20261117.1' },
  // The last one that runs on Node 20.
  wrangler: { name: 'wrangler', version: '4.86.0' },
  nodeRsJsonwebtoken: { name: '@node-rs/jsonwebtoken', version: '0.5.11' },
  edgeRuntime: { name: 'edge-runtime', version: '4.0.1' },
};

/** Makes services for Fastly Compute of JavaScript. Only `npm run setup:fastly` installs it. */
export const jsCompute = { name: '@fastly/js-compute', version: '3.46.0' };

/** The folder of the tool with everything it needs, with a package.json, so that npm stays in it. */
export function prepareFolder({ name, version }) {
  const folder = toolFolder(name, version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  return folder;
}

/** Whether npm has finished with it: it writes this file as the last act of an installation. */
export function isInstalled({ name, version }) {
  const folder = modulesOf({ name, version });
  if (!existsSync(join(folder, '.package-lock.json'))) return false;
  const manifest = join(folder, name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
}

/** The `node_modules` that the tool is in. */
export const modulesOf = ({ name, version }) => join(toolFolder(name, version), 'node_modules');

export const nodeProgram = (tool) => join(modulesOf(tool), tool.name, 'bin', 'node');

/** A program in the package that npm chose for this machine, which is one of those in `scope`. */
export function platformProgram(tool, scope, ...path) {
  const folder = join(modulesOf(tool), scope);
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  const found = packages.map((name) => join(folder, name, ...path)).find(existsSync);
  if (found !== undefined) return found;
  throw new Fault(
    `${tool.name} ${tool.version} was not found: run \`npm run setup\` and this command again.`,
  );
}
