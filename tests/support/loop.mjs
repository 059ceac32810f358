// The whole test framework: it collects tests, runs them one after the other and counts.

/**
 * `test` registers; `run` runs all and returns `{ passed, failures: [{ name, message }], leftOut }`.
 *
 * Tests that `leftOut` names do not run; it says why, and is part of the result. A name in it that no
 * test has is a failure.
 */
export function loop(leftOut = {}) {
  const tests = [];
  return {
    test: (name, action) => tests.push({ name, action }),
    async run() {
      const names = tests.map(({ name }) => name);
      const failures = Object.keys(leftOut)
        .filter((name) => !names.includes(name))
        .map((name) => ({ name, message: 'is left out, and there is no such test' }));
      let passed = 0;
      for (const { name, action } of tests) {
        if (Object.hasOwn(leftOut, name)) continue;
        try {
          await action();
          passed += 1;
        } catch (error) {
          failures.push({ name, message: describe(error) });
        }
      }
      return { passed, failures, leftOut };
    },
  };
}

/** The first lines of a stack tell where the test failed; the rest is this loop. */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack?.includes(error.message) ? error.stack : `${error}\n${error.stack}`;
  return text.split('\n').slice(0, 12).join('\n');
}

/** The result of the suite, and with it those of what else the runtime was asked. */
export function withResults(suite, others) {
  return {
    ...suite,
    passed: others.reduce((sum, { passed }) => sum + passed, suite.passed),
    failures: [suite, ...others].flatMap(({ failures }) => failures),
  };
}

/** Prints one line for each failure and one for the sum, and returns whether all passed. */
export function report(runtime, { passed, failures, leftOut = {} }) {
  for (const [name, reason] of Object.entries(leftOut))
    console.log(`${runtime}: left out ${name}: ${reason}`);
  for (const { name, message } of failures)
    console.error(`${runtime}: FAILED ${name}\n  ${message}`);
  const rest = Object.keys(leftOut).length;
  const others = rest === 0 ? '' : `, ${rest} left out`;
  console.log(`${runtime}: ${passed} passed, ${failures.length} failed${others}`);
  return failures.length === 0 && passed > 0;
}
