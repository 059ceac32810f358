// One task of a page or a Worker, and what can be said of each.

/** What the module of that name returns, and `refusesEval`; else `error`. All of it is plain JSON. */
export async function runTask(name) {
  try {
    const { default: task } = await import(`./${name}.mjs`);
    return { ...(await task()), refusesEval: refusesEval() };
  } catch (error) {
    return { error: `${error}\n${error?.stack}\ncause: ${error?.cause}` };
  }
}

/** A Worker has the policy that came with its own script, so that having one is not self-evident. */
function refusesEval() {
  try {
    return new Function('return false')();
  } catch {
    return true;
  }
}
