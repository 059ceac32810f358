// Runs every JavaScript example of the READMEs, as written, against the packed package, and compares
// what it prints with the comments that say what it prints.

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { withPackedPackage } from '../support/pack.mjs';
import { fixtures } from './fixtures.mjs';

const READMES = ['../../README.md', '../../pkg/README.md'];
const EXAMPLE = /<!-- example: (?<name>[\w-]+) -->\n+```js\n(?<code>[^]*?)```/g;
const JS_BLOCK = /```js\n/g;
const LEAST_EXAMPLES = 5;
const MOST_MILLISECONDS = 60_000;

const run = promisify(execFile);

await withPackedPackage(async ({ folder }) => {
  let count = 0;
  for (const readme of READMES) {
    for (const { name, code } of await examples(readme)) {
      await runExample(folder, name, code);
      count += 1;
    }
  }
  if (count < LEAST_EXAMPLES) throw new Error(`only ${count} examples were found`);
  console.log(`readme: ${count} passed, 0 failed`);
});

async function examples(readme) {
  const text = await readFile(new URL(readme, import.meta.url), 'utf8');
  const found = [...text.matchAll(EXAMPLE)].map(({ groups }) => groups);
  const blocks = text.match(JS_BLOCK)?.length ?? 0;
  if (found.length !== blocks) throw new Error(`${readme} has an example without a name`);
  return found;
}

async function runExample(folder, name, code) {
  const values = (await fixtures())[name];
  if (values === undefined) throw new Error(`there are no values for the example ${name}`);
  const prelude = join(folder, `${name}.prelude.mjs`);
  await writeFile(prelude, preludeOf(values));
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, code);
  const args = ['--import', pathToFileURL(prelude).href, file];
  const { stdout } = await run(process.execPath, args, { timeout: MOST_MILLISECONDS }).catch(
    (cause) => {
      throw new Error(`the example ${name} failed or did not end`, { cause });
    },
  );
  const expected = printedBy(code);
  if (stdout.trimEnd() !== expected.join('\n')) {
    throw new Error(`the example ${name} printed\n${stdout}instead of\n${expected.join('\n')}`);
  }
}

/**
 * What the examples take from their surroundings, as globals; a clock that stands still; and a
 * network that has nothing but these responses.
 */
function preludeOf({ now, responses, ...values }) {
  const clock = now === undefined ? '' : `Date.now = () => ${now * 1000};\n`;
  const network =
    responses === undefined
      ? ''
      : `const responses = ${JSON.stringify(responses)};\n` +
        'globalThis.fetch = async (url) => new Response(JSON.stringify(responses[url]));\n';
  return `${clock}${network}Object.assign(globalThis, ${JSON.stringify(values)});\n`;
}

/** A comment after console.log says what that prints; comment lines after a loop, what it does. */
function printedBy(code) {
  return code
    .split('\n')
    .filter((line) => /console\.log\(.*\); \/\/ /.test(line) || line.startsWith('// '))
    .map((line) => line.slice(line.lastIndexOf('// ') + 3));
}
