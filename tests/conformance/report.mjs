// What a run found, in print. A suite is `{ suite, total, failures: [{ test, expected, got }] }`.

const passedOf = ({ total, failures }) => total - failures.length;

/** Whether every vector passed; a suite without vectors proves nothing. */
export function isPerfect(suite) {
  return suite.total > 0 && suite.failures.length === 0;
}

export function printTable(suites) {
  const width = Math.max(...suites.map(({ suite }) => suite.length));
  for (const suite of suites) {
    console.log(`${suite.suite.padEnd(width)} · ${passedOf(suite)}/${suite.total}`);
  }
  const sum = (count) => suites.reduce((all, suite) => all + count(suite), 0);
  const total = sum((suite) => suite.total);
  console.log(`\n${suites.length} suites, ${sum(passedOf)} of ${total} vectors passed`);
}

export function printJson(suites) {
  const rows = suites.map((suite) => ({
    suite: suite.suite,
    passed: passedOf(suite),
    total: suite.total,
  }));
  console.log(JSON.stringify(rows));
}

/** Goes to standard error, so that --json leaves nothing but JSON on standard output. */
export function printFailures(suites) {
  for (const { suite, total, failures } of suites) {
    if (total === 0) console.error(`${suite}: has no vectors`);
    for (const { test, expected, got } of failures) {
      console.error(`${suite}: ${test}: expected ${expected}, got ${got}`);
    }
  }
}
