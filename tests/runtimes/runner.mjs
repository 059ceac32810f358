// What all runners have in common: the packed package, the copies of it, the fixtures, and the result
// on standard output, for people or, with --json, for `npm run runtimes`.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flags, main } from '../../scripts/lib/fault.mjs';
import { mint } from '../suite/support/mint.mjs';
import { identifiersOf } from '../support/identifiers.mjs';
import { report } from '../support/loop.mjs';
import { installCopies, withPackedPackage } from '../support/pack.mjs';

/**
 * Runs `run({ folder, installed })`, which returns the runtime's `version` and what `runSuite`
 * returned; or a list of these, each with the `place` in the runtime where it ran. In `folder` are
 * `copies` and `fixtures.mjs`, whose default export the suite takes.
 */
export async function runner(runtime, run) {
  await main(async () => {
    const isForProgram = flags(['--json']).has('--json');
    const results = await withPackedPackage(async (place) => {
      await installCopies(place);
      const identifiers = await identifiersOf(place.installed);
      const fixtures = JSON.stringify({ ...(await mint()), identifiers });
      await writeFile(join(place.folder, 'fixtures.mjs'), `export default ${fixtures};\n`);
      return run(place);
    });
    for (const { place, version, loadMs, ...result } of [results].flat()) {
      const name = place === undefined ? runtime : `${runtime} · ${place}`;
      if (isForProgram) {
        console.log(JSON.stringify({ runtime: name, version, loadMs, ...result }));
      } else if (!report(name, result)) {
        process.exitCode = 1;
      }
    }
  });
}
