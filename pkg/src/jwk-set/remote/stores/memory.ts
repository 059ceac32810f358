/** `memoryStore`: key sets shared within one process. */
import type { JwkSetStore, StoredJwkSet } from '../stored-jwk-set.js';

/**
 * Makes a store that lives as long as the process and holds one key set for each URL: for several
 * remote key sets of one URL, and for tests.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * const keys = createRemoteJwkSet('https://issuer.example/jwks', { store });
 * ```
 */
export function memoryStore(): JwkSetStore {
  const values = new Map<string, StoredJwkSet>();
  return {
    async get(url) {
      return values.get(url);
    },
    async put(url, value) {
      values.set(url, value);
    },
  };
}
