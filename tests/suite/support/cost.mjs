// Whether something was computed anew or remembered, seen from outside: by the time it takes.

const RUNS = 5;
/** The clock of a browser has steps of up to a millisecond, and a verification takes less. */
const TIMES = 30;

/**
 * The shortest of several runs, in milliseconds: nothing that happens beside can make it shorter.
 * `prepare` comes before each call.
 */
export function costOf(action, prepare = () => {}) {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const since = performance.now();
    for (let time = 0; time < TIMES; time += 1) {
      prepare();
      action();
    }
    least = Math.min(least, performance.now() - since);
  }
  return least;
}

/** Whether what costs `one` was remembered, seeing that computing it anew costs `other`. */
export const isMuchLess = (one, other) => one * 4 < other;
