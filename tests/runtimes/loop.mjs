// The whole test framework: it collects tests, runs them one after the other and counts.

/** `test` registers; `run` runs all and returns `{ passed, failures: [{ name, message }] }`. */
export function loop() {
  const tests = [];
  return {
    test: (name, action) => tests.push({ name, action }),
    async run() {
      const failures = [];
      for (const { name, action } of tests) {
        try {
          await action();
        } catch (error) {
          failures.push({ name, message: describe(error) });
        }
      }
      return { passed: tests.length - failures.length, failures };
    },
  };
}

/** The first lines of a stack tell where the test failed; the rest is this loop. */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack?.includes(error.message) ? error.stack : `${error}\n${error.stack}`;
  return text.split('\n').slice(0, 12).join('\n');
}

/** Prints one line for each failure and one for the sum, and returns whether all passed. */
export function report(runtime, { passed, failures }) {
  for (const { name, message } of failures)
    console.error(`${runtime}: FAILED ${name}\n  ${message}`);
  console.log(`${runtime}: ${passed} passed, ${failures.length} failed`);
  return failures.length === 0 && passed > 0;
}
