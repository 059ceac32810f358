// node bench/speed/run.mjs: measures the built package and its peers in one runtime. Whether goals are met is
// told and nothing more; only a wrong answer fails the run.

import { main } from '../../scripts/lib/fault.mjs';
import { withPackedPackage } from '../../tests/support/pack.mjs';
import { mintFixtures } from './fixtures.mjs';
import { benchOptions } from './options.mjs';
import { writeResults } from './results.mjs';
import { comparedRows } from './rows.mjs';
import { runtimes } from './runtimes.mjs';
import { textTable } from './table.mjs';

/** Milliseconds for each library in each operation, and how many starts. */
const FULL = { totalMs: 1200, starts: 21 };
const QUICK = { totalMs: 120, starts: 5 };

await main(async () => {
  const { json, quick, runtime, operation } = benchOptions(process.argv.slice(2));
  const { libraries, turnMs, run } = runtimes[runtime];
  const { totalMs, starts } = quick ? QUICK : FULL;
  const isWanted = operation === undefined || operation === 'start-up';
  const { version, ...found } = await withPackedPackage((place) =>
    run(place, {
      ...{ libraries, only: operation, fixtures: mintFixtures() },
      ...{ settings: { turnMs, totalMs }, starts: isWanted ? starts : 0 },
    }),
  );
  const rows = comparedRows(found);
  if (json) printJson(runtime, rows);
  else console.log(`${runtime} ${version}\n\n${textTable(rows)}`);
  // A part of the table is no result, and quick is too rough for one.
  if (!quick && operation === undefined) writeResults(runtime, version, rows);
});

function printJson(runtime, rows) {
  const rounded = (value) => Number(value.toPrecision(4));
  const members = rows.map(({ op, alg, lib, us, ratio }) => ({
    ...{ runtime, op, alg, lib },
    ...{ us: rounded(us), ratio_to_ours: rounded(ratio) },
  }));
  console.log(JSON.stringify(members));
}
