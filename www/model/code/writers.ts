/** Who writes the code for each place where it can run. */
import { nodeCode, workerCode } from './javascript.js';
import { rustCode } from './rust.js';

export const WRITERS = { worker: workerCode, node: nodeCode, rust: rustCode };
