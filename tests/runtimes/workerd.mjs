// Runs the suite in workerd, the runtime of Cloudflare Workers, by itself: no wrangler and no
// bundler, which is why the entry is named. The package and the suite are modules of one worker.

import { execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { open, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { freePort } from './free-port.mjs';
import { inWorkerd } from './left-out.mjs';
import { COPIES } from './pack.mjs';
import { runner } from './runner.mjs';

/** What a worker that is written today would ask for. */
const COMPATIBILITY_DATE = '2026-11-01';
/** Milliseconds for the whole suite, which takes seconds. */
const PATIENCE = 300_000;

const WORKER = `
import fixtures from './fixtures.mjs';
import { runSuite } from './tests/runtimes/in-runtime.mjs';

const importPackage = (copy) => import(\`./copies/\${copy}/node_modules/edge-jwt/dist/workerd.js\`);
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

await runner('workerd', async ({ folder }) => {
  await symlink(inProject('tests'), join(folder, 'tests'));
  await writeFile(join(folder, 'worker.mjs'), WORKER);
  const port = await freePort();
  await writeFile(join(folder, 'config.capnp'), configOf(modulesIn(folder), port));
  const program = platformProgram(npmTools.workerd, '@cloudflare', 'bin', 'workerd');
  const { stdout: version } = await promisify(execFile)(program, ['--version']);
  // It writes a stack for every damaged key that the suite gives to Web Crypto: kept for when it fails.
  const log = await open(join(folder, 'workerd.log'), 'w+');
  const child = spawn(program, ['serve', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', log.fd, log.fd],
  });
  try {
    return { version: version.trim().replace('workerd ', ''), ...(await resultOf(port, child)) };
  } catch (error) {
    error.message += `\n${await readFile(join(folder, 'workerd.log'), 'utf8')}`;
    throw error;
  } finally {
    await log.close();
    child.kill();
  }
});

function modulesIn(folder) {
  const suite = ['suite', 'runtimes'].flatMap((name) => filesIn(folder, 'tests', name));
  const copies = Array.from({ length: COPIES }, (_, index) =>
    ['dist', 'wasm'].flatMap((name) =>
      filesIn(folder, 'copies', `${index + 1}`, 'node_modules', 'edge-jwt', name),
    ),
  );
  const isModule = (path) => /\.(mjs|js|wasm)$/.test(path);
  return ['worker.mjs', 'fixtures.mjs', ...suite, ...copies.flat()].filter(isModule);
}

function filesIn(folder, ...path) {
  return readdirSync(join(folder, ...path)).map((name) => join(...path, name));
}

/** The first module is the worker. */
function configOf(paths, port) {
  const modules = paths.map((path) => {
    const type = path.endsWith('.wasm') ? 'wasm' : 'esModule';
    return `(name = "${path}", ${type} = embed "${path}")`;
  });
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .suite)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const suite :Workerd.Worker = (
  compatibilityDate = "${COMPATIBILITY_DATE}",
  modules = [${modules.join(',\n')}],
);
`;
}

/** Asks until the server is there; its one answer is the result. */
async function resultOf(port, child) {
  const signal = AbortSignal.timeout(PATIENCE);
  for (;;) {
    signal.throwIfAborted();
    if (child.exitCode !== null) throw new Error('workerd ended before it gave a result');
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, { signal });
      if (response.ok) return await response.json();
      throw new Error(`workerd answered ${response.status}: ${await response.text()}`);
    } catch (error) {
      if (error?.cause?.code !== 'ECONNREFUSED') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
