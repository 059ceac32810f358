// Serves the pages, the suite, the copies and the fixtures to a browser on this machine, each with the
// Content-Security-Policy that its task is about.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
const WITH_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const WITHOUT_WASM = "default-src 'self'; script-src 'self'";
const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript' };
const PAGE =
  '<!doctype html><title>edge-jwt</title>' +
  '<script type="module" src="/runtimes/pages/page.mjs"></script>';

/** The server, listening, and its origin. `folder` is that of the packed package. */
export async function serveBrowser(folder) {
  const server = createServer(async (request, response) => {
    // A browser that takes this server for its proxy sends the whole URL.
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const isLocked = searchParams.get('task') === 'locked';
    response.setHeader('Content-Security-Policy', isLocked ? WITHOUT_WASM : WITH_WASM);
    if (pathname === '/page') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(PAGE);
      return;
    }
    const content = await contentOf(pathname, folder);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'text/plain');
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

async function contentOf(pathname, folder) {
  const path = normalize(pathname);
  const top = path.split('/')[1];
  const roots = {
    copies: folder,
    'fixtures.mjs': folder,
    suite: TESTS,
    runtimes: TESTS,
    support: TESTS,
  };
  if (!Object.hasOwn(roots, top)) return undefined;
  return readFile(join(roots[top], path)).catch(() => undefined);
}
