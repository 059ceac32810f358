// Consumers that end on a server, in a test runner or in an extension: how each is built and run, and what it
// needs that its tool does not do on its own.

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { npm } from '../support/npm.mjs';
import { visitExtension } from './extension.mjs';

const runFile = promisify(execFile);
const bun = () => platformProgram(npmTools.bun, '@oven', 'bin', 'bun');
const deno = () => platformProgram(npmTools.deno, '@deno', 'deno');

const NOTHING = 'nothing';
const IN_JEST = { 'test:cjs': ['node', 'jsdom'], 'test:esm': ['node', 'jsdom'] };
const JEST_NEEDS = 'for CommonJS a transformIgnorePatterns that lets edge-jwt through';

/** As `consumers` has them; `version` where the tool is not in the project. */
export const nodeConsumers = {
  'esbuild-node': {
    source: 'esbuild',
    tool: 'esbuild',
    needs: NOTHING,
    run: runOutputs({ 'build:cjs': 'dist/server.cjs', 'build:esm': 'dist/server.mjs' }),
  },
  'rollup-node': {
    source: 'rollup',
    tool: 'rollup',
    needs: '@rollup/plugin-node-resolve, as for any package',
    run: runOutputs({ 'build:cjs': 'dist/server.cjs', 'build:esm': 'dist/server.mjs' }),
  },
  'vite-ssr': { source: 'vite', tool: 'vite', needs: NOTHING, run: runViteSsr },
  'webpack-node': {
    source: 'webpack',
    tool: 'webpack',
    needs: NOTHING,
    run: runOutputs({ 'build:cjs': 'dist-node/main.js', 'build:esm': 'dist-node/main.mjs' }),
  },
  'rspack-node': {
    source: 'rspack',
    tool: '@rspack/core',
    needs: NOTHING,
    run: runOutputs({ 'build:cjs': 'dist-node/main.js' }),
  },
  ncc: {
    source: 'ncc',
    tool: '@vercel/ncc',
    needs: NOTHING,
    run: runOutputs({ 'build:cjs': 'dist/cjs/index.cjs', 'build:esm': 'dist/esm/index.js' }),
  },
  lambda: { source: 'lambda', tool: 'esbuild', needs: NOTHING, run: runLambda },
  library: {
    source: 'library',
    tool: 'hono',
    needs: NOTHING,
    run: runOutputs({ 'build:esbuild': 'dist/server.cjs', 'build:rollup': 'dist/server.mjs' }),
  },
  bun: { source: 'bun', tool: 'bun', version: npmTools.bun.version, needs: NOTHING, run: runBun },
  deno: {
    source: 'deno',
    tool: 'deno',
    version: npmTools.deno.version,
    needs: 'no permission',
    run: runDeno,
  },
  'jest-29': { source: 'jest-29', tool: 'jest', needs: JEST_NEEDS, run: runTests(IN_JEST) },
  'jest-30': {
    source: 'jest-30',
    tool: 'jest',
    needs: `${JEST_NEEDS}, for edge-runtime edge-jwt/inline`,
    run: runTests({ ...IN_JEST, 'test:edge': ['edge-runtime'] }),
  },
  vitest: {
    source: 'vitest',
    tool: 'vitest',
    needs: NOTHING,
    run: runTests({ test: ['node', 'jsdom', 'happy-dom'] }),
  },
  extension: {
    source: 'extension',
    tool: 'esbuild',
    needs: "'wasm-unsafe-eval' in the manifest",
    run: runExtension,
  },
};

/** Builds by each script what it leaves in one file, and runs that file alone in Node. */
function runOutputs(outputs) {
  return async ({ folder }) => {
    const answers = {};
    for (const [script, output] of Object.entries(outputs)) {
      await npm(['run', script], folder);
      answers[script] = await runAlone(join(folder, output), nodeNameOf(output, script));
    }
    return { answers };
  };
}

/** By its name Node tells the format of a file without a package.json. */
const nodeNameOf = (output, script) =>
  /\.[cm]js$/.test(output) ? basename(output) : `server.${script.endsWith('cjs') ? 'cjs' : 'mjs'}`;

