// What every runtime runs: all operations, with the libraries that run there.

import { nameOf, operationsOf } from './operations.mjs';
import { requireRightAnswers } from './right-answer.mjs';
import { slopeOf, spreadOf } from './statistics.mjs';
import { inTurns } from './timer.mjs';

/** The library that all others are compared with. */
export const OURS = 'edge-jwt';

/**
 * Returns a row for each operation, algorithm and library: `us` is the median of microseconds per call,
 * `q1` and `q3` are the quartiles. `libraries` are adapters; `only` names an operation, or none.
 * `settings` are those of `inTurns`.
 */
export async function measure({ libraries, fixtures, only, settings }) {
  const operations = operationsOf(fixtures).filter(
    (operation) => only === undefined || nameOf(operation) === only,
  );
  // Once for nothing: engines start to optimise when they have seen something run, and not before.
  if (operations.length > 0) await measureOne(operations[0], libraries, settings);
  const rows = [];
  const curves = new Map();
  for (const operation of operations) {
    for (const row of await measureOne(operation, libraries, settings)) {
      rows.push(row);
      if (operation.kib === undefined) continue;
      curves.set(row.lib, [...(curves.get(row.lib) ?? []), [operation.kib, row]]);
    }
  }
  return [...rows, ...[...curves].map(([lib, points]) => slopeRow(lib, points))];
}

async function measureOne(operation, libraries, settings) {
  const { op, alg, fixture } = operation;
  const candidates = [];
  for (const library of takingPart(operation, libraries)) {
    const action = await library[operation.method](fixture);
    const { tokens, forged } = fixture;
    const isAsync = await requireRightAnswers(`${library.name} (${op} ${alg})`, action, {
      ...fixture,
      forged: operation.refuses === false ? [] : forged,
    });
    candidates.push({ lib: library.name, action, tokens, isAsync });
  }
  const times = await inTurns(candidates, settings);
  return candidates.map(({ lib }, index) => ({ op, alg, lib, ...spreadOf(times[index]) }));
}

function takingPart({ alg, method, only }, libraries) {
  return libraries.filter(
    (library) =>
      library[method] !== undefined &&
      !library.lacks?.includes(alg) &&
      (only === undefined || only.includes(library.name)),
  );
}

/** Microseconds for each KiB more. */
function slopeRow(lib, points) {
  const slopeBy = (member) => slopeOf(points.map(([kib, row]) => [kib, row[member]]));
  const [q1, us, q3] = [slopeBy('q1'), slopeBy('us'), slopeBy('q3')];
  return { op: 'slope', alg: 'HS256', lib, q1, us, q3 };
}
