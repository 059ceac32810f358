// A consumer that serves itself, by a script of its package.json, and what it answers.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/free-port.mjs';
import { npmCommand } from '../support/npm.mjs';

/** Milliseconds until the server answers. */
const PATIENCE = 120_000;

/**
 * Runs `npm run <script>`, hands its origin to `use` once it answers, and ends it. Tools are told their
 * port by an argument, servers that were built by `PORT`.
 */
export async function withServer(folder, script, use) {
  const port = await freePort();
  const { program, args, env: ours } = npmCommand(['run', script, '--', '--port', `${port}`]);
  const env = { ...ours, PORT: `${port}` };
  // A group of its own, because npm starts the tool, which starts others; and a pipe for standard
  // input, which stays open, because some servers end with it.
  const options = { cwd: folder, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] };
  const child = spawn(program, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output += chunk));
  }
  const ended = once(child, 'exit').then(() => {
    throw new Error(`\`npm run ${script}\` has ended:\n${output}`);
  });
  ended.catch(() => {});
  const origin = `http://localhost:${port}`;
  try {
    await Promise.race([untilItAnswers(origin), ended]);
    return await Promise.race([use(origin), ended]);
  } catch (error) {
    error.message += `\n${output}`;
    throw error;
  } finally {
    if (child.exitCode === null) {
      process.kill(-child.pid);
      await ended.catch(() => {});
    }
  }
}

async function untilItAnswers(origin) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      await (await fetch(origin)).arrayBuffer();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(200);
    }
  }
}

/** The JSON that a route answers. */
export async function answerOf(url) {
  return JSON.parse(await textOf(url));
}

/** The JSON that the server has put into a page, before any script of that runs. */
export async function answerIn(url) {
  const [, text] = /<pre[^>]*>(.*?)<\/pre>/s.exec(await textOf(url)) ?? [];
  if (text === undefined) throw new Error(`${url} was not rendered on the server`);
  return JSON.parse(text.replaceAll('&quot;', '"'));
}

async function textOf(url) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}