/** What a copy of the file prints in a folder where nothing else is: neither the package nor its module. */
const runAlone = (file, name, { program = process.execPath, argsOf = (path) => [path] } = {}) =>
  inEmptyFolder(async (place) => {
    const copy = join(place, name);
    await copyFile(file, copy);
    return printedBy(program, argsOf(copy), place);
  });

async function inEmptyFolder(use) {
  const place = await mkdtemp(join(tmpdir(), 'edge-jwt-alone-'));
  try {
    return await use(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function runViteSsr({ folder }) {
  await npm(['run', 'build:ssr'], folder);
  const { stdout } = await runFile(process.execPath, ['dev-ssr.js'], { cwd: folder });
  return {
    answers: {
      'vite build --ssr': await runAlone(join(folder, 'dist-ssr', 'server.js'), 'server.mjs'),
      ssrLoadModule: JSON.parse(stdout),
    },
  };
}

/** As the runtime of Lambda does: it loads the file from a folder of its own, and calls the handler. */
async function runLambda({ folder }) {
  const call = (path) => `
    import(${JSON.stringify(pathToFileURL(path).href)})
      .then(({ handler }) => handler({}, {}))
      .then(({ body }) => console.log(body));`;
  const argsOf = (path) => ['--eval', call(path)];
  const answers = {};
  for (const [script, name] of [
    ['build:cjs', 'index.cjs'],
    ['build:esm', 'index.mjs'],
  ]) {
    await npm(['run', script], folder);
    answers[script] = await runAlone(join(folder, 'dist', name), name, { argsOf });
  }
  return { answers };
}

async function runBun({ folder }) {
  const build = async (output, ...args) => {
    await runFile(bun(), ['build', 'src/server.js', '--outfile', output, ...args], { cwd: folder });
    return output;
  };
  const forBun = await build(join(folder, 'dist', 'bun.js'), '--target=bun');
  const forNode = await build(join(folder, 'dist', 'node.mjs'), '--target=node');
  // Not copied: a program that this process has written cannot be run while it starts another one.
  const compiled = await inEmptyFolder(async (place) =>
    printedBy(await build(join(place, 'server'), '--compile'), [], place),
  );
  return {
    answers: {
      'bun run': await printedBy(bun(), ['run', 'src/server.js'], folder),
      'build --target=bun': await runAlone(forBun, 'bun.js', { program: bun() }),
      'build --target=node': await runAlone(forNode, 'node.mjs'),
      'build --compile': compiled,
    },
  };
}

/** `deno bundle` fetches an esbuild of its own from npm's registry once. */
async function runDeno({ folder }) {
  const modules = '--node-modules-dir=manual';
  const run = ['run', '--no-prompt', '--no-remote'];
  const bundle = join(folder, 'dist', 'server.js');
  await runFile(deno(), ['bundle', modules, '--output', bundle, 'src/server.js'], { cwd: folder });
  const argsOf = (path) => [...run, path];
  return {
    answers: {
      'deno run': await printedBy(deno(), [...run, modules, 'src/server.js'], folder),
      'deno bundle': await runAlone(bundle, 'server.js', { program: deno(), argsOf }),
    },
  };
}

async function printedBy(program, args, cwd) {
  const { stdout } = await runFile(program, args, { cwd });
  return JSON.parse(stdout);
}

/** Runs each script, whose tests leave their answers in files named after the environment. */
function runTests(scripts) {
  return async ({ folder }) => {
    const answers = {};
    for (const [script, environments] of Object.entries(scripts)) {
      await npm(['run', script], folder);
      for (const environment of environments) {
        const file = join(folder, `${environment}.json`);
        answers[`${script} ${environment}`] = JSON.parse(await readFile(file, 'utf8'));
        await rm(file);
      }
    }
    return { answers };
  };
}

async function runExtension({ folder }) {
  await npm(['run', 'build'], folder);
  return { answers: await visitExtension(folder) };
}
