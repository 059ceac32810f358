// Every check of the project, in the order in which `npm test` runs them. `npm run check` runs
// those marked `quick`.

import { built } from './build.mjs';
import { run, runNode } from './command.mjs';
import { prettier } from './prettier.mjs';
import { npmTools } from './npm-tools.mjs';
import { isReadyForFastly, needs } from './setup.mjs';
import { wasmTargetOptions } from './wasm-target.mjs';

const DENY_WARNINGS = ['--', '-D', 'warnings'];
const FAMILIES = ['hs', 'rs', 'es', 'eddsa'];

/** That there is no `std` shows when names are resolved: machine code is made of all families together, once. */
const bareMetal = (command, features) => ({
  name: `no_std ${command}: ${features || 'no algorithm'}`,
  needs: [needs.bareMetalTarget],
  run: () =>
    run('cargo', [
      command,
      '--locked',
      '--lib',
      '--target',
      'thumbv7em-none-eabi',
      '--no-default-features',
      '--features',
      features,
    ]),
});

const nodeScript = (name, script, required) => ({
  name,
  needs: required,
  run: () => runNode(script),
});

export const checks = [
  {
    name: 'format: Rust',
    quick: true,
    needs: [needs.rustComponents],
    run: () => run('cargo', ['fmt', '--all', '--check']),
  },
  {
    name: 'format: everything else',
    quick: true,
    needs: [needs.npm],
    run: () => prettier('--check'),
  },
  {
    name: 'lint: Rust, native',
    quick: true,
    needs: [needs.rustComponents],
    run: async () => {
      for (const features of ['', 'rustcrypto']) {
        const options = ['--locked', '--workspace', '--all-targets', '--features', features];
        await run('cargo', ['clippy', ...options, ...DENY_WARNINGS]);
      }
    },
  },
  {
    name: 'lint: Rust, WebAssembly',
    quick: true,
    needs: [needs.rustComponents, ...needs.build],
    // In the profile of the build, which has compiled the macros for it already.
    run: async () => {
      for (const features of ['edge-jwt/wasm', 'edge-jwt-module/wasm2js']) {
        await run('cargo', [
          'clippy',
          '--locked',
          '--profile',
          'module',
          '--lib',
          '--package',
          'edge-jwt',
          '--package',
          'edge-jwt-module',
          '--features',
          features,
          '--target',
          'wasm32-unknown-unknown',
          ...wasmTargetOptions,
          ...DENY_WARNINGS,
        ]);
      }
    },
  },
  {
    name: 'floors',
    quick: true,
    run: async () => {
      await runNode('scripts/check-floors.mjs', ['--self-test']);
      await runNode('scripts/check-floors.mjs');
      await runNode('scripts/check-circles.mjs', ['--self-test']);
      await runNode('scripts/check-circles.mjs');
    },
  },
  { ...nodeScript('width of comments', 'scripts/check-width.mjs', []), quick: true },
  { ...nodeScript('recipes', 'scripts/check-recipes.mjs', []), quick: true },
  { ...nodeScript('map of the tests', 'scripts/check-test-map.mjs', []), quick: true },
  {
    name: 'contract',
    quick: true,
    needs: [needs.npm],
    run: () => runNode('scripts/contract.mjs', ['--check']),
  },
  {
    name: 'prototypes',
    quick: true,
    needs: [built.package],
    run: async () => {
      await runNode('scripts/check-prototypes.mjs', ['--self-test']);
      await runNode('scripts/check-prototypes.mjs');
    },
  },
  ...[...FAMILIES, ''].map((features) => bareMetal('check', features)),
  bareMetal('build', FAMILIES.join(',')),
  {
    name: 'Rust tests',
    quick: true,
    needs: [needs.rust],
    run: () => run('cargo', ['test', '--locked', '--workspace']),
  },
  {
    // An optimiser has got a loop of ours wrong before, which no other profile shows.
    name: 'Rust tests, optimised as it is shipped',
    needs: [needs.rust],
    run: () => run('cargo', ['test', '--locked', '--release', '--lib', '--tests']),
  },
  {
    name: 'Rust tests on the arithmetic of RustCrypto',
    needs: [needs.rust],
    run: () => run('cargo', ['test', '--locked', '--test', 'rust', '--features', 'rustcrypto']),
  },
  {
    name: 'Rust documentation',
    needs: [needs.rust],
    run: () =>
      run('cargo', ['doc', '--locked', '--workspace', '--no-deps'], {
        env: { RUSTDOCFLAGS: '-Dwarnings' },
      }),
  },
  {
    name: 'TypeScript',
    needs: [built.package],
    run: async () => {
      for (const project of ['pkg', 'www', 'www/offline']) {
        await runNode('node_modules/typescript/bin/tsc', ['--noEmit', '--project', project]);
      }
    },
  },
  nodeScript('contents of the package', 'tests/packed/run.mjs', [built.package]),
  nodeScript('resolution of the package', 'tests/packed/resolution.mjs', [built.package]),
  nodeScript('loading of the package', 'tests/packed/loading.mjs', [built.package]),
  nodeScript('surroundings of the package', 'tests/packed/surroundings.mjs', [built.package]),
  nodeScript('polluted prototypes', 'tests/packed/pollution.mjs', [built.package]),
  nodeScript('module that stops', 'tests/packed/restart.mjs', [built.package]),
  nodeScript('two copies of the package', 'tests/packed/copies.mjs', [built.package]),
  nodeScript('bill of materials', 'tests/packed/sbom.mjs', [built.package]),
  nodeScript('types of the package', 'tests/types/run.mjs', [built.package]),
  nodeScript('examples of the README', 'tests/readme/run.mjs', [built.package]),
  { ...nodeScript('suite: Node', 'tests/runtimes/node.mjs', [built.package]), quick: true },
  nodeScript('runtimes', 'tests/runtimes/all.mjs', [built.package]),
  nodeScript('bundlers', 'tests/bundlers/run.mjs', [
    built.package,
    needs.chromium,
    needs.npmTool(npmTools.deno),
    needs.npmTool(npmTools.bun),
  ]),
  nodeScript('examples', 'tests/examples/run.mjs', [
    built.package,
    needs.chromium,
    needs.npmTool(npmTools.deno),
  ]),
  nodeScript('arithmetic in WebAssembly', 'tests/arithmetic/run.mjs', needs.build),
  nodeScript('encodings of RSA', 'tests/arithmetic/encodings.mjs', [built.package]),
  nodeScript('wasm2js', 'tests/wasm2js/run.mjs', [built.package]),
  nodeScript('suite: wasm2js, in Node', 'tests/runtimes/wasm2js.mjs', [built.package]),
  {
    ...nodeScript('Fastly Compute', 'tests/fastly/run.mjs', [built.package]),
    skippedBecause: () =>
      isReadyForFastly()
        ? undefined
        : 'viceroy or js-compute is not installed: `npm run setup:fastly` does it in half an hour',
  },
  { ...nodeScript('page: model', 'tests/www/model.mjs', [built.package]), quick: true },
  nodeScript('page: browsers', 'tests/www/run.mjs', [built.page, ...needs.browsers]),
  nodeScript('remote key sets', 'tests/key-sets/run.mjs', [built.package]),
  nodeScript('middleware', 'tests/middleware/run.mjs', [built.package]),
  nodeScript('OpenID provider', 'tests/oidc-provider/run.mjs', [built.package]),
  nodeScript('conformance', 'tests/conformance/run.mjs', [built.package]),
  nodeScript('differential: jose', 'tests/differential/run.mjs', [built.package]),
  nodeScript('size', 'bench/size/run.mjs', [built.package]),
  nodeScript('benchmark', 'tests/bench/run.mjs', [
    built.package,
    needs.npmTool(npmTools.nodeRsJsonwebtoken),
  ]),
];
