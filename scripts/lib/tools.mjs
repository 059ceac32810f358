// Which tools the project needs in which version, and where they are looked for.

import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Fault } from './fault.mjs';
import { inProject } from './project.mjs';

/** Build tools that come through `cargo install`. `program --version` must answer `version`. */
export const cargoTools = [
  { crate: 'wasm-bindgen-cli', program: 'wasm-bindgen', version: wasmBindgenVersion },
  { crate: 'wasm-pack', program: 'wasm-pack', version: () => '0.15.1' },
];

/**
 * Only for `npm run deny`. Not optimized: it reads one lock file, which takes less time than its authors' link-time
 * optimization of it by far.
 */
export const cargoDeny = {
  crate: 'cargo-deny',
  program: 'cargo-deny',
  version: () => '0.20.2',
  options: ['--debug'],
};

/**
 * Fastly Compute on this machine. It takes half an hour to compile, so that only `npm run setup:fastly`
 * does so; with the lock file of its authors, who test it with that and nothing else.
 */
export const viceroy = {
  crate: 'viceroy',
  program: 'viceroy',
  version: () => '0.22.0',
  options: ['--locked'],
};

/**
 * The version in Cargo.lock, and nowhere else: the command-line tool refuses a module that another
 * version of the crate made.
 */
function wasmBindgenVersion() {
  const lock = readText('Cargo.lock', 'restore it with `git checkout Cargo.lock`');
  const found = /\nname = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock);
  if (found === null)
    throw new Fault('Cargo.lock does not name wasm-bindgen, which the wasm build needs.');
  return found[1];
}

/** The oldest Rust this crate compiles with: `rust-version` in Cargo.toml, if it says so. */
export function oldestRust() {
  const manifest = readText('Cargo.toml', 'restore it with `git checkout Cargo.toml`');
  return /^rust-version = "([^"]+)"/m.exec(manifest)?.[1];
}

/** Where a tool of this project is installed. An npm package may have a scope in its name. */
export const toolFolder = (name, version) =>
  cacheFolder('tools', `${name.replace('@', '').replace('/', '-')}-${version}`);

/** A folder outside of this project, shared by every clone. */
export function cacheFolder(...path) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'edge-jwt', ...path);
}

/** Where cargo keeps its programs and the sources of other crates. */
export const cargoHome = () => process.env.CARGO_HOME || join(homedir(), '.cargo');

/** PATH with our own tools first: node_modules' for wasm-opt, and rustup's usual place last. */
export function searchPath() {
  return [
    ...[...cargoTools, cargoDeny, viceroy].map(({ crate, version }) =>
      join(toolFolder(crate, version()), 'bin'),
    ),
    inProject('node_modules', '.bin'),
    process.env.PATH ?? '',
    join(cargoHome(), 'bin'),
  ].join(delimiter);
}

/** The path of the first of these programs that is on PATH or, being a path itself, exists. */
export function findProgram(names) {
  const folders = searchPath().split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    name.includes('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function readText(path, remedy) {
  try {
    return readFileSync(inProject(path), 'utf8');
  } catch {
    throw new Fault(`${path} was not found: ${remedy}.`);
  }
}
