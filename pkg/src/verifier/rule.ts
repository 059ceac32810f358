/** What one issuer's tokens are held to: options compiled once, and the keys. */
import { checkedOptions } from '../arguments.js';
import { misuse } from '../errors.js';
import { JwkSet } from '../jwk-set.js';
import { checkedKeyOrSet } from '../key-argument.js';
import type { DecodeOptions, VerifiedJwt, VerifyOptions } from '../types.js';
import { VerifyingKey } from '../verifying-key.js';
import * as wasm from '../wasm.js';
import type { Scopes } from './bearer.js';
import { checkedKeys } from './key-source.js';
import type { VerifierKeys } from './key-source.js';
import { TokenCache } from './token-cache.js';
import type { VerifiedTexts } from './token-cache.js';

/** The options of `verify` that stay the same from token to token, and the keys. */
export interface VerifierRuleOptions extends Omit<VerifyOptions, 'currentDate'> {
  /**
   * The keys: one, a set, a set that is loaded from elsewhere, or a function that is given the
   * token's unverified header.
   */
  readonly keys: VerifierKeys;
}

type CoreCall = (token: string, nowSeconds: number) => CoreResult;
type CoreResult = [header: string, payload: string, keyIndex: number, from: number, until: number];

/** @internal */
export class Rule {
  readonly issuers: readonly string[];
  readonly keys: VerifierKeys;
  readonly scopes: Scopes;
  /** How its tokens may be written. */
  readonly form: DecodeOptions;
  readonly #policy: wasm.PolicyHandle;
  readonly #cache: TokenCache | undefined;

  /** `given` are the options of the issuer; `cacheSize` is how many tokens to keep, if any. */
  constructor(given: unknown, cacheSize: number | undefined) {
    // Out first: a key is no plain value, and the check on options would refuse it.
    const { keys, ...rest } = (given ?? {}) as VerifierRuleOptions;
    this.keys = checkedKeys(keys);
    const options = checkedOptions(rest) ?? {};
    if ('currentDate' in options) {
      throw misuse('currentDate would stop the clock: give it to verify, for one token');
    }
    this.issuers = listOf(options['issuer']);
    this.scopes = scopesOf(options);
    this.form = options as DecodeOptions;
    this.#policy = wasm.call(() => new wasm.PolicyHandle(options));
    this.#cache = cacheSize === undefined ? undefined : new TokenCache(cacheSize);
  }

  /** Verifies with keys that `keysFor` gave. */
  verify(token: string, keys: unknown, nowSeconds: number): VerifiedJwt {
    const keyOrSet = checkedKeyOrSet(keys);
    // Also for a token that is known: keys that were disposed of verify nothing any more.
    const call = this.#callWith(keyOrSet);
    const known = this.#cache?.get(token, keyOrSet, nowSeconds);
    if (known !== undefined) return objectsOf(known);
    const [header, payload, index, from, until] = wasm.call(() => call(token, nowSeconds));
    const key = keyOrSet instanceof VerifyingKey ? keyOrSet : JwkSet.keyAt(keyOrSet, index);
    const texts = { header, payload, key, from, until };
    this.#cache?.set(token, keyOrSet, texts);
    return objectsOf(texts);
  }

  clearCache(): void {
    this.#cache?.clear();
  }

  #callWith(keyOrSet: VerifyingKey | JwkSet): CoreCall {
    const policy = this.#policy;
    if (keyOrSet instanceof VerifyingKey) {
      const handle = VerifyingKey.handleOf(keyOrSet);
      return (token, nowSeconds) => policy.verify(token, handle, nowSeconds) as CoreResult;
    }
    const handle = JwkSet.handleOf(keyOrSet);
    return (token, nowSeconds) => policy.verifyWithJwkSet(token, handle, nowSeconds) as CoreResult;
  }
}

function objectsOf({ header, payload, key }: VerifiedTexts): VerifiedJwt {
  return { payload: JSON.parse(payload), protectedHeader: JSON.parse(header), key };
}

function scopesOf(options: Record<string, unknown>): Scopes {
  const { requiredScopes, requiredRoles } = options;
  const path = (requiredRoles as { path?: string } | undefined)?.path ?? 'roles';
  return {
    names: namesOf(requiredScopes),
    claims: [
      ...(requiredScopes === undefined ? [] : ['scope', 'scp']),
      ...(requiredRoles === undefined ? [] : [path]),
    ],
  };
}

function namesOf(rule: unknown): readonly string[] {
  if (typeof rule === 'string' || Array.isArray(rule)) return listOf(rule);
  const { any, all } = (rule ?? {}) as { any?: unknown; all?: unknown };
  return listOf(any ?? all);
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as string];
}
