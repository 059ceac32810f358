// WebKitGTK with one window, on a display in memory, driven by WebDriver (W3C).

import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { requireBrowserProgram, webKitDriver, xvfb } from '../../scripts/lib/browsers.mjs';
import { freePort } from '../support/free-port.mjs';
import { inTime } from '../support/in-time.mjs';
import { startProgram } from '../support/running-program.mjs';

/** Milliseconds between questions whether the driver is there yet. */
const PAUSE = 50;
/**
 * Now and then the browser crashes while it starts. The driver does not tell, and waits: so it has this many
 * milliseconds, and then another one is started.
 */
const START = 30_000;
const ATTEMPTS = 3;

/**
 * Its `version`, and `send(command, body)` for its commands: `'url'`, `'execute/async'`. `proxy` is what
 * WebDriver has for a capability of that name, without its type.
 */
export async function startWebKit({ proxy, whenDone }) {
  const display = startProgram(requireBrowserProgram(xvfb), ['-displayfd', '1']);
  whenDone(display.stop);
  const [, number] = await display.said(/^(\d+)\n/);
  const environment = { DISPLAY: `:${number}` };
  const alwaysMatch = { timeouts: { script: null }, proxy: { proxyType: 'manual', ...proxy } };
  const { call, sessionId, capabilities } = await startSession(environment, alwaysMatch, whenDone);
  return {
    version: capabilities.browserVersion,
    send: (command, body) => call(`/session/${sessionId}/${command}`, body),
  };
}

/** A driver, and the one window of its browser. */
async function startSession(environment, alwaysMatch, whenDone) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const driver = startProgram(
      requireBrowserProgram(webKitDriver),
      [`--port=${port}`, '--host=127.0.0.1'],
      environment,
    );
    whenDone(driver.stop);
    const call = caller(`http://127.0.0.1:${port}`);
    await untilReady(call, driver);
    const asked = call('/session', { capabilities: { alwaysMatch } });
    try {
      return { call, ...(await inTime(asked, 'WebKit as it starts', START)) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await driver.stop();
    }
  }
}

/**
 * Makes `call(path, body)`, which returns the value of the answer; without a body it only asks. Not with
 * `fetch`, which waits five minutes for an answer and no longer.
 */
function caller(base) {
  return async (path, body) => {
    const command = request(base + path, { method: body === undefined ? 'GET' : 'POST' });
    command.end(JSON.stringify(body));
    const [response] = await once(command, 'response');
    const { value } = await json(response);
    if (response.statusCode !== 200) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

async function untilReady(call, driver) {
  const isReady = () =>
    call('/status').then(
      ({ ready }) => ready,
      () => false,
    );
  while (!(await isReady())) await Promise.race([driver.ended, setTimeout(PAUSE)]);
}
