// The commands of an example's README, to be run as they stand there.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { searchPath } from '../../scripts/lib/tools.mjs';

const BLOCK = /```sh\n([^]*?)```/g;

/** The lines of every block of commands in the README of `folder`, without comments. */
export async function commandsOf(folder) {
  const text = await readFile(join(folder, 'README.md'), 'utf8');
  const lines = [...text.matchAll(BLOCK)].flatMap(([, block]) => block.split('\n'));
  return lines.map((line) => line.replace(/\s+#.*$/, '').trim()).filter(Boolean);
}

/** The one command that starts with `start`. */
export function commandOf(commands, start) {
  const found = commands.filter((command) => command.startsWith(start));
  if (found.length === 1) return found[0];
  throw new Error(`the README has ${found.length} commands that start with ${start}`);
}

/** Runs a command to its end, in `folder`. Says what it wrote when it fails. */
export async function runCommand(command, folder) {
  const env = { ...process.env, PATH: searchPath() };
  const options = { cwd: folder, env, maxBuffer: 1e7, timeout: 1_800_000 };
  try {
    await promisify(execFile)('sh', ['-c', command], options);
  } catch (error) {
    throw new Error(`\`${command}\` failed: ${error.message}\n${error.stdout}`);
  }
}
