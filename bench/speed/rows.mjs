// What a run found, as rows: what the runtime measured, and its starts, each compared with ours.

import { outcomeOf } from './goals.mjs';
import { OURS } from './measure.mjs';
import { spreadOf } from './statistics.mjs';

/** With `ratio`, the library's time divided by ours, and `outcome`, where a goal speaks of the library. */
export function comparedRows({ rows, startMs }) {
  const all = startMs.length === 0 ? rows : [...rows, startRow(startMs)];
  return all.map((row) => {
    const ours = all.find((each) => isSameTask(each, row) && each.lib === OURS);
    return { ...row, ratio: row.us / ours.us, outcome: outcomeOf(row, ours) };
  });
}

const startRow = (startMs) => ({
  ...{ op: 'start-up', alg: 'HS256', lib: OURS },
  ...spreadOf(startMs.map((ms) => ms * 1000)),
});

export const isSameTask = (one, other) => one.op === other.op && one.alg === other.alg;
