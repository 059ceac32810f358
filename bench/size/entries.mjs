// What is weighed: what a program that imports one thing from the package has to ship for it, bundled
// and minified by esbuild. Node only.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inProject } from '../../scripts/lib/project.mjs';

export const WASM_FILE = inProject('pkg', 'wasm', 'edge_jwt_bg.wasm');

/** By name: a source and the conditions that it is resolved with; `wasm` where the module is a file beside it. */
const ENTRIES = {
  verify: { source: "export { verify } from 'edge-jwt';", conditions: ['browser'] },
  decode: { source: "export { decode } from 'edge-jwt';", conditions: ['browser'] },
  'edge-jwt/decode': {
    source: "export { decode, isExpired } from 'edge-jwt/decode';",
    conditions: ['browser'],
  },
  slim: { source: "export { init, verify } from 'edge-jwt/slim';", conditions: ['browser'] },
  workerd: {
    source: "export { verify } from 'edge-jwt';",
    conditions: ['workerd'],
    wasm: true,
  },
};

/** The files of each entry, as bytes. */
export async function filesOfEntries() {
  const module = readFileSync(WASM_FILE);
  const entries = {};
  for (const [name, { source, conditions, wasm = false }] of Object.entries(ENTRIES)) {
    entries[name] = [await bundled(source, conditions), ...(wasm ? [module] : [])];
  }
  return { ...entries, wasm: [module] };
}

async function bundled(contents, conditions) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: inProject('bench', 'size') },
    bundle: true,
    minify: true,
    conditions,
    external: ['*.wasm'],
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}
