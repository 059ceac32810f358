/** `createVerifier`: configured once, then one call for each request. */
import { checkedToken, isPlainObject, takeNowSeconds } from './arguments.js';
import { decode } from './decode.js';
import { JoseError, misuse } from './errors.js';
import type { JwtPayload, VerifiedJwt } from './types.js';
import { answerTo } from './verifier/answer.js';
import type { ResponseOfRuntime, Scopes } from './verifier/answer.js';
import { checkedCache } from './verifier/cache-options.js';
import type { TokenCacheOptions } from './verifier/cache-options.js';
import { NoProof, proofOf } from './verifier/dpop.js';
import { accepted, rejected } from './verifier/event.js';
import type { VerificationEvent } from './verifier/event.js';
import { keysFor } from './verifier/key-source.js';
import type { WaitUntil } from './verifier/key-source.js';
import { checkedRequestOptions, tokenOf } from './verifier/request.js';
import type { PresentedToken, RequestLike, RequestOptions } from './verifier/request.js';
import type { Rule, VerifierRuleOptions } from './verifier/rule.js';
import { RuleSource } from './verifier/rule-source.js';
import type { IssuerResolver, IssuerRuleOptions } from './verifier/rule-source.js';
import { checkedSchema, outputOf } from './verifier/schema.js';
import type { StandardSchema } from './verifier/schema.js';
import type { VerifiedDpopProof } from './verify-dpop-proof.js';

/** What a verifier asks beyond the rules on the token itself. */
interface VerifierHooks<P> {
  /**
   * Whether a token that is valid otherwise has been revoked. Must answer `true` or `false`: anything
   * else is `ERR_API_MISUSE`, and what it throws is passed on, so that a token is never accepted by
   * mistake.
   */
  readonly isRevoked?: (token: RevocationQuery) => boolean | Promise<boolean>;
  /** Holds the payload to a schema (https://standardschema.dev); its output becomes the payload. */
  readonly schema?: StandardSchema<P>;
  /** Is told of every verification, for audit logs; never the token. Must not throw. */
  readonly onEvent?: (event: VerificationEvent) => void;
  /**
   * Keeps tokens that were verified, so that the same token with the same keys costs next to nothing.
   * The clock, `isRevoked` and `schema` are asked on every hit all the same. `true` keeps 1,000.
   * Refused tokens are kept only where `failures` asks for it. Defaults to `false`.
   */
  readonly cache?: boolean | TokenCacheOptions;
}

/** What `isRevoked` is asked about. */
export interface RevocationQuery {
  readonly payload: JwtPayload;
  readonly protectedHeader: VerifiedJwt['protectedHeader'];
}

/**
 * Options of `createVerifier`: the rules of one issuer, or `issuers`, one set of rules each, or a
 * function that finds them.
 *
 * With `issuers` the token's `iss` is read before it is verified, only to find its rules; a token of
 * any other issuer is `ERR_JWKS_NO_MATCHING_KEY`, and nothing is fetched for it. Rules that a function
 * finds cannot allow longer tokens or headers than the defaults of `limits`.
 */
export type VerifierOptions<P = JwtPayload> = VerifierHooks<P> &
  (VerifierRuleOptions | { readonly issuers: readonly IssuerRuleOptions[] | IssuerResolver });

/** What may differ from call to call. */
export interface VerifyCall {
  /** The time to check against. Defaults to the system clock. */
  readonly currentDate?: Date;
}

/** What `verifyRequest` came to: a verified token, or the answer to send. */
export type RequestResult<P = JwtPayload> =
  | ({ readonly ok: true; readonly dpopProof?: VerifiedDpopProof } & VerifiedJwt<P>)
  | { readonly ok: false; readonly error: unknown; readonly response: ResponseOfRuntime };

/** How far a verification has come, for whoever has to answer when it fails. */
interface Progress {
  presented?: PresentedToken;
  rule?: Rule;
  /** What the request owes beside its token, once that is verified. */
  readonly prove?: (payload: JwtPayload, now: Date) => Promise<VerifiedDpopProof | undefined>;
  dpopProof?: VerifiedDpopProof | undefined;
}

/** A token that nobody's rules are for lacks more than a scope. */
const NO_SCOPES: Scopes = { names: [], claims: [] };

