// node bench/size/run.mjs [--json] [--names <module>]: weighs the built package and fails when an entry is above
// its budget. With --names, a module that has its functions' names, also what its code consists of.

import { readFileSync } from 'node:fs';
import { Fault, main } from '../../scripts/lib/fault.mjs';
import { requireWasm } from '../../scripts/build-package.mjs';
import { sizeOf } from '../../tests/bundlers/page.mjs';
import { filesOfEntries, WASM_FILE } from './entries.mjs';
import { sizeOptions } from './options.mjs';
import { printFunctions, printJson, printSections, printTable } from './report.mjs';
import { topOf } from './top.mjs';
import { sectionsOf } from './wasm-module.mjs';

const { budgets } = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

await main(async () => {
  const { json, names } = sizeOptions(process.argv.slice(2));
  requireWasm();
  const named = names === undefined ? undefined : read(names);
  const rows = Object.entries(await filesOfEntries()).map(([entry, files]) => {
    const { plain: minified, gzip, brotli } = sizeOf(files);
    return { entry, minified, gzip, brotli, ...budgets[entry] };
  });
  if (json) {
    printJson(rows);
  } else {
    printTable(rows);
    printSections(sectionsOf(readFileSync(WASM_FILE)));
    if (named !== undefined) printFunctions(topOf(named));
  }
  const above = rows.filter(({ brotli, budget }) => !(brotli <= budget));
  if (above.length === 0) return;
  throw new Fault(`Above the budget: ${above.map(({ entry }) => entry).join(', ')}.`);
});

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    throw new Fault(`${path}, which --names names, cannot be read.`);
  }
}
