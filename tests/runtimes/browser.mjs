// What the runners of browsers have in common: the whole suite in a page and once more in a module
// Worker, under the Content-Security-Policy that the package asks for; and in both, what happens
// under a stricter one, what was signed there, and what a plain-HTTP origin is told.

import { checkInsecure, checkLocked, checkPolicy, checkSigned } from './browser-checks.mjs';
import { serveBrowser } from './browser-server.mjs';
import { withEndings } from '../support/endings.mjs';
import { FOREIGN_HOST } from './foreign-host.mjs';
import { inTime } from '../support/in-time.mjs';
import { withResults } from '../support/loop.mjs';
import { runner } from './runner.mjs';

/**
 * Runs the tasks in the browser that `launch` starts. It is given the server's `origin`, which has to
 * be what is found under FOREIGN_HOST, a `folder` that is removed in the end, and `whenDone`, to which
 * it hands what is to be done before that. It returns the browser's `version`, and `resultOf(url)`:
 * `taskResult` of that page once it is there, or undefined where it never will be.
 */
export async function browserRunner(runtime, launch) {
  await runner(runtime, ({ folder }) =>
    withEndings(async (whenDone) => {
      const { server, origin } = await serveBrowser(folder);
      whenDone(() => {
        server.close();
        server.closeAllConnections();
      });
      const browser = await inTime(launch({ origin, folder, whenDone }), 'the browser');
      return [
        { place: 'page', ...(await runIn('page', browser, origin)) },
        { place: 'Worker', ...(await runIn('Worker', browser, origin)) },
      ];
    }),
  );
}

async function runIn(place, browser, origin) {
  const foreign = origin.replace('127.0.0.1', FOREIGN_HOST);
  const ask = (from, task) => resultOf(browser, `${from}/page?task=${task}&place=${place}`);
  const { refusesEval, ...suite } = await ask(origin, 'suite');
  const others = [
    checkPolicy({ refusesEval }),
    checkLocked(await ask(origin, 'locked')),
    await checkSigned(await ask(origin, 'signing')),
    checkInsecure(await ask(foreign, 'insecure')),
  ];
  return withResults({ ...suite, version: browser.version }, others);
}

async function resultOf(browser, url) {
  const result = await inTime(browser.resultOf(url), url);
  if (result === undefined) throw new Error(`${url} gave no result: its script did not load`);
  if (result.error !== undefined) throw new Error(`${url} failed: ${result.error}`);
  return result;
}
