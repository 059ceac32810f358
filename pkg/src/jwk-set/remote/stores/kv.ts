/** `kvStore`: key sets in Workers KV. */
import { checkedText } from '../../../checks/arguments.js';
import { record } from '../../../checks/record.js';
import type { JwkSetStore } from '../stored-jwk-set.js';
import { withMethods } from '../../../checks/methods.js';
import { parsedStored, textToStore } from './stored-text.js';

/** As much of a Workers KV binding as is used. A `KVNamespace` is one. */
export interface KvNamespace {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, options?: { expirationTtl?: number }): Promise<void>;
}

const PREFIX = 'edge-jwt:jwks:';

/**
 * Makes a store of a Workers KV namespace, or of anything with its `get` and `put`. Key sets are
 * kept under names that begin with `edge-jwt:jwks:`, for one day after they ceased to be fresh.
 *
 * @param namespace - The binding.
 * @throws JoseError `ERR_API_MISUSE` when it has no such methods, as a binding that is not there.
 * @see https://developers.cloudflare.com/kv/api/
 *
 * @example
 * ```ts
 * const keys = createRemoteJwkSet('https://issuer.example/jwks', { store: kvStore(env.KEYS) });
 * ```
 */
export function kvStore(namespace: KvNamespace): JwkSetStore {
  withMethods<KvNamespace>(namespace, 'the namespace', ['get', 'put']);
  return {
    async get(url) {
      return parsedStored(await namespace.get(PREFIX + checkedText(url, 'the URL')));
    },
    async put(url, value) {
      const { text, seconds } = textToStore(value);
      const key = PREFIX + checkedText(url, 'the URL');
      await namespace.put(key, text, record({ expirationTtl: seconds }));
    },
  };
}
