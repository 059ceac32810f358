// npm, for folders outside this repository.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_MILLISECONDS = 300_000;

/**
 * What npm prints on standard output, once it has ended well; an error has its `stderr`. An npm that
 * hangs is stopped.
 */
export function npm(args, cwd) {
  const { program, env, args: all } = npmCommand(['--no-update-notifier', ...args]);
  return run(program, all, { cwd, env, maxBuffer: 1e7, timeout: MOST_MILLISECONDS });
}

/** npm as it runs us, where it does; its own workspace settings are not for other folders. */
export function npmCommand(args) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name)),
  );
  const script = process.env.npm_execpath;
  return script === undefined
    ? { program: 'npm', args, env }
    : { program: process.execPath, args: [script, ...args], env };
}
