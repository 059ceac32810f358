// How the consumers that are frameworks are built and run. Each brings a server, which is asked for what
// it verified itself, and a page for the browser.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../support/npm.mjs';
import { visit, visitDevelopment } from './page.mjs';
import { answerIn, answerOf, withServer } from './server.mjs';

const next15 = { source: 'next-15', like: 'next-16', tool: 'next', needs: 'nothing' };
const next16 = { source: 'next-16', tool: 'next', needs: 'nothing' };
const sveltekit = { source: 'sveltekit', tool: '@sveltejs/kit', needs: 'nothing' };
const nuxt = { source: 'nuxt', tool: 'nuxt', needs: 'nothing' };
const astro = { source: 'astro', tool: 'astro', needs: 'nothing' };
const angular = { source: 'angular', tool: '@angular/ssr', needs: 'nothing' };

/** As in consumers.mjs. */
export const frameworkConsumers = {
  'next-15': { ...next15, run: runNextBuild('build', askNext) },
  'next-15-dev': { ...next15, run: develop('dev', askNext) },
  'next-15-turbopack': { ...next15, isLong: true, run: runNextBuild('build:turbopack', askNext) },
  'next-15-turbopack-dev': { ...next15, isLong: true, run: develop('dev:turbopack', askNext) },
  'next-16': { ...next16, run: runNextBuild('build', askNext) },
  'next-16-dev': { ...next16, isLong: true, run: develop('dev', askNext) },
  'next-16-webpack': {
    ...next16,
    run: withoutEdgeRoute(runNextBuild('build:webpack', askNextWebpack)),
  },
  'next-16-webpack-dev': {
    ...next16,
    isLong: true,
    run: withoutEdgeRoute(develop('dev:webpack', askNextWebpack)),
  },
  'sveltekit-node': { ...sveltekit, run: build('build:node', 'start:node', askRendered) },
  'sveltekit-cloudflare': {
    ...sveltekit,
    run: build('build:cloudflare', 'start:cloudflare', askRendered),
  },
  'sveltekit-dev': { ...sveltekit, isLong: true, run: develop('dev', askRendered) },
  nuxt: { ...nuxt, run: build('build', 'start', askRendered) },
  'nuxt-dev': { ...nuxt, isLong: true, run: develop('dev', askRendered) },
  'nitro-cloudflare': {
    source: 'nitro',
    tool: 'nitropack',
    needs: 'experimental.wasm, as for any .wasm',
    isLong: true,
    run: runNitro,
  },
  astro: { ...astro, run: build('build', 'start', askRendered) },
  'astro-dev': { ...astro, isLong: true, run: develop('dev', askRendered) },
  angular: { ...angular, run: build('build', 'start', askRendered) },
  'angular-dev': { ...angular, isLong: true, run: develop('dev', askRendered) },
};

function develop(script, ask) {
  return ({ folder, browser }) =>
    withServer(folder, script, async (origin) => {
      const page = await visitDevelopment(browser, `${origin}/`);
      return { answers: { page, ...(await ask(origin)) } };
    });
}

function build(script, start, ask) {
  return async ({ folder, browser }) => {
    await npm(['run', script], folder);
    return serve(folder, start, ask, browser);
  };
}

/** Next puts scripts into its pages, which no policy without 'unsafe-inline' lets run; so do others. */
function serve(folder, start, ask, browser) {
  return withServer(folder, start, async (origin) => {
    const { result, size } = await visit(browser, `${origin}/`);
    return { answers: { page: result, ...(await ask(origin)) }, size };
  });
}

/** `next start`, and what `output: 'standalone'` leaves, where nothing of the project is in reach. */
function runNextBuild(script, ask) {
  return async ({ folder, browser }) => {
    await npm(['run', script], folder);
    const { answers, size } = await serve(folder, 'start', ask, browser);
    const elsewhere = await mkdtemp(join(tmpdir(), 'edge-jwt-'));
    try {
      await cp(join(folder, '.next', 'standalone'), elsewhere, { recursive: true });
      const assets = join('.next', 'static');
      await cp(join(folder, assets), join(elsewhere, assets), { recursive: true });
      const standalone = await serve(elsewhere, 'standalone', ask, browser);
      return { answers: { ...answers, ...prefixed('standalone', standalone.answers) }, size };
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  };
}

const prefixed = (prefix, answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([place, answer]) => [`${prefix} ${place}`, answer]),
  );

/** Nitro alone has no pages. */
async function runNitro({ folder }) {
  await npm(['run', 'build'], folder);
  return withServer(folder, 'start', async (origin) => ({
    answers: { route: await answerOf(`${origin}/api`) },
  }));
}

/** With webpack, Next 16.4 fails on every edge route, whatever that imports. */
function withoutEdgeRoute(run) {
  return async (project) => {
    await rm(join(project.folder, 'app', 'edge'), { recursive: true });
    return run(project);
  };
}

async function askNext(origin) {
  return { ...(await askNextWebpack(origin)), 'edge route': await answerOf(`${origin}/edge`) };
}

async function askNextWebpack(origin) {
  return {
    'Node route': await answerOf(`${origin}/node`),
    middleware: await answerOf(`${origin}/middleware`),
  };
}

/** A page that is rendered on the server, and a route. */
async function askRendered(origin) {
  return {
    'rendered page': await answerIn(`${origin}/`),
    route: await answerOf(`${origin}/api`),
  };
}
