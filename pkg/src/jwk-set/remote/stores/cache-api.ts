/** `cacheApiStore`: key sets in the Cache API. */
import type { RuntimeResponse } from '../../../core/runtime-types.js';
import { checkedText, member } from '../../../checks/arguments.js';
import { misuse } from '../../../errors.js';
import { record } from '../../../checks/record.js';
import { readText } from '../body.js';
import { Deadline } from '../deadline.js';
import { MINUTE } from '../../../checks/duration.js';
import type { FetchResponse } from '../http.js';
import type { JwkSetStore } from '../stored-jwk-set.js';
import { withMethods } from '../../../checks/methods.js';
import { LONGEST_STORED, parsedStored, textToStore } from './stored-text.js';

/** As much of a `Cache` as is used. A `Cache` is one. */
export interface CacheLike {
  match(url: string): Promise<RuntimeResponse | undefined>;
  put(url: string, response: RuntimeResponse): Promise<void>;
}

const CACHE_NAME = 'edge-jwt';

/** A host that cannot exist, so that no fetch ever fills or reads what is kept here. */
const PLACE = 'https://edge-jwt.invalid/jwks?';

/**
 * Makes a store of the Cache API, whose content outlives the page, the worker or the isolate. Key
 * sets are kept for one day after they ceased to be fresh.
 *
 * @param cache - Defaults to `caches.default` on Cloudflare Workers, and to a cache called
 * `edge-jwt` elsewhere.
 * @throws JoseError `ERR_API_MISUSE` when it is no `Cache`.
 * @see https://w3c.github.io/ServiceWorker/#cache-interface
 *
 * @example
 * ```ts
 * const keys = createRemoteJwkSet('https://issuer.example/jwks', { store: cacheApiStore() });
 * ```
 */
export function cacheApiStore(cache?: CacheLike): JwkSetStore {
  if (cache !== undefined) withMethods<CacheLike>(cache, 'the cache', ['match', 'put']);
  const open = async () => cache ?? (await cacheOfRuntime());
  const keyOf = (url: string) => PLACE + encodeURIComponent(checkedText(url, 'the URL'));
  return {
    async get(url) {
      const response = await (await open()).match(keyOf(url));
      const body = member(response, 'body') as FetchResponse['body'] | undefined;
      return body === undefined ? undefined : parsedStored(await textOf(body));
    },
    async put(url, value) {
      const { text, seconds } = textToStore(value);
      const headers = {
        'content-type': 'application/json',
        'cache-control': `max-age=${seconds}`,
      };
      await (await open()).put(keyOf(url), new Response(text, record({ headers })));
    },
  };
}

async function cacheOfRuntime(): Promise<CacheLike> {
  // Inherited: a global scope has a class.
  const { caches } = globalThis as unknown as {
    caches:
      | { readonly default: CacheLike | undefined; open(name: string): Promise<CacheLike> }
      | undefined;
  };
  if (caches === undefined) throw misuse('there is no Cache API here: give cacheApiStore a cache');
  return caches.default ?? (await caches.open(CACHE_NAME));
}

async function textOf(body: FetchResponse['body']): Promise<string> {
  // For the reader's sake; whoever asks the store does not wait that long.
  const deadline = new Deadline(MINUTE);
  try {
    return await readText(body, LONGEST_STORED, deadline);
  } finally {
    deadline.end();
  }
}