/** Steps of a verification; a step that yields may have to be waited for. */
type Steps<P> = Generator<unknown, VerifiedJwt<P>, unknown>;

/** Verifies tokens by rules that were compiled once. Made by `createVerifier`. */
export class Verifier<P = JwtPayload> {
  readonly #rules: RuleSource;
  readonly #hooks: VerifierHooks<P>;

  /** @internal */
  constructor(options: VerifierOptions<P>) {
    if (typeof options !== 'object' || options === null) throw misuse('options must be an object');
    const { isRevoked, schema, onEvent, cache, ...rules } = options;
    this.#hooks = checkedHooks(options);
    this.#rules = new RuleSource(rules, 'cache' in options ? checkedCache(cache) : undefined);
  }

  /** Forgets every token that was seen. Other keys, or another key set, do so by themselves. */
  clearCache(): void {
    this.#rules.clearCache();
  }

  /**
   * Verifies a token with keys that are at hand.
   *
   * @throws JoseError, JwtClaimError - as `verify` does, and
   * - `ERR_JWT_REVOKED` when `isRevoked` says so.
   * - `ERR_JWKS_NO_MATCHING_KEY` for a token of an issuer that is not among several.
   * - `ERR_API_MISUSE` when something here has to be waited for: use `verifyAsync`.
   */
  verify(token: string, call?: VerifyCall): VerifiedJwt<P> {
    const since = performance.now();
    try {
      const steps = this.#steps(token, checkedCall(call, ['currentDate']), undefined, {});
      let step = steps.next();
      while (step.done !== true) {
        if (isThenable(step.value)) throw misuse('this has to be waited for: use verifyAsync');
        step = steps.next(step.value);
      }
      return this.#accept(step.value, since);
    } catch (error) {
      throw this.#reject(error, since);
    }
  }

  /**
   * Verifies a token, waiting where `keys`, `isRevoked` or `schema` have to be waited for.
   *
   * @param call - What differs for this token. A Worker's `ExecutionContext` fits: keys that are
   * stale are then renewed after the answer.
   * @throws JoseError, JwtClaimError - as `verify` does, and what loading a key set throws.
   */
  verifyAsync(token: string, call?: VerifyCall & WaitUntil): Promise<VerifiedJwt<P>> {
    return this.#verifyAsync(token, call, {});
  }

