// What every runtime runs: the whole suite, with nothing of that runtime in it.

import suite from '../suite/index.mjs';
import * as assert from './assert.mjs';
import { loop } from '../support/loop.mjs';

/**
 * Runs the suite and returns what plain JSON can carry: what `loop` counts, and `loadMs`, how long
 * the first call took, which starts the module.
 *
 * `importPackage(copy)` imports the package from the place of that number, 1 and up. `leftOut` names
 * tests that cannot run here. `clock` tells milliseconds, where `performance` stands still.
 */
export async function runSuite({ importPackage, fixtures, leftOut = {}, clock = now }) {
  let copies = 1;
  const freshCopy = () => importPackage((copies += 1));
  const lib = await importPackage(copies);
  const since = await clock();
  lib.inspect('a.b.c');
  const loadMs = (await clock()) - since;
  const { test, run } = loop(leftOut);
  suite({ test, assert, lib, freshCopy, fixtures });
  return { ...(await run()), loadMs };
}

const now = () => performance.now();
