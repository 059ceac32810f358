// Runs steps one after the other and says each one's name, result and time.

import { say } from './command.mjs';
import { Fault } from './fault.mjs';

/**
 * A step is `{ name, run, needs?, skippedBecause? }`. `run` throws a `Fault` when the step fails, and may
 * return a short note such as "up to date". `needs` names steps without which this one has no meaning:
 * when one of them failed, this one fails too, without being run. `skippedBecause` tells why this
 * machine need not run it, or nothing where it must.
 *
 * Every step is reached, whatever failed before it. Returns the names of those that passed and of
 * those that failed, and a line for each that was skipped.
 */
export async function runSteps(steps) {
  const passed = [];
  const failed = [];
  const skipped = [];
  for (const { name, run, needs = [], skippedBecause = () => undefined } of steps) {
    say(`\n> ${name}`);
    const reason = skippedBecause();
    if (reason !== undefined) {
      skipped.push(`${name}, because ${reason}`);
      say(`  SKIPPED  ${name}: ${reason}`);
      continue;
    }
    const started = performance.now();
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    try {
      const missing = needs.find((need) => failed.includes(need));
      if (missing !== undefined) throw new Fault(`not run, because "${missing}" failed.`);
      const note = await run();
      passed.push(name);
      say(`  ok  ${name}  ${seconds()}${note ? `  (${note})` : ''}`);
    } catch (error) {
      failed.push(name);
      say(`  FAILED  ${name}  ${seconds()}`);
      say(error instanceof Fault ? `  ${error.message}` : error.stack);
    }
  }
  return { passed, failed, skipped };
}

/** Runs steps of which each needs the one before it: the first failure ends the script. */
export async function runChain(steps) {
  for (const step of steps) {
    const { failed } = await runSteps([step]);
    if (failed.length > 0) throw new Fault(`Stopped, because "${step.name}" failed.`);
  }
}

/**
 * Runs every step, then says which ones were skipped or failed and how many passed; the last line is the
 * count.
 */
export async function runAll(steps) {
  const started = performance.now();
  const { passed, failed, skipped } = await runSteps(steps);
  say(`\nEverything took ${Math.round((performance.now() - started) / 1000)} s.`);
  for (const line of skipped) say(`Skipped: ${line}.`);
  if (failed.length > 0) {
    say(`These steps failed: ${failed.join('; ')}.`);
    process.exitCode = 1;
  }
  const rest = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  say(`${passed.length} passed, ${failed.length} failed${rest}`);
}
