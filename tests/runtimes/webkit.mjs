// Runs the suite in WebKitGTK.

import { browserRunner } from './browser.mjs';
import { startWebKit } from './start-webkit.mjs';

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
  // There is no way to give a name to this machine; but a proxy is asked for any name.
  const proxy = { httpProxy: new URL(origin).host };
  const { version, send } = await startWebKit({ proxy, whenDone });
  return {
    version,
    async resultOf(url) {
      await send('url', { url });
      const text = await send('execute/async', { script: ASK, args: [url] });
      return text === null ? undefined : JSON.parse(text);
    },
  };
});
