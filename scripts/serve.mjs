// Serves the built page, www/dist, to this machine, and to nobody else, until it is stopped.

import { readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, flags, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

const DEFAULT_PORT = 8080;

/** A file with any other ending is not served. */
const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'cache-control': 'no-store',
  // The rest of the policy is in the page itself; this one a `meta` element cannot state.
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** An HTTP server, not yet listening, for the files below `folder`. */
export function createFileServer(folder) {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    const { status, headers, body } = answer(root, request);
    response.writeHead(status, { ...HEADERS, ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}

function answer(root, { method, url }) {
  if (method !== 'GET' && method !== 'HEAD') {
    return { ...text(405, 'Only GET and HEAD are answered.'), headers: { allow: 'GET, HEAD' } };
  }
  const path = findFile(root, url);
  if (path === undefined) return text(404, 'There is no such file.');
  return {
    status: 200,
    headers: { 'content-type': MEDIA_TYPES[extname(path)] },
    body: readFileSync(path),
  };
}

function text(status, sentence) {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status, headers, body: Buffer.from(`${sentence}\n`) };
}

/** The file that a request's target names, or undefined: not there, outside of `root`, hidden. */
function findFile(root, target) {
  try {
    const named = decodeURIComponent(target.split('?')[0]);
    // The real path, because a link inside the folder may lead out of it.
    const path = realpathSync(join(root, named.endsWith('/') ? `${named}index.html` : named));
    const isInside = path.startsWith(root + sep);
    const isHidden = path.slice(root.length).includes(`${sep}.`);
    return isInside && !isHidden && extname(path) in MEDIA_TYPES ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The port that PORT names, else 8080. */
function choosePort() {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return DEFAULT_PORT;
  const port = Number(PORT);
  if (/^\d+$/.test(PORT) && port >= 1 && port <= 65535) return port;
  throw new Fault(`PORT is "${PORT}", which is not a port: give a number from 1 to 65535.`);
}

/** Serves the page until SIGINT or SIGTERM. */
export async function servePage() {
  const port = choosePort();
  const server = createFileServer(inProject('www', 'dist'));
  await new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(port, cause)));
    // Not every interface: the page is for the person at this machine.
    server.listen(port, '127.0.0.1', resolve);
  });
  console.log(`\nThe page is at http://localhost:${port} until you press Ctrl-C.`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  server.close();
  server.closeAllConnections();
}

function cannotListen(port, cause) {
  if (cause.code !== 'EADDRINUSE') {
    return new Fault(`Port ${port} cannot be served on: ${cause.message}.`);
  }
  return new Fault(
    `Port ${port} is taken by another program: stop that one, or choose another port with ` +
      '`PORT=8081 npm start`.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    flags([]);
    await servePage();
  });
}
