// Runs the examples as their READMEs say, with the packed package in place of the published one.
//
//   node tests/examples/run.mjs [name …]

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { main } from '../../scripts/lib/fault.mjs';
import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { cacheFolder } from '../../scripts/lib/tools.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { commandsIn } from './session.mjs';
import { free, listening, Shell } from './shell.mjs';

const EXAMPLES = [
  'issuer',
  'node-express',
  'hono',
  'service-account',
  'deno',
  'vite-spa',
  'next',
  'cloudflare-worker',
];
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\//g;

/** Kept from run to run, so that npm finds what it installed before. */
const place = cacheFolder('examples');

await main(async () => {
  const names = process.argv.slice(2);
  await withPackedPackage(async ({ tarball }) => {
    for (const name of EXAMPLES) await copy(name, tarball);
    for (const name of names.length > 0 ? names : EXAMPLES) await run(name);
  });
});

/** The example as it is in the repository, beside what npm has installed for it. */
async function copy(name, tarball) {
  const folder = join(place, name);
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) {
    if (old !== 'node_modules') await rm(join(folder, old), { recursive: true });
  }
  await rm(join(folder, 'node_modules', 'edge-jwt'), { recursive: true, force: true });
  await rm(join(folder, 'node_modules', '.package-lock.json'), { force: true });
  await cp(inProject('examples', name), folder, {
    recursive: true,
    filter: (source) => !/\/(node_modules|dist|\.next|\.wrangler)$/.test(source),
  });
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  manifest.dependencies['edge-jwt'] = `file:${tarball}`;
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

async function run(name) {
  const folder = join(place, name);
  const shell = new Shell(folder, environment());
  const commands = commandsIn(await readFile(join(folder, 'README.md'), 'utf8'));
  if (commands.length === 0) throw new Error(`examples/${name}/README.md has no command`);
  const ports = new Set();
  const started = performance.now();
  try {
    for (const { command, expected } of commands) {
      for (const [, port] of command.matchAll(ADDRESS)) {
        ports.add(Number(port));
        await listening(Number(port));
      }
      const printed = await shell.run(command);
      if (expected !== '' && printed !== expected) {
        throw new Error(
          `\`${command}\` printed\n${printed}\ninstead of\n${expected}\n${shell.log}`,
        );
      }
    }
    await more(name);
  } catch (error) {
    throw new Error(`examples/${name} does not run as its README says`, { cause: error });
  } finally {
    shell.end();
    for (const port of ports) await free(port);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`examples/${name}: ${commands.length} commands as its README says, ${seconds} s`);
}

/** What curl cannot see is looked at in a browser. */
async function more(name) {
  if (name === 'vite-spa') await (await import('./vite-spa.mjs')).check();
}

/** With Deno on PATH, and without what npm tells the scripts that it runs. */
function environment() {
  const own = Object.entries(process.env).filter(
    ([key]) => !/^npm_(config|package|lifecycle)_/i.test(key),
  );
  const deno = dirname(platformProgram(npmTools.deno, '@deno', 'deno'));
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), deno, process.env.PATH].join(delimiter),
    CI: '1',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
    WRANGLER_SEND_METRICS: 'false',
  };
}
