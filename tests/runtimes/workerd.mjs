// Runs the suite in workerd, the runtime of Cloudflare Workers, by itself: no wrangler and no
// bundler, which is why the entry is named. The package and the suite are modules of one worker.

import { readdirSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../scripts/lib/project.mjs';
import { inWorkerd } from './left-out.mjs';
import { COPIES } from '../support/pack.mjs';
import { runner } from './runner.mjs';
import { askWorkerd } from './serve-workerd.mjs';

const WORKER = `
import fixtures from './fixtures.mjs';
import { runSuite } from './tests/runtimes/in-runtime.mjs';

const importPackage = (copy) => import(\`./copies/\${copy}/node_modules/edge-jwt/dist/workerd.js\`);
const leftOut = ${JSON.stringify(inWorkerd)};

/** Clocks go on only when something was waited for. */
async function clock() {
  await scheduler.wait(0);
  return performance.now();
}

export default {
  fetch: async () => Response.json(await runSuite({ importPackage, fixtures, leftOut, clock })),
};
`;

await runner('workerd', async ({ folder }) => {
  await symlink(inProject('tests'), join(folder, 'tests'));
  await writeFile(join(folder, 'worker.mjs'), WORKER);
  return askWorkerd(folder, modulesIn(folder));
});

function modulesIn(folder) {
  const suite = ['suite', 'runtimes', 'support'].flatMap((name) => filesIn(folder, 'tests', name));
  const copies = Array.from({ length: COPIES }, (_, index) =>
    ['dist', 'wasm'].flatMap((name) =>
      filesIn(folder, 'copies', `${index + 1}`, 'node_modules', 'edge-jwt', name),
    ),
  );
  const isModule = (path) => /\.(mjs|js|wasm)$/.test(path);
  return ['worker.mjs', 'fixtures.mjs', ...suite, ...copies.flat()].filter(isModule);
}

function filesIn(folder, ...path) {
  return readdirSync(join(folder, ...path), { recursive: true }).map((name) => join(...path, name));
}
