// Runs the suite in headless Chromium, against the packed package, under the
// Content-Security-Policy that the package asks for; and sees what happens under a stricter one.

import { accessSync, constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { loop, withResults } from './loop.mjs';
import { registerOtherVerifiers } from './other-verifiers.mjs';
import { runner } from './runner.mjs';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name that is not this machine's own: for a browser, http://127.0.0.1 is as good as HTTPS.
  '--host-resolver-rules=MAP plain-http.test 127.0.0.1',
];
const WITH_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const WITHOUT_WASM = "default-src 'self'; script-src 'self'";
/** Milliseconds for a page; the suite takes seconds. */
const PATIENCE = 300_000;
const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript' };

/** The program to run: the one that CHROMIUM names, else the first on PATH. */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const paths = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find(isExecutable);
  if (found === undefined) throw new Error('Chromium was not found: set CHROMIUM to its path');
  return found;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Serves the pages, the suite, the copies and the fixtures, from this machine alone. */
async function serve(folder) {
  const pages = {
    '/': [WITH_WASM, '/runtimes/page.mjs'],
    '/locked': [WITHOUT_WASM, '/runtimes/locked-page.mjs'],
    '/signing': [WITH_WASM, '/runtimes/signing-page.mjs'],
    '/insecure': [WITH_WASM, '/runtimes/insecure-page.mjs'],
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const page = pages[pathname];
    if (page !== undefined) {
      const [policy, script] = page;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', policy);
      response.end(
        `<!doctype html><title>edge-jwt</title><script type="module" src="${script}"></script>`,
      );
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
  const roots = { copies: folder, 'fixtures.mjs': folder, suite: TESTS, runtimes: TESTS };
  if (!Object.hasOwn(roots, top)) return undefined;
  return readFile(join(roots[top], path)).catch(() => undefined);
}

/** What a page found, once it has. Errors of the page itself end the wait, and so does time. */
async function resultOf(browser, url, name) {
  const page = await browser.newPage();
  const broken = new Promise((_, reject) => {
    page.on('pageerror', reject);
    page.on('crash', () => reject(new Error(`${url} crashed`)));
    setTimeout(reject, PATIENCE, new Error(`${url} gave no result in time`)).unref();
  });
  await page.goto(url);
  const result = await Promise.race([
    page.evaluate((property) => globalThis[property], name),
    broken,
  ]);
  if (result === undefined) throw new Error(`${url} gave no result: its script did not load`);
  return result;
}

function checkLocked({ failures, inspection }) {
  const problems = [];
  for (const failure of failures) {
    if (failure?.isJoseError !== true || failure.code !== 'ERR_WASM_UNAVAILABLE') {
      problems.push(`the call gave ${JSON.stringify(failure)} in place of ERR_WASM_UNAVAILABLE`);
    } else if (!failure.message.includes("'wasm-unsafe-eval'") || !failure.hasCause) {
      problems.push(`the error does not say what to do: ${JSON.stringify(failure)}`);
    }
  }
  const [check] = inspection.checks;
  if (inspection.valid || check.name !== 'module' || check.code !== 'ERR_WASM_UNAVAILABLE') {
    problems.push(`inspect says ${JSON.stringify(inspection)}`);
  }
  const name = "script-src 'self' alone is told to the caller";
  return {
    passed: problems.length === 0 ? 1 : 0,
    failures: problems.map((message) => ({ name, message })),
  };
}

function checkInsecure({ isSecureContext, verifiedAlgorithm, failures }) {
  const problems = failures
    .filter(
      (failure) =>
        failure?.isJoseError !== true ||
        failure.code !== 'ERR_CRYPTO_UNAVAILABLE' ||
        !/https.*localhost/.test(failure.message),
    )
    .map((failure) => `the call gave ${JSON.stringify(failure)} in place of a clear error`);
  if (isSecureContext) problems.push('the page was taken for a secure one: nothing was tested');
  if (verifiedAlgorithm !== 'RS256') problems.push('the page did not verify a token');
  const name = 'a plain-HTTP page is told why it cannot sign, and verifies all the same';
  return {
    passed: problems.length === 0 ? 1 : 0,
    failures: problems.map((message) => ({ name, message })),
  };
}

/** What others say of tokens that were signed in the browser. */
async function checkSigned(tokens) {
  const { test, run } = loop();
  registerOtherVerifiers(test, tokens);
  return run();
}

await runner('chromium', async ({ folder }) => {
  const { server, origin } = await serve(folder);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    const foreign = origin.replace('127.0.0.1', 'plain-http.test');
    const suite = await resultOf(browser, `${origin}/`, 'suiteResult');
    const others = [
      checkLocked(await resultOf(browser, `${origin}/locked`, 'lockedResult')),
      await checkSigned(await resultOf(browser, `${origin}/signing`, 'signingResult')),
      checkInsecure(await resultOf(browser, `${foreign}/insecure`, 'insecureResult')),
    ];
    return withResults({ ...suite, version: browser.version() }, others);
  } finally {
    await browser.close();
    server.close();
  }
});
