// A program that runs beside a test, and ends with it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Whichever ends first, the program or this shell's standard input, the whole group is killed, and with
 * it what the program started. The input ends when this process does, however that comes about.
 */
const TOGETHER = '("$@"; kill -KILL 0) & cat; kill -KILL 0';
/** Characters of the program's output that are kept, to be waited for and for the error. */
const OUTPUT_LENGTH = 4000;

/**
 * Starts a program, with `env` added to the environment. `said(pattern)` waits for the program to print
 * that and returns the match; `ended` is rejected when it ends, which `stop` makes it do.
 */
export function startProgram(path, args, env = {}) {
  const child = spawn('sh', ['-c', TOGETHER, 'sh', path, ...args], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-OUTPUT_LENGTH);
    });
  }
  const closed = once(child, 'close');
  const ended = closed.then(() => {
    throw new Error(`${path} ended: ${output}`);
  });
  ended.catch(() => {}); // It may end while nobody waits.
  return {
    ended,
    async said(pattern) {
      while (!pattern.test(output)) await Promise.race([ended, somethingFrom(child)]);
      return pattern.exec(output);
    },
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}

const somethingFrom = (child) =>
  new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream.once('data', resolve);
  });
