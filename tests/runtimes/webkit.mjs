// Runs the suite in WebKitGTK, driven by WebDriver (W3C) on a display in memory.

import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { requireBrowserProgram, webKitDriver, xvfb } from '../../scripts/lib/browsers.mjs';
import { browserRunner } from './browser.mjs';
import { freePort } from './free-port.mjs';
import { startProgram } from './running-program.mjs';

/** Milliseconds between questions whether the driver is there yet. */
const PAUSE = 50;
/** After a change of origin the driver goes on before the page's scripts have run, so they are waited for. */
const ASK = `
  const [url, answer] = arguments;
  const tell = () => {
    if (globalThis.taskResult === undefined) answer(null);
    else taskResult.then((result) => answer(JSON.stringify(result)));
  };
  if (location.href !== url) answer(null);
  else if (document.readyState === 'complete') tell();
  else addEventListener('load', tell);
`;

await browserRunner('webkit', async ({ origin, whenDone }) => {
  const display = startProgram(requireBrowserProgram(xvfb), ['-displayfd', '1']);
  whenDone(display.stop);
  const [, number] = await display.said(/^(\d+)\n/);
  const port = await freePort();
  const driver = startProgram(
    requireBrowserProgram(webKitDriver),
    [`--port=${port}`, '--host=127.0.0.1'],
    { DISPLAY: `:${number}` },
  );
  whenDone(driver.stop);
  const call = caller(`http://127.0.0.1:${port}`);
  await untilReady(call, driver);
  const { sessionId, capabilities } = await call('/session', {
    capabilities: {
      alwaysMatch: {
        timeouts: { script: null },
        // There is no way to give a name to this machine; but a proxy is asked for any name.
        proxy: { proxyType: 'manual', httpProxy: new URL(origin).host },
      },
    },
  });
  return {
    version: capabilities.browserVersion,
    async resultOf(url) {
      await call(`/session/${sessionId}/url`, { url });
      const asked = { script: ASK, args: [url] };
      const text = await call(`/session/${sessionId}/execute/async`, asked);
      return text === null ? undefined : JSON.parse(text);
    },
  };
});

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
