// What a library has to answer before it is timed: fast and wrong is no result.

import { deepEqual } from '../../tests/runtimes/assert.mjs';

/**
 * Throws unless the action answers each token with its claims, or with `true` where it looks at the
 * signature alone, and refuses every forged token. Returns whether its answers have to be waited for.
 */
export async function requireRightAnswers(name, action, { tokens, claims, forged = [] }) {
  let isAsync = false;
  for (const [index, token] of tokens.entries()) {
    const answer = action(token);
    isAsync = answer instanceof Promise;
    const told = await answer;
    if (told !== true) deepEqual(told, claims[index], `${name} answered with other claims`);
  }
  for (const token of forged) {
    if (await accepts(action, token)) throw new Error(`${name} accepted a token that was changed`);
  }
  return isAsync;
}

async function accepts(action, token) {
  try {
    await action(token);
    return true;
  } catch {
    return false;
  }
}
