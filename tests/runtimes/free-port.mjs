// A port for a program that neither chooses one by itself nor tells which.

import { createServer } from 'node:net';

/** The number of a port of the loopback interface that nobody has at the moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
