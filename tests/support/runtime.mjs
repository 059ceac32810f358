// Stand-ins for what other runtimes are like.

/** Runs `action` as if in Cloudflare Workers, as far as a program can tell by the runtime's name. */
export async function inWorkers(action) {
  const replaced = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const value = { userAgent: 'Cloudflare-Workers' };
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true });
  try {
    return await action();
  } finally {
    delete globalThis.navigator;
    if (replaced !== undefined) Object.defineProperty(globalThis, 'navigator', replaced);
  }
}

/** Runs `action` where requests refuse these settings, as workerd's do. */
export async function withRequestsRefusing(isRefused, action) {
  const { Request } = globalThis;
  globalThis.Request = class extends Request {
    constructor(url, init) {
      if (isRefused(init)) throw new TypeError('not implemented');
      super(url, init);
    }
  };
  try {
    return await action();
  } finally {
    globalThis.Request = Request;
  }
}

/** What a Worker hands to its handler, and how to wait for what was handed to it. */
export function executionContext() {
  const promises = [];
  return {
    waitUntil: (promise) => promises.push(promise),
    settled: () => Promise.all(promises),
    promises,
  };
}

/** Lets everything that is ready to go on do so, until `isDone` says that it is done. */
export async function eventually(isDone) {
  for (let turn = 0; turn < 400; turn += 1) {
    if (isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not happen');
}
