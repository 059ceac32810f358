// A port for a program that neither chooses one by itself nor tells which.

import { createServer } from 'node:net';

/** Those that were named before, whose programs may not have opened them yet. */
const named = new Set();

/** The number of a port of the loopback interface that nobody has at the moment, and none named before. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (named.has(port)) return freePort();
  named.add(port);
  return port;
}
