// The build: Rust to WebAssembly, that to the npm package, and both to the page. Each step is
// skipped while nothing it is made from has changed.

import { readFileSync } from 'node:fs';
import { ask, runNode } from './command.mjs';
import { inProject } from './project.mjs';
import { needs } from './setup.mjs';
import { buildIfChanged } from './stamp.mjs';
import { cargoTools } from './tools.mjs';

const npmVersion = (name) => {
  const manifest = readFileSync(inProject('node_modules', name, 'package.json'), 'utf8');
  return `${name} ${JSON.parse(manifest).version}`;
};

/** What is made of the Rust sources, by `scripts/build-<folder>.mjs` into `pkg/<folder>`. */
const core = (name, folder) => ({
  name,
  needs: needs.build,
  run: () =>
    buildIfChanged({
      stamp: inProject('pkg', `${folder}.stamp`),
      inputs: [
        inProject('Cargo.toml'),
        inProject('Cargo.lock'),
        inProject('rust-toolchain.toml'),
        inProject('.cargo'),
        inProject('src'),
        inProject('arithmetic'),
        inProject('module'),
        inProject('scripts', `build-${folder}.mjs`),
        inProject('scripts', 'lib', 'wasm-target.mjs'),
        inProject('scripts', 'lib', 'wasm2js-glue.mjs'),
      ],
      versions: [
        ask('rustc', ['--version']) ?? '',
        process.env.RUSTFLAGS ?? '',
        ...cargoTools.map(({ crate, version }) => `${crate} ${version()}`),
        npmVersion('binaryen'),
        npmVersion('esbuild'),
      ],
      outputs: [inProject('pkg', folder)],
      build: () => runNode(`scripts/build-${folder}.mjs`),
    }),
});

const wasm = core('build: WebAssembly', 'wasm');
const wasm2js = core('build: JavaScript of the WebAssembly', 'wasm2js');

const packageOutputs = [
  inProject('pkg', 'dist'),
  inProject('pkg', 'LICENSE-APACHE'),
  inProject('pkg', 'LICENSE-MIT'),
  inProject('pkg', 'sbom.cdx.json'),
];

const npmPackage = {
  name: 'build: npm package',
  needs: [wasm.name, wasm2js.name],
  run: () =>
    buildIfChanged({
      stamp: inProject('pkg', 'dist.stamp'),
      inputs: [
        inProject('pkg'),
        inProject('tsconfig.json'),
        inProject('LICENSE-APACHE'),
        inProject('LICENSE-MIT'),
        inProject('Cargo.toml'),
        inProject('Cargo.lock'),
        inProject('scripts', 'build-package.mjs'),
        inProject('scripts', 'build-sbom.mjs'),
        inProject('scripts', 'lib', 'entry.mjs'),
        inProject('scripts', 'lib', 'glue.mjs'),
      ],
      except: [
        ...packageOutputs,
        inProject('pkg', 'node_modules'),
        inProject('pkg', 'wasm.stamp'),
        inProject('pkg', 'wasm2js.stamp'),
        inProject('pkg', 'dist.stamp'),
      ],
      versions: [
        ask('rustc', ['--version']) ?? '',
        npmVersion('binaryen'),
        npmVersion('esbuild'),
        npmVersion('typescript'),
      ],
      outputs: packageOutputs,
      build: () => runNode('scripts/build-package.mjs'),
    }),
};

const page = {
  name: 'build: page',
  needs: [npmPackage.name],
  run: () =>
    buildIfChanged({
      stamp: inProject('www', 'dist.stamp'),
      inputs: [
        inProject('www'),
        inProject('pkg', 'dist'),
        inProject('pkg', 'package.json'),
        inProject('tests', 'vectors', 'samples'),
        inProject('scripts', 'build-page.mjs'),
      ],
      except: ['dist', 'dist.stamp', 'screenshots'].map((name) => inProject('www', name)),
      versions: [npmVersion('vite')],
      outputs: [inProject('www', 'dist')],
      build: () => runNode('scripts/build-page.mjs'),
    }),
};

export const buildSteps = [wasm, wasm2js, npmPackage, page];

/** The names by which other steps say what they need. */
export const built = { package: npmPackage.name, page: page.name };
