// Fastly Compute on this machine: a service that js-compute makes of the scripts and viceroy runs. Each
// request has an instance of its own, which begins where the build left it.

import { execFile } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { jsCompute, modulesOf } from '../../../scripts/lib/npm-tools.mjs';
import { viceroy } from '../../../scripts/lib/tools.mjs';
import { withViceroy } from '../../../tests/fastly/viceroy.mjs';
import { bundleScript, writeScripts } from './scripts.mjs';

const SERVICE = `
import measure from './measure.mjs';
import startUp from './start-up.mjs';

const scripts = { '/measure': measure, '/start-up': startUp };

async function answer({ url }) {
  const run = scripts[new URL(url).pathname];
  if (run === undefined) return new Response(null, { status: 404 });
  try {
    return Response.json(await run());
  } catch (error) {
    return new Response(\`\${error}\\n\${error.stack}\`, { status: 500 });
  }
}

addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
`;

export async function inFastly({ folder }, { starts, ...task }) {
  await writeScripts(folder, { ...task, ours: 'edge-jwt-on-fastly' });
  await bundleScript(folder, 'service', SERVICE, { conditions: ['fastly'] });
  const compiler = join(modulesOf(jsCompute), '.bin', 'js-compute-runtime');
  await promisify(execFile)(compiler, ['bundled/service.js', 'service.wasm'], { cwd: folder });
  const command = 'viceroy serve service.wasm';
  return withViceroy({ command, folder, place: folder }, async (url) => {
    const rows = await answerOf(`${url}measure`);
    const startMs = [];
    while (startMs.length < starts) startMs.push(await answerOf(`${url}start-up`));
    const version = `${jsCompute.version} of js-compute on viceroy ${viceroy.version()}`;
    return { version, rows, startMs };
  });
}

/** Not `fetch`, which waits five minutes for an answer and no longer. */
async function answerOf(url) {
  const response = await new Promise((resolve, reject) => get(url, resolve).on('error', reject));
  const answer = await text(response);
  if (response.statusCode === 200) return JSON.parse(answer);
  throw new Error(`${url} answered ${response.statusCode}: ${answer}`);
}
