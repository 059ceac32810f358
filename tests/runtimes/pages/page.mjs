// What every page loads: it runs the task that its address names, here or in a module Worker.

import { runTask } from './task.mjs';

function runInWorker(task) {
  const worker = new Worker(`/runtimes/pages/worker.mjs?task=${task}`, { type: 'module' });
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: `the Worker broke: ${message ?? ''}` });
  });
}

const address = new URLSearchParams(location.search);
const run = address.get('place') === 'Worker' ? runInWorker : runTask;

/** The result, for the runner to ask for. */
globalThis.taskResult = run(address.get('task'));
