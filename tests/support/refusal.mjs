// How a promise must be rejected: by the package's own class, with the code, and with a message that
// can be logged.

import assert from 'node:assert/strict';

export async function refused(lib, promise, code, pattern = /./) {
  const error = await promise.then(
    () => assert.fail(`expected ${code}, but it was accepted`),
    (thrown) => thrown,
  );
  assert.ok(error instanceof lib.JoseError, `expected ${code}, but got ${error.stack}`);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, pattern);
  assert.ok(error.message.length > 10 && error.message.length <= 300, error.message);
  assert.doesNotMatch(error.message, /canary|\?|[\p{Cc}\u2028\u2029]|[.!]$/u);
  return error;
}
