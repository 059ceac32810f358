/**
 * Keeps the page for later: after the first visit it works without a network. The page itself is asked for
 * anew each time there is one, so that nobody is left with an old version; its files have their content
 * in their names.
 */

/** The files of the page, put in by the build. */
declare const FILES: readonly string[];
/** What the files hash to together, put in by the build. */
declare const VERSION: string;

/** TypeScript takes `self` for that of any worker. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const CACHE = `edge-jwt ${VERSION}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  // Key sets of others are none of its business.
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? fresh(request) : kept(request));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await worker.skipWaiting();
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('edge-jwt ') && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fresh(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await caches.match('./', { ignoreSearch: true });
    if (page === undefined) throw error;
    return page;
  }
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
