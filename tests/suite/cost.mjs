// Whether something was computed anew or remembered, seen from outside: by the time it takes.

const RUNS = 7;

/**
 * The shortest of several runs, in milliseconds: nothing that happens beside can make it shorter.
 * `prepare` runs before each and does not count.
 */
export function costOf(action, prepare = () => {}) {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    prepare();
    const since = performance.now();
    action();
    least = Math.min(least, performance.now() - since);
  }
  return least;
}

/** Whether what costs `one` was remembered, seeing that computing it anew costs `other`. */
export const isMuchLess = (one, other) => one * 4 < other;
