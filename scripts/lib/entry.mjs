// The entries that bring the module along, as esbuild's plugin makes them: where the module is, from
// pkg/src/entry, and all that the library exports.

import { build } from 'esbuild';
import { inProject } from './project.mjs';

const NAMESPACE = 'entry';

/**
 * Every export passes through the function that tells where the module is. So a bundler that leaves out
 * what is not used keeps the module with whatever is, and all of it goes when nothing is. An entry that
 * handed on exports, and did the telling beside that, would be passed over on the way to the library.
 */
const textOf = (name, exported) => `
import * as library from '../index.js';
import { useWasmSource } from '../core/wasm.js';
import { source } from './${name}.js';

function bringing(value) {
  useWasmSource(source);
  return value;
}

${exported.map((each) => `export const ${each} = /* @__PURE__ */ bringing(library.${each});`).join('\n')}
`;

/** An entry point for `entryPlugin`. */
export const entryPoint = (name) => `${NAMESPACE}:${name}`;

/** Makes the text of entry points. `exported` are the names that the library exports. */
export const entryPlugin = (exported) => ({
  name: 'entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
      contents: textOf(path, exported),
      resolveDir: inProject('pkg', 'src', 'entry'),
    }));
  },
});

/** The names of the values that the library exports. `options` are those of its build. */
export async function exportsOfLibrary(options) {
  const { metafile } = await build({
    ...options,
    entryPoints: [inProject('pkg', 'src', 'index.ts')],
    sourcemap: false,
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0].exports;
}
