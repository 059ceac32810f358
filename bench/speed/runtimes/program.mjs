// Runtimes that are programs: a process for the measurements, and a fresh one for each start.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleScript, writeScripts } from './scripts.mjs';

const runFile = promisify(execFile);

const printed = (script) => `
import run from './${script}.mjs';
console.log(JSON.stringify(await run()));
`;

/**
 * Runs in the program with `args` before the script. It is `bundled` where the libraries of this
 * repository are out of its reach; the package stays outside of the bundle.
 */
export const inProgram =
  ({ program, args = [], bundled = false }) =>
  async ({ folder }, { starts, ...task }) => {
    await writeScripts(folder, task);
    const script = async (name) => {
      if (bundled) {
        await bundleScript(folder, name, printed(name), { external: ['edge-jwt'] });
        return join(folder, 'bundled', `${name}.js`);
      }
      await writeFile(join(folder, `${name}.main.mjs`), printed(name));
      return join(folder, `${name}.main.mjs`);
    };
    const run = async (path) => {
      const { stdout } = await runFile(program(), [...args, path], { cwd: folder, maxBuffer: 1e7 });
      return JSON.parse(stdout);
    };
    const rows = await run(await script('measure'));
    const startUp = await script('start-up');
    const startMs = [];
    while (startMs.length < starts) startMs.push(await run(startUp));
    const { stdout } = await runFile(program(), ['--version']);
    return { version: /\d+\.\d+\.\d+/.exec(stdout)[0], rows, startMs };
  };
