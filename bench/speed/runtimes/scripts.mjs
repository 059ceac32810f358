// The modules that a runtime runs, as text, and the fixtures beside them. The package is found by its
// name, through the conditions of its `exports`.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../../../scripts/lib/project.mjs';

const inBench = (...path) =>
  JSON.stringify(pathToFileURL(inProject('bench', 'speed', ...path)).href);

/**
 * The default export promises the rows. `ours` is the adapter of this package, `clock` the text of a
 * function.
 */
const measureOf = ({ ours, libraries, only, settings, clock }) => `
import * as lib from 'edge-jwt';
import fixtures from './fixtures.mjs';
import { edgeJwt } from ${inBench('libraries', `${ours}.mjs`)};
import { libraries } from ${inBench('libraries', `${libraries}.mjs`)};
import { measure } from ${inBench('measure.mjs')};

const settings = { ...${JSON.stringify(settings)}, clock: ${clock} };

export default () =>
  measure({
    libraries: [edgeJwt(lib), ...libraries],
    fixtures,
    only: ${JSON.stringify(only)},
    settings,
  });
`;

/** The default export returns how many milliseconds the first verification took. */
const startUpOf = () => `
import { importKey, verify } from 'edge-jwt';
import fixtures from './fixtures.mjs';
import { EXPECTED } from ${inBench('libraries', 'expected.mjs')};

export default () => {
  const { jwk, tokens } = fixtures.keys.HS256;
  const since = performance.now();
  verify(tokens[0], importKey(jwk), EXPECTED);
  return performance.now() - since;
};
`;

const USUAL = { ours: 'edge-jwt', clock: '() => performance.now()' };

/** Writes `fixtures.mjs`, `measure.mjs` and `start-up.mjs` into the folder. */
export async function writeScripts(folder, task) {
  const fixtures = `export default ${JSON.stringify(task.fixtures)};\n`;
  await writeFile(join(folder, 'fixtures.mjs'), fixtures);
  await writeFile(join(folder, 'measure.mjs'), measureOf({ ...USUAL, ...task }));
  await writeFile(join(folder, 'start-up.mjs'), startUpOf());
}

/** Writes `text` into the folder as a script of that name, and bundles it with all that it imports. */
export async function bundleScript(folder, name, text, { conditions = [], external = [] }) {
  const entry = join(folder, `${name}.entry.mjs`);
  await writeFile(entry, text);
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'bundled', `${name}.js`),
    bundle: true,
    platform: 'browser',
    conditions,
    external,
    format: 'esm',
    target: 'es2022',
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    plugins: [fileUrls],
    logLevel: 'warning',
  });
}

const fileUrls = {
  name: 'file URLs',
  setup({ onResolve }) {
    onResolve({ filter: /^file:/ }, ({ path }) => ({ path: new URL(path).pathname }));
  },
};