  async #verifyAsync(
    token: string,
    call: (VerifyCall & WaitUntil) | undefined,
    progress: Progress,
  ): Promise<VerifiedJwt<P>> {
    const since = performance.now();
    try {
      const checked = checkedCall(call, ['currentDate', 'waitUntil']);
      const steps = this.#steps(token, checked, call ?? {}, progress);
      let step = steps.next();
      while (step.done !== true) step = steps.next(await step.value);
      return this.#accept(step.value, since);
    } catch (error) {
      throw this.#reject(error, since);
    }
  }

  /**
   * Verifies the token of a request: exactly one `Authorization: Bearer …`, or the cookie or header
   * field that is named; with `dpop`, one that is bound to a key, and its proof. A request that is
   * refused gets a ready answer (RFC 6750 §3, RFC 9449 §7.1): 401 without a good token, 403 without the
   * scopes or roles, 400 for a malformed request, 503 while no keys can be had.
   *
   * @param context - As of `verifyAsync`.
   * @throws what is not the client's doing: `ERR_API_MISUSE`, `ERR_WASM_UNAVAILABLE`, and whatever
   * the caller's own functions throw.
   * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
   *
   * @example
   * ```ts
   * const result = await verifier.verifyRequest(request, { realm: 'api' });
   * if (!result.ok) return result.response;
   * console.log(result.payload.sub);
   * ```
   */
  async verifyRequest(
    request: RequestLike,
    options?: RequestOptions,
    context?: VerifyCall & WaitUntil,
  ): Promise<RequestResult<P>> {
    const settings = checkedRequestOptions(options);
    const { dpop } = settings;
    const progress: Progress = {
      ...(dpop !== undefined && {
        prove: (payload, now) => proofOf(request, progress.presented!, payload, dpop, now),
      }),
    };
    try {
      progress.presented = tokenOf(request, settings);
      const verified = await this.#verifyAsync(progress.presented.token, context, progress);
      const { dpopProof } = progress;
      return { ok: true, ...verified, ...(dpopProof !== undefined && { dpopProof }) };
    } catch (error) {
      const scopes = progress.rule?.scopes ?? NO_SCOPES;
      const response = answerTo(error, settings, scopes, progress.presented);
      return { ok: false, error: error instanceof NoProof ? error.cause : error, response };
    }
  }

  *#steps(
    token: unknown,
    call: VerifyCall,
    context: WaitUntil | undefined,
    progress: Progress,
  ): Steps<P> {
    const text = checkedToken(token);
    const nowSeconds = takeNowSeconds({ ...call });
    const rule = yield* this.#rules.ruleFor(text);
    progress.rule = rule;
    const header = () => decode(text, this.#rules.form).protectedHeader;
    const keys = yield keysFor(rule.keys, header, context);
    const verified = (yield context === undefined
      ? rule.verify(text, keys, nowSeconds)
      : rule.verifyAsync(text, keys, nowSeconds)) as VerifiedJwt;
    if (progress.prove !== undefined) {
      const now = new Date(nowSeconds * 1000);
      const proof = yield progress.prove(verified.payload, now);
      progress.dpopProof = proof as VerifiedDpopProof | undefined;
    }
    const { isRevoked, schema } = this.#hooks;
    if (isRevoked !== undefined) {
      const { payload, protectedHeader } = verified;
      const answer = yield isRevoked({ payload, protectedHeader });
      if (typeof answer !== 'boolean') throw misuse('isRevoked must answer true or false');
      if (answer) throw new JoseError('ERR_JWT_REVOKED', 'the token has been revoked');
    }
    if (schema === undefined) return verified as VerifiedJwt<P>;
    const output = yield schema['~standard'].validate(verified.payload);
    return { ...verified, payload: outputOf(output) as P };
  }

  #accept(verified: VerifiedJwt<P>, since: number): VerifiedJwt<P> {
    this.#hooks.onEvent?.(accepted(verified as VerifiedJwt, since));
    return verified;
  }

  #reject(error: unknown, since: number): unknown {
    const event = rejected(error instanceof NoProof ? error.cause : error, since);
    if (event !== undefined) this.#hooks.onEvent?.(event);
    return error;
  }
}

/**
 * Compiles the rules that tokens are held to, once. The options are those of `verify`, with `keys`.
 *
 * @typeParam P - The type of the payload: what `schema` gives, or what the caller takes on trust.
 * @throws JoseError `ERR_API_MISUSE` when an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3
 *
 * @example
 * ```ts
 * const verifier = createVerifier({
 *   keys: importJwkSet(jwksText, { algorithms: ['RS256'] }),
 *   issuer: 'https://issuer.example/',
 *   audience: 'https://api.example/',
 *   requiredScopes: ['read'],
 * });
 * const { payload } = verifier.verify(token);
 * ```
 */
export function createVerifier<P = JwtPayload>(options: VerifierOptions<P>): Verifier<P> {
  return new Verifier(options);
}

function checkedHooks<P>(options: VerifierOptions<P>): VerifierHooks<P> {
  const { isRevoked, schema, onEvent } = options;
  for (const name of ['isRevoked', 'onEvent'] as const) {
    if (name in options && typeof options[name] !== 'function') {
      throw misuse(`the option ${name} must be a function`);
    }
  }
  return {
    ...(isRevoked !== undefined && { isRevoked }),
    ...('schema' in options && { schema: checkedSchema(schema) as StandardSchema<P> }),
    ...(onEvent !== undefined && { onEvent }),
  };
}

/** An option that belongs to the verifier and is given to a call would be ignored: it is refused. */
function checkedCall(call: unknown, known: readonly string[]): VerifyCall {
  if (call === undefined) return {};
  if (typeof call !== 'object' || call === null) throw misuse('options must be an object');
  for (const name of Object.keys(call)) {
    // An ExecutionContext has members of its own, which are none of our business.
    if (isPlainObject(call) && !known.includes(name)) {
      throw misuse(`there is no option called ${JSON.stringify(name)} for one token`);
    }
  }
  const { currentDate } = call as VerifyCall;
  return 'currentDate' in call ? { currentDate: currentDate as Date } : {};
}

function isThenable(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
