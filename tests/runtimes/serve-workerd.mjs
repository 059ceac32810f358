// workerd with one worker, whose modules are files.

import { execFile, spawn } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { freePort } from '../support/free-port.mjs';

/** What a worker that is written today would ask for. */
const COMPATIBILITY_DATE = '2026-11-01';
/** Milliseconds for all that the worker does for its answer, which takes seconds. */
const PATIENCE = 300_000;

/**
 * Asks the worker once. `modules` are paths in `folder`, the first of which is the worker. Returns
 * workerd's `version` and, with it, what the worker answered in JSON.
 */
export async function askWorkerd(folder, modules) {
  const port = await freePort();
  await writeFile(join(folder, 'config.capnp'), configOf(modules, port));
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
}

function configOf(paths, port) {
  const modules = paths.map((path) => {
    const type = path.endsWith('.wasm') ? 'wasm' : 'esModule';
    return `(name = "${path}", ${type} = embed "${path}")`;
  });
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .only)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const only :Workerd.Worker = (
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
