// The page in WebKitGTK, by WebDriver.

import { createServer } from 'node:net';
import { startWebKit } from '../../runtimes/start-webkit.mjs';

const scriptOf = (expression) => `
  const [answer] = arguments;
  (${expression}).then((text) => answer({ text }), (error) => answer({ fault: String(error) }));
`;

/** As `openFirefox`. All but the page itself is behind a proxy, and whatever asks that has left the origin. */
export async function openWebKit({ origin, whenDone }) {
  const left = [];
  const proxy = await startProxy(() => left.push('through the proxy'), whenDone);
  const { send } = await startWebKit({
    whenDone,
    proxy: { httpProxy: proxy, sslProxy: proxy, noProxy: [new URL(origin).hostname] },
  });
  return {
    left,
    goTo: (url) => send('url', { url }),
    async evaluate(expression) {
      const asked = { script: scriptOf(expression), args: [] };
      const { text, fault } = await send('execute/async', asked);
      if (fault !== undefined) throw new Error(fault);
      return text;
    },
    perform: (actions) => send('actions', { actions }),
  };
}

/** It answers nothing. The first bytes are those of TLS with the server, so that nobody sees an address. */
async function startProxy(onRequest, whenDone) {
  const server = createServer((socket) => {
    onRequest();
    socket.on('error', () => {});
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenDone(() => server.close());
  return `127.0.0.1:${server.address().port}`;
}
