// Runs other programs, with the tools of this project on PATH and nothing on standard input.

import { spawn, spawnSync } from 'node:child_process';
import { Fault } from './fault.mjs';
import { root } from './project.mjs';
import { searchPath } from './tools.mjs';

const MINUTE = 60_000;

/** The stream that steps and their programs write to; standard error when stdout carries data. */
let output = process.stdout;

export function writeStepsToStandardError() {
  output = process.stderr;
}

export function writeStepsToStandardOutput() {
  output = process.stdout;
}

export function say(line) {
  output.write(`${line}\n`);
}

/**
 * Runs a program to its end and lets it write as it goes.
 *
 * Throws a `Fault` when it cannot be started, ends with a code other than 0, or takes too long.
 */
export async function run(program, args, { env = {}, cwd = root, minutes = 30 } = {}) {
  const line = [program === process.execPath ? 'node' : program, ...args].join(' ');
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, PATH: searchPath(), ...env },
    stdio: ['ignore', output.fd, process.stderr.fd],
  });
  // Not spawn's own timeout: its timer keeps node alive when a program could not be started.
  const timer = setTimeout(() => child.kill(), minutes * MINUTE);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Fault(`\`${line}\` did not start: ${cause.message}.`)));
    child.on('exit', (...ending) => resolve(ending));
  }).finally(() => clearTimeout(timer));
  if (child.killed) throw new Fault(`\`${line}\` did not end within ${minutes} minutes.`);
  if (signal !== null) throw new Fault(`\`${line}\` was stopped by ${signal}.`);
  if (code !== 0) throw new Fault(`\`${line}\` ended with code ${code}.`);
}

/** Runs one of this repository's own scripts, or a JavaScript tool in node_modules. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** What a program prints on standard output, trimmed; undefined when it is missing or fails. */
export function ask(program, args) {
  const { status, stdout } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, PATH: searchPath() },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : undefined;
}
