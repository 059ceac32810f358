// workerd: one request does all. Its clock stands still while code runs, so that a start cannot be timed.

import { join } from 'node:path';
import { askWorkerd } from '../../../tests/runtimes/serve-workerd.mjs';
import { bundleScript, writeScripts } from './scripts.mjs';

const WORKER = `
import run from './measure.mjs';
export default { fetch: async () => Response.json({ rows: await run() }) };
`;
/**
 * Goes on only when something was waited for, and then to the time of that event: where much else runs, a
 * turn may be told too short and the next one too long. The quartiles show it.
 */
const CLOCK = 'async () => (await scheduler.wait(0), performance.now())';

export async function inWorkerd({ folder }, task) {
  await writeScripts(folder, { ...task, clock: CLOCK });
  await bundleScript(folder, 'worker', WORKER, { conditions: ['workerd'] });
  const modules = ['worker.js', 'edge_jwt_bg.wasm'];
  return { ...(await askWorkerd(join(folder, 'bundled'), modules)), startMs: [] };
}
