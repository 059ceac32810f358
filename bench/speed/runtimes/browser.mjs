// Browsers: a page for the measurements, and a fresh one for each start.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { withEndings } from '../../../tests/support/endings.mjs';
import { bundleScript, writeScripts } from './scripts.mjs';

/** An isolated page has a clock of microseconds; others one of a tenth of a millisecond or worse. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const asTask = (script) => `
import run from './${script}.mjs';
const work = async () => ({ result: await run() });
globalThis.taskResult = work().catch((error) => ({ error: \`\${error}\\n\${error?.stack}\` }));
`;

/** Runs in the browser that `launch` starts, as for `browserRunner` of the tests. */
export const inBrowser =
  (launch) =>
  async ({ folder }, { starts, ...task }) => {
    await writeScripts(folder, task);
    for (const name of ['measure', 'start-up']) {
      await bundleScript(folder, name, asTask(name), { conditions: ['browser'] });
    }
    return withEndings(async (whenDone) => {
      const { server, origin } = await serve(join(folder, 'bundled'));
      whenDone(() => {
        server.close();
        server.closeAllConnections();
      });
      const browser = await launch({ origin, folder, whenDone });
      const run = async (script) => {
        const { result, error } = await browser.resultOf(`${origin}/${script}`);
        if (error !== undefined) throw new Error(error);
        return result;
      };
      const rows = await run('measure');
      const startMs = [];
      while (startMs.length < starts) startMs.push(await run('start-up'));
      return { version: browser.version, rows, startMs };
    });
  };

/** Of each script there is a page, whose path is the name without `.js`. */
async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const name = basename(url);
    const isScript = name.endsWith('.js');
    const content = isScript ? await readFile(join(folder, name)).catch(() => '') : pageOf(name);
    const type = isScript ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type, ...ISOLATED }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

const pageOf = (name) =>
  `<!doctype html><title>edge-jwt</title><script type="module" src="/${name}.js"></script>`;
