// Runs the suite in a worker that wrangler has built, in miniflare, as Cloudflare's users try theirs. The
// package is found by its name, through the condition `workerd`.

import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { modulesOf, npmTools } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { inWorkerd } from './left-out.mjs';
import { COPIES } from '../support/pack.mjs';
import { runner } from './runner.mjs';

const modules = modulesOf(npmTools.wrangler);
const { Log, LogLevel, Miniflare } = createRequire(join(modules, 'index.js'))('miniflare');

const CONFIGURATION = {
  name: 'suite',
  main: 'worker.mjs',
  // No later than the workerd that this wrangler brings.
  compatibility_date: '2026-04-20',
};

await runner('wrangler', async ({ folder }) => {
  await writeFile(join(folder, 'worker.mjs'), workerOf());
  await writeFile(join(folder, 'wrangler.json'), JSON.stringify(CONFIGURATION));
  const built = await build(folder);
  const miniflare = new Miniflare({
    compatibilityDate: CONFIGURATION.compatibility_date,
    modulesRoot: built,
    modules: await modulesIn(built),
    cf: false,
    // workerd writes a stack for every damaged key that the suite gives to Web Crypto.
    log: new Log(LogLevel.NONE),
    handleRuntimeStdio: (...streams) => streams.forEach((stream) => stream.resume()),
  });
  try {
    const response = await miniflare.dispatchFetch('http://localhost/');
    if (!response.ok) throw new Error(await response.text());
    return { version: npmTools.wrangler.version, ...(await response.json()) };
  } finally {
    await miniflare.dispose();
  }
});

/** What `wrangler deploy` would upload. */
async function build(folder) {
  const program = join(modules, 'wrangler', 'bin', 'wrangler.js');
  const args = [program, 'deploy', '--dry-run', '--outdir', 'built'];
  const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' };
  await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  return join(folder, 'built');
}

/** The first module is the worker. */
async function modulesIn(folder) {
  const names = await readdir(folder);
  const others = names.filter((name) => name.endsWith('.wasm'));
  return [
    { type: 'ESModule', path: join(folder, 'worker.js') },
    ...others.map((name) => ({ type: 'CompiledWasm', path: join(folder, name) })),
  ];
}

/** Every copy is named, so that the bundler sees it. */
function workerOf() {
  const places = Array.from({ length: COPIES }, (_, index) => `./copies/${index + 1}/index.mjs`);
  return `
import fixtures from './fixtures.mjs';
import { runSuite } from '${inProject('tests', 'runtimes', 'in-runtime.mjs')}';

const packages = [${places.map((place) => `() => import('${place}')`)}];
const importPackage = (copy) => packages[copy - 1]();
const leftOut = ${JSON.stringify(inWorkerd)};

/** Clocks go on only when something was waited for. */
async function clock() {
  await scheduler.wait(0);
  return performance.now();
}

export default {
  fetch: async () => Response.json(await runSuite({ importPackage, fixtures, leftOut, clock })),
};
`;
}
