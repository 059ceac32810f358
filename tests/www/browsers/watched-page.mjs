// The built page with a watch on it, for browsers that do not tell a test what goes wrong in a page: a script
// before all others, from the page's own origin, as its Content-Security-Policy wants it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createFileServer } from '../../../scripts/serve.mjs';
import { inProject } from '../../../scripts/lib/project.mjs';

const DIST = inProject('www', 'dist');

/** It runs in the page; what it sees is in `watched`. */
function watch() {
  const watched = (globalThis.watched = []);
  for (const level of ['error', 'warn']) {
    console[level] = (...parts) => watched.push(`${level} on the console: ${parts.join(' ')}`);
  }
  const listen = (type, tell) => addEventListener(type, (event) => watched.push(tell(event)), true);
  // While it is captured also of what could not be loaded, which does not bubble.
  listen('error', ({ message, target }) => `error: ${message ?? target.outerHTML}`);
  listen('unhandledrejection', ({ reason }) => `rejected: ${reason}`);
  listen(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI }) => `the policy refused ${violatedDirective}: ${blockedURI}`,
  );
}

/** Serves it on the loopback interface, under a name that browsers take for secure. */
export async function serveWatchedPage(whenDone) {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const files = createFileServer(DIST);
  const texts = {
    '/': ['text/html; charset=utf-8', withWatch(page)],
    '/watch.js': ['text/javascript; charset=utf-8', `(${watch})();`],
  };
  const server = createServer((request, response) => {
    const [type, text] = texts[request.url] ?? [];
    if (type === undefined) files.emit('request', request, response);
    else response.writeHead(200, { 'content-type': type }).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenDone(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${server.address().port}`;
}

/** After the policy, so that it holds for this script too. */
function withWatch(page) {
  const [policy] = /<meta[^>]*http-equiv[^>]*>/.exec(page);
  return page.replace(policy, () => `${policy}<script src="./watch.js"></script>`);
}
