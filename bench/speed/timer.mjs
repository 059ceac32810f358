// Times several candidates in one run, in turns: whatever else the machine does meanwhile, and however
// warm it is, meets all of them alike. So ratios can be believed where times cannot.

/** Turns that each candidate gets at least, however long they take. */
const FEWEST_ROUNDS = 5;
/** The part of the time in which engines may find out what to optimise; nothing of it is kept. */
const WARM_UP = 0.25;

/**
 * Returns for each candidate the microseconds that one call took, a number for each of its turns.
 *
 * A candidate is `{ action, tokens, isAsync }`: the action is called with the tokens one after the other,
 * and what it returns is waited for when it is asynchronous. `clock` tells milliseconds, or promises
 * them. A turn lasts about `turnMs`, and all turns of a candidate, with the warm-up, about `totalMs`.
 */
export async function inTurns(candidates, { clock, turnMs, totalMs }) {
  const counts = [];
  const warmUpMs = totalMs * WARM_UP;
  for (const candidate of candidates) {
    counts.push(await warmUp(candidate, { clock, turnMs, warmUpMs }));
  }
  const times = candidates.map(() => []);
  const end = (await clock()) + (totalMs - warmUpMs) * candidates.length;
  for (let round = 0; round < FEWEST_ROUNDS || (await clock()) < end; round += 1) {
    for (let turn = 0; turn < candidates.length; turn += 1) {
      // Each goes first at times: the first one finds the caches as the last one left them.
      const index = (round + turn) % candidates.length;
      const ms = await timeOf(candidates[index], counts[index], clock);
      times[index].push((ms * 1000) / counts[index]);
    }
  }
  return times;
}

/** Calls it for a while, and returns how many calls filled a turn in the end. */
async function warmUp(candidate, { clock, turnMs, warmUpMs }) {
  let count = 1;
  for (let spent = 0; ;) {
    const ms = await timeOf(candidate, count, clock);
    spent += ms;
    // A clock with coarse steps says nothing of less than that.
    if (ms < turnMs / 2) count *= 2;
    else if (spent < warmUpMs) count = callsIn(turnMs, count, ms);
    else return callsIn(turnMs, count, ms);
  }
}

const callsIn = (turnMs, count, ms) => Math.max(1, Math.round((count * turnMs) / ms));

/** Milliseconds of that many calls. A promise costs time, so what returns none is not waited for. */
async function timeOf({ action, tokens, isAsync }, count, clock) {
  const since = await clock();
  if (isAsync) {
    for (let call = 0; call < count; call += 1) await action(tokens[call % tokens.length]);
  } else {
    for (let call = 0; call < count; call += 1) action(tokens[call % tokens.length]);
  }
  return (await clock()) - since;
}
