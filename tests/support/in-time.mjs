// A bound for what a browser does: it may hang, and a test must not.

/** Milliseconds for a browser to start, and for a task: seconds, but minutes where much else runs. */
const PATIENCE = 900_000;

/** Its timer ends with it, so that nothing keeps this process alive. */
export async function inTime(promise, what, patience = PATIENCE) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, patience, new Error(`${what} gave no answer in time`));
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
