// How a vector should end: as its file says, unless overrides.json says otherwise.
//
// An entry of overrides.json is `{ suite, result, reason }` and speaks of the whole suite, or of less
// with one of `tcId` (one vector), `flag` (the vectors that have it) and `group` (those of the groups
// with these members). The narrowest entry wins. A `result` is `valid`, `invalid`, or the code with
// which the key must be refused. What upstream leaves open as `acceptable` has to be decided there.

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../scripts/lib/fault.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

const OVERRIDES = inProject('tests', 'vectors', 'wycheproof', 'overrides.json');

/** From the narrowest to the widest. */
const SELECTORS = [
  (entry, _group, test) => entry.tcId === test.tcId,
  (entry, _group, test) => entry.flag !== undefined && test.flags.includes(entry.flag),
  (entry, group) => entry.group !== undefined && hasMembers(group, entry.group),
  (entry) => !['tcId', 'flag', 'group'].some((selector) => Object.hasOwn(entry, selector)),
];

function hasMembers(group, members) {
  return Object.entries(members).every(([name, value]) => isDeepStrictEqual(group[name], value));
}

export function expectations() {
  const entries = JSON.parse(readFileSync(OVERRIDES, 'utf8'));
  const unused = new Set(entries);
  return {
    resultOf(suite, group, test) {
      const ofSuite = entries.filter((entry) => entry.suite === suite);
      for (const selects of SELECTORS) {
        const entry = ofSuite.find((candidate) => selects(candidate, group, test));
        if (entry === undefined) continue;
        unused.delete(entry);
        return entry.result;
      }
      return test.result;
    },

    /** An entry that decides nothing is a mistake in it, or the upstream mistake is gone. */
    requireAllUsed() {
      if (unused.size === 0) return;
      const list = [...unused].map(({ reason, ...entry }) => JSON.stringify(entry)).join('\n  ');
      throw new Fault(`These entries of ${OVERRIDES} decide nothing:\n  ${list}`);
    },
  };
}
