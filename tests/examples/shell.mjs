// One shell that runs commands one after the other, as a person at a terminal would, and ends with
// everything it started.

import { spawn } from 'node:child_process';
import { connect } from 'node:net';

/** Milliseconds for one command; `next build` is the longest. */
const PATIENCE = 600_000;
const MARK = '--- the command has ended with ';

export class Shell {
  #process;
  #output = '';
  #log = '';
  #wake = () => {};

  constructor(folder, environment) {
    // A process group of its own, so that servers end with it.
    this.#process = spawn('bash', ['--noprofile', '--norc'], {
      cwd: folder,
      env: environment,
      detached: true,
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text) => this.#hear(text));
    this.#process.stderr.setEncoding('utf8').on('data', (text) => (this.#log += text));
    this.#process.on('exit', () => this.#hear(`${MARK}exit\n`));
  }

  /** What the command printed on standard output. Servers in the background print elsewhere. */
  async run(command) {
    this.#output = '';
    const isServer = command.endsWith('&');
    const quiet = isServer ? `{ ${command.slice(0, -1)}; } >&2 &` : command;
    this.#process.stdin.write(`${quiet}\necho; echo "${MARK}$?"\n`);
    const status = await this.#status(command);
    if (status !== '0') {
      throw new Error(`\`${command}\` ended with ${status}:\n${this.#output}\n${this.#log}`);
    }
    return this.#output.slice(0, this.#output.indexOf(MARK)).trimEnd();
  }

  async #status(command) {
    const late = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const found = this.#output.split(MARK)[1];
      if (found?.endsWith('\n')) return found.trimEnd();
      await new Promise((resolve, reject) => {
        this.#wake = resolve;
        late.onabort = () => reject(new Error(`\`${command}\` took too long:\n${this.#log}`));
      });
    }
  }

  #hear(text) {
    this.#output += text;
    this.#wake();
  }

  /** What servers and programs said beside their results. */
  get log() {
    return this.#log;
  }

  /** The whole group: the shell's own end would leave its servers behind. */
  end() {
    try {
      process.kill(-this.#process.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

/** Resolves when something listens on the port of this machine. */
export async function listening(port, patience = 120_000) {
  const late = AbortSignal.timeout(patience);
  while (!(await answers(port))) {
    if (late.aborted) throw new Error(`nothing listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Resolves when nothing listens on the port any more, which the next example may want. */
export async function free(port) {
  while (await answers(port)) await new Promise((resolve) => setTimeout(resolve, 100));
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
}
