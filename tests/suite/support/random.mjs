// Random numbers that are the same in every run, so that a failure can be had again.

/** Makes `random(below)`: an integer from 0 on. */
export function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
