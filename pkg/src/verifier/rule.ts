/** What one issuer's tokens are held to: options compiled once, and the keys. */
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { coreOptions, isOptionCopy } from '../checks/core-options.js';
import type { CoreOptions } from '../checks/core-options.js';
import { anything } from '../checks/checks.js';
import { takeOptions } from '../checks/options.js';
import { misuse } from '../errors.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { handleOf, isKeyOrSet } from '../jwk-set/key-argument.js';
import { Policy } from '../core/policy.js';
import type { Verified } from '../core/policy.js';
import type { Limits } from '../jws/options.js';
import type { VerifyOptions } from '../jwt/options.js';
import type { VerifiedJwt } from '../jwt/verified-jwt.js';
import type { VerifyingKey } from '../key/verifying-key.js';
import { restarts } from '../core/wasm.js';
import type { Scopes } from './response.js';
import type { CheckedCacheOptions } from './cache/options.js';
import { FailureCache } from './cache/failure-cache.js';
import { hostSignatures } from './host-signatures.js';
import type { HostSignatures } from './host-signatures.js';
import { checkedKeys } from './key-source.js';
import type { VerifierKeys } from './key-source.js';
import { TokenCache } from './cache/token-cache.js';

/** The options of `verify` that stay the same from token to token, and the keys. */
export interface VerifierRuleOptions extends Omit<VerifyOptions, 'currentDate'> {
  /**
   * The keys: one, a set, a set that is loaded from elsewhere, or a function that is given the
   * token's unverified header.
   */
  readonly keys: VerifierKeys;
}

/** Where the tenant stands in the issuer that Microsoft Entra's shared metadata names. */
const TENANT = '{tenantid}';

/** @internal */
export type Form = Own<{ readonly limits?: Own<Limits>; readonly acceptPadding?: boolean }>;

/** @internal */
export class Rule {
  readonly issuers: ReadonlySet<string>;
  readonly keys: VerifierKeys;
  readonly scopes: Scopes;
  /** How its tokens may be written. */
  readonly form: Form;
  readonly #policy: Policy;
  readonly #cache: TokenCache | undefined;
  readonly #failures: FailureCache | undefined;
  /** When this goes on, what is in the caches belongs to the past. */
  readonly #generation: { readonly current: number };
  #generationOfCaches: number;

  /** `given` are the options of the issuer; without `cache` no token is kept. */
  constructor(
    given: unknown,
    cache: CheckedCacheOptions | undefined,
    generation: { readonly current: number },
  ) {
    // Out first: a key is no plain value, and the core would refuse it.
    const [{ keys }, others] = takeOptions(given, { keys: anything }, 'the rules of an issuer');
    this.keys = checkedKeys(keys);
    const options = coreOptions(others) ?? record();
    if ('currentDate' in options) {
      throw misuse('currentDate would stop the clock: give it to verify, for one token');
    }
    this.#policy = new Policy(options);
    this.issuers = issuersOf(options);
    this.scopes = scopesOf(options);
    this.form = options as Form;
    const maxEntries = cache?.maxEntries;
    const failures = cache?.failures;
    this.#cache = maxEntries === undefined ? undefined : new TokenCache(maxEntries);
    this.#failures =
      failures === undefined ? undefined : new FailureCache(failures, this.scopes.claims);
    this.#generation = generation;
    this.#generationOfCaches = this.#present();
  }

  /** Throws where its keys are given, and were disposed of. */
  checkKeys(): void {
    if (isKeyOrSet(this.keys)) handleOf(this.keys);
  }

  /** Verifies with keys that `keysFor` gave. */
  verify(token: string, keyOrSet: VerifyingKey | JwkSet, nowSeconds: number): VerifiedJwt {
    // Also for a token that is known: keys that were disposed of verify nothing any more.
    handleOf(keyOrSet);
    this.#forgetThePast();
    const known = this.#known(token, keyOrSet, nowSeconds);
    if (known !== undefined) return known;
    try {
      return this.#keep(token, keyOrSet, this.#policy.verify(token, keyOrSet, nowSeconds));
    } catch (error) {
      this.#failures?.set(token, keyOrSet, error, nowSeconds);
      throw error;
    }
  }

