/** `inspect`: every check at once, for people who want to know why. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions, takeNowSeconds } from '../checks/core-options.js';
import { CompiledOptions } from '../core/compiled-options.js';
import { Policy } from '../core/policy.js';
import { errorOf } from '../errors.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { checkedKeyOrSet } from '../jwk-set/key-argument.js';
import type { Check, Inspection } from './inspection.js';
import type { VerifyOptions } from './options.js';
import type { VerifyingKey } from '../key/verifying-key.js';

const compiled = new CompiledOptions((options) => new Policy(options));

/**
 * Makes every check that `verify` makes and reports each one, instead of stopping at the first
 * failure: with by how much a time misses, and hints at what may be behind a failure. For debugging
 * and for error pages; never throws.
 *
 * Claims are reported even where the signature does not hold or no key is given: read `valid`
 * before believing any of them. A token that is not in strict form has failed, and is read all the same
 * as far as it can be: cut off, padded, encrypted, or with `Bearer`, quotes, a cookie or a URL around
 * it. Of an SD-JWT (RFC 9901) it is the part before the first tilde.
 *
 * `findings` says what is questionable about the token beside that: `alg` `none`, a secret that
 * everybody knows, claims that are missing or in milliseconds, keys and URLs in the header, a `kid`
 * that looks like an attack, header parameters of the wrong type, integers beyond 2^53 - 1, personal
 * data. No message shows the value of a claim.
 *
 * @param token - The token, in compact serialization, as text or as bytes (ASCII).
 * @param key - The key or the set. Without one the signature is not checked and `valid` is false.
 * @param options - See {@link VerifyOptions}.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 *
 * @example
 * ```ts
 * const { valid, checks } = inspect(token, key, { audience: 'https://api.example' });
 * for (const { name, code, hints } of checks.filter(({ status }) => status === 'failed')) {
 *   console.log(name, code, hints.map(({ message }) => message));
 * }
 * ```
 */
export function inspect(
  token: string | Uint8Array,
  key?: VerifyingKey | JwkSet,
  options?: VerifyOptions,
): Inspection {
  try {
    return inspection(token, key, options);
  } catch (thrown) {
    return { valid: false, checks: [failedCall(thrown)], findings: [], segments: [] };
  }
}

function inspection(token: unknown, key: unknown, options: unknown): Inspection {
  const keyOrSet = key === undefined ? undefined : checkedKeyOrSet(key);
  const checked = coreOptions(options);
  const text = checkedToken(token, checked);
  const nowSeconds = takeNowSeconds(checked);
  return compiled.use(checked, (policy) => policy.inspect(text, keyOrSet, nowSeconds));
}

function failedCall(thrown: unknown): Check {
  const { code, message } = errorOf(thrown);
  const name = code === 'ERR_WASM_UNAVAILABLE' ? 'module' : 'options';
  return { name, status: 'failed', code, message, hints: [] };
}
