// What the page runs in a browser: the suite, against the package under /package/.

import suite from '/suite/index.mjs';
import * as assert from '/runtimes/assert.mjs';
import { loop } from '/runtimes/loop.mjs';

async function runSuite() {
  const path = '/package/dist/browser.js';
  const lib = await import(path);
  let copies = 0;
  const freshCopy = () => import(`${path}?copy=${(copies += 1)}`);
  const fixtures = await (await fetch('/fixtures.json')).json();
  const { test, run } = loop();
  suite({ test, assert, lib, freshCopy, fixtures });
  return run();
}

/** The result, for the runner to ask for. */
globalThis.suiteResult = runSuite();