  /** As `verify`; has to be waited for where signatures are verified outside of the core. */
  verifyAsync(
    token: string,
    keyOrSet: VerifyingKey | JwkSet,
    nowSeconds: number,
  ): VerifiedJwt | Promise<VerifiedJwt> {
    const signatures = hostSignatures();
    if (signatures === undefined) return this.verify(token, keyOrSet, nowSeconds);
    return this.#verifyWith(signatures, token, keyOrSet, nowSeconds);
  }

  async #verifyWith(
    signatures: HostSignatures,
    token: string,
    keyOrSet: VerifyingKey | JwkSet,
    nowSeconds: number,
  ): Promise<VerifiedJwt> {
    // Also for a token that is known: keys that were disposed of verify nothing any more.
    handleOf(keyOrSet);
    this.#forgetThePast();
    const known = this.#known(token, keyOrSet, nowSeconds);
    if (known !== undefined) return known;
    const generation = this.#present();
    try {
      const verified = await signatures(this.#policy, token, keyOrSet, nowSeconds);
      // The caches may have been cleared in the meantime, and this began before.
      this.#forgetThePast();
      const isOfThePast = generation !== this.#present();
      return isOfThePast ? answerOf(verified) : this.#keep(token, keyOrSet, verified);
    } catch (error) {
      this.#failures?.set(token, keyOrSet, error, nowSeconds);
      throw error;
    }
  }

  /** What the caches have. A refusal is thrown. */
  #known(
    token: string,
    keyOrSet: VerifyingKey | JwkSet,
    nowSeconds: number,
  ): VerifiedJwt | undefined {
    const known = this.#cache?.get(token, keyOrSet, nowSeconds);
    if (known !== undefined) return known;
    const refusal = this.#failures?.get(token, keyOrSet, nowSeconds);
    if (refusal !== undefined) throw refusal;
    return undefined;
  }

  #keep(token: string, keyOrSet: VerifyingKey | JwkSet, verified: Verified): VerifiedJwt {
    this.#cache?.set(token, keyOrSet, verified);
    return answerOf(verified);
  }

  /**
   * Goes on when a cache is cleared, and when the module was started again: with its secrets gone, and its verdicts.
   */
  #present(): number {
    return this.#generation.current + restarts();
  }

  #forgetThePast(): void {
    const generation = this.#present();
    if (this.#generationOfCaches === generation) return;
    this.#generationOfCaches = generation;
    this.#cache?.clear();
    this.#failures?.clear();
  }
}

/** Without what is nobody else's business. */
function answerOf({ payload, protectedHeader, key }: Verified): VerifiedJwt {
  return { payload, protectedHeader, key };
}

/** The issuers that a token may name; one for each tenant, where the option has a place for it. */
function issuersOf({ issuer, tenants }: CoreOptions): ReadonlySet<string> {
  const perTenant = (template: string): readonly string[] =>
    listOf(tenants).map((tenant) => template.replaceAll(TENANT, () => tenant));
  const issuers = listOf(issuer).map((name) => (name.includes(TENANT) ? perTenant(name) : [name]));
  return new Set(issuers.flat());
}

function scopesOf(options: CoreOptions): Scopes {
  const { requiredScopes, requiredRoles } = options;
  const { path = 'roles' } = isOptionCopy(requiredRoles) ? requiredRoles : record();
  return {
    names: namesOf(requiredScopes),
    claims: [
      ...(requiredScopes === undefined ? [] : ['scope', 'scp']),
      ...(requiredRoles === undefined ? [] : [path as string]),
    ],
  };
}

function namesOf(rule: unknown): readonly string[] {
  if (typeof rule === 'string' || Array.isArray(rule)) return listOf(rule);
  const { any, all } = record((rule ?? {}) as { any?: unknown; all?: unknown });
  return listOf(any ?? all);
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as string];
}
