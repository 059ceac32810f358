// What the module Worker of a page runs: the task that its address names.

import { runTask } from './task.mjs';

postMessage(await runTask(new URLSearchParams(location.search).get('task')));
