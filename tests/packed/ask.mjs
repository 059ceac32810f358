// Prints what the package answers in this process, as JSON: `node ask.mjs <entry> <fixtures> [--lockdown]`.

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [entry, fixturesFile, how] = process.argv.slice(2);
if (how === '--lockdown') {
  await import('ses');
  globalThis.lockdown();
}

// Afterwards, as a program does that freezes its intrinsics first.
const { answersTo, described, questions } = await import('../suite/support/answers.mjs');
const { decode } = await import('../suite/support/base64url.mjs');
const fixtures = JSON.parse(await readFile(fixturesFile, 'utf8'));
const lib = await import(pathToFileURL(entry).href);
const asked = questions({ lib, fixtures, secret: decode(fixtures.secret) });
const answers = await answersTo(Object.values(asked));
console.log(
  JSON.stringify(Object.keys(asked).map((name, index) => [name, described(answers[index])])),
);
