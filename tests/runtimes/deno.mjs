// Runs the suite in Deno, against the packed package, with no permission; and `init`, which needs one for a
// file.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { inDeno } from './left-out.mjs';
import { loop, withResults } from '../support/loop.mjs';
import { runInProgram } from '../support/program.mjs';
import { runner } from './runner.mjs';

const ARGS = ['run', '--no-prompt', '--no-remote', '--node-modules-dir=manual'];
const runFile = promisify(execFile);

/** Prints what `init` says of the file, `works` where it took it. */
const SCRIPT = `
import { init } from 'edge-jwt/slim';
const url = new URL(import.meta.url.replace(/[^/]+$/, Deno.args[0]));
console.log(await init(url).then(() => 'works', ({ code, message }) => \`\${code} \${message}\`));
`;

await runner('deno', async ({ folder }) => {
  const program = platformProgram(npmTools.deno, '@deno', 'deno');
  const suite = await runInProgram({ program, args: ARGS, folder, leftOut: inDeno });
  await writeFile(join(folder, 'init.mjs'), SCRIPT);
  const saidOf = async (file, ...permissions) => {
    const args = [...ARGS, ...permissions, join(folder, 'init.mjs'), file];
    return (await runFile(program, args, { cwd: folder })).stdout.trim();
  };
  const file = 'node_modules/edge-jwt/wasm/edge_jwt_bg.wasm';
  const { test, run } = loop();
  test('init of a file works with --allow-read, and asks for it otherwise', async () => {
    assert.equal(await saidOf(file, '--allow-read'), 'works');
    assert.match(await saidOf(file), /^ERR_WASM_UNAVAILABLE .*: in Deno it needs --allow-read/);
    const missing = await saidOf('no-such-file.wasm', '--allow-read');
    assert.match(missing, /^ERR_WASM_UNAVAILABLE .*: no such file/);
  });
  return withResults(suite, [await run()]);
});
