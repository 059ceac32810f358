// viceroy, Fastly Compute on this machine: a service on a free port of the loopback interface.

import { spawn } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { searchPath } from '../../scripts/lib/tools.mjs';
import { freePort } from '../support/free-port.mjs';

/** Milliseconds until it listens: it compiles the service first, and one made of JavaScript is large. */
const PATIENCE = 600_000;

/**
 * Runs `command`, which a README says starts the service of the folder, with `store` in its config store,
 * and hands its URL to `use`. `place` is a folder for files on the way.
 */
export async function withService({ command, folder, place, store }, use) {
  const manifest = await writeManifest(folder, place, store);
  const line = command.replace('fastly.toml', manifest);
  if (line === command) throw new Error(`${command} does not name the manifest`);
  return withViceroy({ command: line, folder, place }, use);
}

/** Runs `command`, which starts viceroy, in `folder`, and hands the URL of the service to `use`. */
export async function withViceroy({ command, folder, place }, use) {
  const port = await freePort();
  const log = await open(join(place, 'viceroy.log'), 'w+');
  const child = spawn(`exec ${command} --addr 127.0.0.1:${port}`, {
    cwd: folder,
    env: { ...process.env, PATH: searchPath() },
    shell: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`viceroy ended with code ${code}`)));
  });
  // Also when nobody waits for it any more.
  ended.catch(() => {});
  const url = `http://127.0.0.1:${port}/`;
  try {
    await Promise.race([listening(url), ended]);
    return await Promise.race([use(url), ended]);
  } catch (error) {
    error.message += `\n${await readFile(join(place, 'viceroy.log'), 'utf8')}`;
    throw error;
  } finally {
    child.kill();
    await log.close();
  }
}

/** The manifest of the service, with another file for its config store. */
async function writeManifest(folder, place, store) {
  const file = join(place, 'auth.json');
  await writeFile(file, JSON.stringify(store));
  const manifest = await readFile(join(folder, 'fastly.toml'), 'utf8');
  const path = join(place, 'fastly.toml');
  await writeFile(path, manifest.replace('"auth.json"', JSON.stringify(file)));
  return path;
}

async function listening(url) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await wait(200)) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return;
  }
  throw new Error('viceroy did not listen in time');
}
