// What the results of a browser's tasks have to be, beside that of the suite.

import { loop } from '../support/loop.mjs';
import { registerOtherVerifiers } from './other-verifiers.mjs';

/** As `loop` counts: one test, which fails once for each problem. */
const counted = (name, problems) => ({
  passed: problems.length === 0 ? 1 : 0,
  failures: problems.map((message) => ({ name, message })),
});

export function checkPolicy({ refusesEval }) {
  const problems = refusesEval ? [] : ['eval was not refused: nothing was tested'];
  return counted('the suite runs under a Content-Security-Policy', problems);
}

export function checkLocked({ failures, inspection, refusesEval }) {
  const problems = refusesEval ? [] : ['eval was not refused: nothing was tested'];
  for (const failure of failures) {
    if (failure?.isJoseError !== true || failure.code !== 'ERR_WASM_UNAVAILABLE') {
      problems.push(`the call gave ${JSON.stringify(failure)} in place of ERR_WASM_UNAVAILABLE`);
    } else if (
      !/^the Content-Security-Policy .*'wasm-unsafe-eval'$/.test(failure.message) ||
      !failure.hasCause
    ) {
      problems.push(`the error does not say what to do: ${JSON.stringify(failure)}`);
    }
  }
  const [check] = inspection.checks;
  if (inspection.valid || check.name !== 'module' || check.code !== 'ERR_WASM_UNAVAILABLE') {
    problems.push(`inspect says ${JSON.stringify(inspection)}`);
  }
  return counted("script-src 'self' alone is told to the caller", problems);
}

export function checkInsecure({ isSecureContext, verifiedAlgorithm, failures }) {
  const problems = failures
    .filter(
      (failure) =>
        failure?.isJoseError !== true ||
        failure.code !== 'ERR_CRYPTO_UNAVAILABLE' ||
        !/https.*localhost/.test(failure.message),
    )
    .map((failure) => `the call gave ${JSON.stringify(failure)} in place of a clear error`);
  if (isSecureContext) problems.push('the page was taken for a secure one: nothing was tested');
  if (verifiedAlgorithm !== 'RS256') problems.push('the page did not verify a token');
  return counted(
    'a plain-HTTP page is told why it cannot sign, and verifies all the same',
    problems,
  );
}

/** What others say of tokens that were signed in the browser. */
export async function checkSigned({ tokens }) {
  const { test, run } = loop();
  registerOtherVerifiers(test, tokens);
  return run();
}
