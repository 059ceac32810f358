// Prototypes that something else in the process has changed, as far as only Node can show it: the package is loaded
// while names are on `Object.prototype`, and it works where the intrinsics are frozen. What is left of it is in
// tests/suite/pollution.mjs.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { inProject } from '../../scripts/lib/project.mjs';
import { identifiersOf } from '../support/identifiers.mjs';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { answersTo, described, questions } from '../suite/support/answers.mjs';
import { decode } from '../suite/support/base64url.mjs';
import { mint } from '../suite/support/mint.mjs';
import { VALUES } from '../suite/support/polluting-values.mjs';

const runFile = promisify(execFile);
/** With these the language itself fails for everybody: describing a property, and iterating. */
const OF_THE_LANGUAGE = [
  'get',
  'set',
  'value',
  'writable',
  'enumerable',
  'configurable',
  'next',
  'done',
  'return',
  'throw',
  'has',
];

const passed = await withPackedPackage(async ({ folder, installed }) => {
  const { test, run } = loop();
  const fixtures = await mint();
  const secret = decode(fixtures.secret);
  const names = Object.keys(await import(pathToFileURL(join(installed, 'dist', 'inline.js')).href));
  const code = await bundled(folder, names);
  const load = () => (0, eval)(code);
  const answersOf = async (lib) => {
    const asked = questions({ lib, fixtures, secret });
    const answers = await answersTo(Object.values(asked));
    return Object.keys(asked).map((name, index) => [name, described(answers[index])]);
  };
  const expected = await answersOf(load());

  test('what is on Object.prototype while the package is loaded changes none of its answers', async () => {
    const polluted = (await identifiersOf(installed)).filter(
      (name) => !(name in globalThis) && !OF_THE_LANGUAGE.includes(name),
    );
    assert.ok(polluted.includes('jwksUri') && polluted.includes('tokenLength'));
    for (const value of VALUES) {
      let lib;
      try {
        for (const name of polluted) Object.prototype[name] = value;
        lib = load();
        // Its module starts with the first call.
        lib.decode(fixtures.algorithms[0].tokens[0].token);
      } finally {
        for (const name of polluted) delete Object.prototype[name];
      }
      assert.deepEqual(await answersOf(lib), expected, String(value));
    }
  });

  const fixturesFile = join(folder, 'fixtures.json');
  await writeFile(fixturesFile, JSON.stringify(fixtures));
  const answersIn = async (flags, how = []) => {
    const entry = join(installed, 'dist', 'inline.js');
    const script = inProject('tests', 'packed', 'ask.mjs');
    const args = [...flags, script, entry, fixturesFile, ...how];
    const { stdout } = await runFile(process.execPath, args, { maxBuffer: 1e7 });
    return JSON.parse(stdout);
  };

  test('it answers the same with --frozen-intrinsics', async () => {
    assert.deepEqual(await answersIn(['--frozen-intrinsics']), expected);
  });

  test('and after the lockdown of SES', async () => {
    assert.deepEqual(await answersIn([], ['--lockdown']), expected);
  });

  return report('pollution', await run());
});
if (!passed) process.exitCode = 1;

/** As one script, which the host loads without asking anything of any object; its value is the package. */
async function bundled(folder, names) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from 'edge-jwt'; globalThis.lib = { ${names} };`,
      resolveDir: folder,
    },
    ...{ bundle: true, write: false, format: 'iife', target: 'es2022' },
    logLevel: 'warning',
  });
  return `${outputFiles[0].text}\nlib`;
}
