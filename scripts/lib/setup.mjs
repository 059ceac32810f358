// The set-up: what must be on this machine before anything is built or checked. Each step looks
// first and installs only what is missing.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  browserPrograms,
  chromium,
  findBrowserProgram,
  requireBrowserProgram,
} from './browsers.mjs';
import { ask, run, say } from './command.mjs';
import { Fault } from './fault.mjs';
import { installInto, installLocked } from './npm.mjs';
import { isInstalled, jsCompute, npmTools, prepareFolder } from './npm-tools.mjs';
import { inProject } from './project.mjs';
import { cargoDeny, cargoTools, findProgram, oldestRust, toolFolder, viceroy } from './tools.mjs';

/** What Vite, which builds the page, asks for. */
const OLDEST_NODE = '20.19';

const node = {
  name: 'set-up: Node',
  run() {
    if (!isOlder(process.versions.node, OLDEST_NODE)) return `Node ${process.versions.node}`;
    throw new Fault(
      `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer from ` +
        'https://nodejs.org and run this command again.',
    );
  },
};

const rust = {
  name: 'set-up: Rust',
  run() {
    const version = ask('rustc', ['--version'])?.split(' ')[1];
    if (version === undefined || ask('cargo', ['--version']) === undefined) {
      throw new Fault(
        'Rust was not found: install it from https://rustup.rs and run this command again.',
      );
    }
    const oldest = oldestRust();
    if (oldest !== undefined && isOlder(version, oldest)) {
      throw new Fault(
        `Rust ${version} is too old: run \`rustup update stable\` to get ${oldest} or newer, ` +
          'and run this command again.',
      );
    }
    return `Rust ${version}`;
  },
};

function isOlder(version, floor) {
  const numbers = (text) => text.split(/[.-]/).slice(0, 2).map(Number);
  const [major, minor] = numbers(version);
  const [floorMajor, floorMinor] = numbers(floor);
  return major === floorMajor ? minor < floorMinor : major < floorMajor;
}

function hasRustTarget(target) {
  const sysroot = ask('rustc', ['--print', 'sysroot']) ?? '';
  return existsSync(join(sysroot, 'lib', 'rustlib', target));
}

const rustTarget = (target) => ({
  name: `set-up: Rust target ${target}`,
  needs: [rust.name],
  async run() {
    if (hasRustTarget(target)) return 'present';
    requireRustup(`the target ${target}`);
    await run('rustup', ['target', 'add', target]);
  },
});

const rustComponents = {
  name: 'set-up: rustfmt and clippy',
  needs: [rust.name],
  async run() {
    const missing = [
      ['rustfmt', ['fmt', '--version']],
      ['clippy', ['clippy', '--version']],
    ].filter(([, args]) => ask('cargo', args) === undefined);
    if (missing.length === 0) return 'present';
    const names = missing.map(([component]) => component);
    requireRustup(names.join(' and '));
    await run('rustup', ['component', 'add', ...names]);
  },
};

function requireRustup(what) {
  if (findProgram(['rustup']) !== undefined) return;
  throw new Fault(
    `rustup was not found, which installs ${what}: install it from https://rustup.rs ` +
      'and run this command again.',
  );
}

/** Whether the tool is there and says that it is the version that we want. */
const answers = ({ program, version }) => ask(program, ['--version'])?.split(' ')[1] === version();

const cargoTool = (tool) => ({
  name: `set-up: ${tool.crate}`,
  needs: [rust.name],
  async run() {
    // Not --locked, unless told so: the lock file the crate ships can name versions that a registry has
    // withdrawn.
    const { crate, options = [] } = tool;
    const version = tool.version();
    if (answers(tool)) return version;
    const folder = toolFolder(crate, version);
    say(`  ${crate} ${version} is compiled once for all clones; this takes several minutes.`);
    await run('cargo', ['install', crate, '--version', version, '--root', folder, ...options], {
      minutes: 120,
    });
    if (!answers(tool)) {
      throw new Fault(
        `${crate} was installed into ${folder} but does not answer as ${version}: remove that ` +
          'folder and run this command again.',
      );
    }
  },
});

