// Bundles and runs the packed package as its users do, with each of their tools: those that take little
// time, all of them with --all, or those that the command line names.

import assert from 'node:assert/strict';
import { Fault, main } from '../../scripts/lib/fault.mjs';
import { launchHeadlessChromium } from '../support/headless-chromium.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { consumers } from './consumers.mjs';
import { prepareProject, removeOldProjects, versionOf } from './project.mjs';
import { EXPECTED } from './samples.mjs';

/** What is run here is nobody's use of these tools. */
const WITHOUT_TELEMETRY = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
};

await main(async () => {
  const names = chosen(process.argv.slice(2));
  Object.assign(process.env, WITHOUT_TELEMETRY);
  const browser = await launchHeadlessChromium();
  try {
    const failed = await withPackedPackage(async ({ tarball }) => {
      const outcomes = await runTwoAtATime(names, (name) => runOne(name, tarball, browser));
      return outcomes.filter((hasPassed) => !hasPassed).length;
    });
    console.log(`packaging: ${names.length - failed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
    else await removeOldProjects(names.map((name) => consumers[name].source));
  } finally {
    await browser.close();
  }
});

function chosen(names) {
  const known = Object.keys(consumers);
  if (names.length === 0) return known.filter((name) => !consumers[name].isLong);
  if (names.length === 1 && names[0] === '--all') return known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Fault(`${unknown} is no consumer: there are ${known.join(', ')}.`);
  }
  return names;
}

/** Calls `run` with each name, but one after the other for those that share the folder of a source. */
async function runTwoAtATime(names, run) {
  const sources = new Set(names.map((name) => consumers[name].source));
  const waiting = [...sources].map((source) =>
    names.filter((name) => consumers[name].source === source),
  );
  const outcomes = [];
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      for (const name of group) outcomes.push(await run(name));
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

/** Prints a line about the consumer, and says whether all was as it must be. */
async function runOne(name, tarball, browser) {
  const { tool, needs, run, version } = consumers[name];
  try {
    const folder = await prepareProject(consumers[name], tarball);
    const { answers, size } = await run({ folder, browser });
    for (const [place, answer] of Object.entries(answers)) {
      assert.deepEqual(answer, EXPECTED, `${place} of ${name}`);
    }
    const places = Object.keys(answers).join(', ');
    console.log(
      [
        `${name}: ${tool} ${version ?? (await versionOf(folder, tool))}`,
        places,
        ...bytes(size),
        `needs ${needs}`,
      ].join('; '),
    );
    return true;
  } catch (error) {
    const { stdout, stderr } = error.cause ?? error;
    const output = [stdout, stderr].filter(Boolean).join('\n');
    console.error(`packaging: FAILED ${name}\n${error.message}\n${output}`);
    return false;
  }
}

/** A development server builds nothing that could be weighed. */
function bytes(size) {
  if (size === undefined) return [];
  return [`${size.plain} bytes, ${size.gzip} with gzip, ${size.brotli} with brotli`];
}