const npmDependencies = {
  name: 'set-up: npm dependencies',
  async run() {
    // npm writes this file as the last act of an installation.
    const installed = inProject('node_modules', '.package-lock.json');
    const lock = inProject('package-lock.json');
    if (!existsSync(lock)) {
      throw new Fault('package-lock.json was not found: restore it with `git checkout`.');
    }
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
      return 'up to date';
    }
    await installLocked();
  },
};

const npmTool = (tool) => ({
  name: `set-up: ${tool.name} ${tool.version}`,
  async run() {
    if (isInstalled(tool)) return 'present';
    await installInto(prepareFolder(tool), [`${tool.name}@${tool.version}`]);
  },
});

const browserProgram = (program) => ({
  name: `set-up: ${program.name}`,
  async run() {
    const { variable } = program;
    const found = findBrowserProgram(program);
    if (found !== undefined) return found;
    if (process.env[variable]) {
      throw new Fault(
        `${variable} names ${process.env[variable]}, which is not a program: correct or unset it, ` +
          'and run this command again.',
      );
    }
    await installBrowserPrograms();
    return requireBrowserProgram(program);
  },
});

let installation;

/** All that are missing at once, and only once, however many steps ask. */
function installBrowserPrograms() {
  const missing = browserPrograms.filter(
    (each) => !process.env[each.variable] && findBrowserProgram(each) === undefined,
  );
  installation ??= installOnDebian(missing.map(({ debian }) => debian));
  return installation;
}

/** Only where it takes no password; whether it worked is for the caller to look at. */
async function installOnDebian(packages) {
  const isDebian = existsSync('/etc/debian_version') && findProgram(['apt-get']) !== undefined;
  if (!isDebian || process.getuid?.() !== 0) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    say(`  ${error.message}`);
  }
}

/** What the build needs. */
export const setupForBuild = [
  node,
  rust,
  rustTarget('wasm32-unknown-unknown'),
  ...cargoTools.map(cargoTool),
  npmDependencies,
];

/** What `npm run deny` needs. */
export const setupForDeny = [rust, cargoTool(cargoDeny)];

/** What the quick checks need beyond the build. */
export const setupForCheck = [...setupForBuild, rustComponents];

/** What `npm run bench` needs beyond the build, as long as it measures in Node. */
export const setupForBench = [npmTool(npmTools.nodeRsJsonwebtoken)];

/** What running the suite everywhere needs beyond the build. */
export const setupForRuntimes = [
  ...Object.values(npmTools).map(npmTool),
  ...browserPrograms.map(browserProgram),
];

/** What running the package with its users' tools needs beyond the build. */
export const setupForPackaging = [
  npmTool(npmTools.deno),
  npmTool(npmTools.bun),
  browserProgram(chromium),
];

/** What all checks need. */
export const setupForTest = [
  ...setupForCheck,
  rustTarget('thumbv7em-none-eabi'),
  ...setupForRuntimes,
];

const FASTLY_TARGET = 'wasm32-wasip1';

/** What the tests on Fastly Compute need beyond the build. */
export const setupForFastly = [
  node,
  rust,
  rustTarget(FASTLY_TARGET),
  cargoTool(viceroy),
  npmTool(jsCompute),
];

/** Whether all of that is there. */
export const isReadyForFastly = () =>
  hasRustTarget(FASTLY_TARGET) && answers(viceroy) && isInstalled(jsCompute);

/** The names by which other steps say what they need. */
export const needs = {
  rust: rust.name,
  rustComponents: rustComponents.name,
  bareMetalTarget: rustTarget('thumbv7em-none-eabi').name,
  npm: npmDependencies.name,
  npmTool: (tool) => npmTool(tool).name,
  chromium: browserProgram(chromium).name,
  browsers: browserPrograms.map((program) => browserProgram(program).name),
  build: setupForBuild.map((step) => step.name),
};
