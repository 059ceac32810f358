/** `createVerifier`: configured once, then one call for each request. */
import type { RuntimeResponse, WaitUntil } from '../core/runtime-types.js';
import { isObject, own, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { checkedToken, isPlainObject } from '../checks/arguments.js';
import { callable } from '../checks/checks.js';
import { takeNowSeconds } from '../checks/core-options.js';
import type { CoreOptions } from '../checks/core-options.js';
import { checkNames, takeOptions } from '../checks/options.js';
import { answerOf, callbackThrew, drop, isThenable, wrongAnswer } from '../checks/callback.js';
import type { Callback } from '../checks/callback.js';
import { decode } from '../jwt/decode.js';
import { isInstance, JoseError, misuse, tornOff } from '../errors.js';
import { isKeyOrSet } from '../jwk-set/key-argument.js';
import type { JwtPayload } from '../jwt/payload.js';
import type { VerifiedJwt } from '../jwt/verified-jwt.js';
import { responseTo } from './response.js';
import type { Scopes } from './response.js';
import { cacheOption } from './cache/options.js';
import type { TokenCacheOptions } from './cache/options.js';
import { NoProof, proofOf } from './dpop.js';
import { accepted, rejected } from './event.js';
import type { VerificationEvent } from './event.js';
import { keysFor } from './key-source.js';
import { NoToken, readRequestOptions, tokenOf } from './request.js';
import type { RequestOptions } from './request.js';
import type { PresentedToken, RequestLike } from './request-like.js';
import type { Rule, VerifierRuleOptions } from './rule.js';
import { RuleSource } from './rule-source.js';
import type { IssuerResolver, IssuerRuleOptions } from './rule-source.js';
import { outputOf, schemaOption } from './schema.js';
import type { StandardSchema } from './schema.js';
import type { VerifiedDpopProof } from '../dpop/verified-dpop-proof.js';
import { lastAccident, restarts } from '../core/wasm.js';

/** What a verifier asks beyond the rules on the token itself. */
interface VerifierHooks<P> {
  /**
   * Whether a token that is valid otherwise has been revoked. Must answer `true` or `false`: anything
   * else, and what it throws, is `ERR_CALLBACK_FAILED`, so that a token is never accepted by mistake. The
   * `ERR_JOSE_LIMIT_EXCEEDED` of a list that is full is passed on as it is.
   */
  readonly isRevoked?: (token: RevocationQuery) => boolean | Promise<boolean>;
  /**
   * Checks the payload against a schema (https://standardschema.dev); its output becomes the payload. What
   * it throws, and a result that is none, is `ERR_CALLBACK_FAILED`.
   */
  readonly schema?: StandardSchema<P>;
  /**
   * Is told of every verification, for audit logs; never the token. Also that the module was started again, before
   * the first verification after that. If it throws for a token that was
   * accepted, that token is refused with `ERR_CALLBACK_FAILED`, and it is told of that too; for a token
   * that was refused the refusal stays as it is. A promise is not waited for, and its rejection is ignored.
   */
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
  | {
      readonly ok: false;
      /**
       * Whether the request is a CORS preflight, which never has a token: nothing was verified, and
       * `response` is a 204 to which your CORS headers have to be added.
       */
      readonly isPreflight: boolean;
      readonly error: unknown;
      readonly response: RuntimeResponse;
    };

const IS_REVOKED: Callback = {
  option: 'isRevoked',
  expected: 'true or false',
  passedOn: ['ERR_JOSE_LIMIT_EXCEEDED'],
};
const ON_EVENT: Callback = { option: 'onEvent', expected: 'nothing', passedOn: [] };

/** How far a verification has come, for whoever has to answer when it fails. */
interface Facts {
  presented?: PresentedToken;
  rule?: Rule;
  /** What the token says, before a schema makes something else of it. */
  payload?: JwtPayload;
  /** What the request owes beside its token, once that is verified. */
  readonly prove?: (payload: JwtPayload, now: Date) => Promise<VerifiedDpopProof | undefined>;
  dpopProof?: VerifiedDpopProof | undefined;
}

/** A token that nobody's rules are for lacks more than a scope. */
type Progress = Own<Facts>;

const NO_SCOPES: Scopes = { names: [], claims: [] };

/** Steps of a verification; a step that yields may have to be waited for. */
type Steps<P> = Generator<unknown, VerifiedJwt<P>, unknown>;

/** Verifies tokens by rules that were compiled once. Made by `createVerifier`. */
export class Verifier<P = JwtPayload> {
  readonly #rules: RuleSource;
  readonly #hooks: Own<VerifierHooks<P>>;
  /** Of the module, as far as `onEvent` was told. */
  #restarts = restarts();

  /** @internal */
  constructor(options: VerifierOptions<P>) {
    const [hooks, rules] = takeOptions(options, {
      isRevoked: callable<Required<VerifierHooks<P>>['isRevoked']>,
      schema: schemaOption,
      onEvent: callable<Required<VerifierHooks<P>>['onEvent']>,
      cache: cacheOption,
    });
    this.#hooks = hooks as Own<VerifierHooks<P>>;
    this.#rules = new RuleSource(rules, hooks.cache);
  }

  /** @internal */
  static is(value: unknown): value is Verifier<unknown> {
    return typeof value === 'object' && value !== null && #rules in value;
  }

  /** Forgets every token that was seen. Other keys, or another key set, do so by themselves. */
  clearCache(): void {
    if (!Verifier.is(this)) throw tornOff();
    this.#rules.clearCache();
  }

  /**
   * Verifies a token with keys that are at hand.
   *
   * @throws JoseError, JwtClaimError - as `verify` does, and
   * - `ERR_JWT_REVOKED` when `isRevoked` says so.
   * - `ERR_JWKS_NO_MATCHING_KEY` for a token of an issuer that is not among several, or for which `keys`
   *   gives `undefined`.
   * - `ERR_CALLBACK_FAILED` when a function that you gave throws, or answers what it must not answer.
   * - `ERR_API_MISUSE` when something here has to be waited for: use `verifyAsync`.
   */
  verify(token: string | Uint8Array, call?: VerifyCall): VerifiedJwt<P> {
    if (!Verifier.is(this)) throw tornOff();
    const since = performance.now();
    try {
      const progress = record<Facts>({});
      const steps = this.#steps(token, readCall(call, ['currentDate']), undefined, progress);
      let step = steps.next();
      while (step.done !== true) step = stepAtOnce(steps, step.value);
      return this.#accept(step.value, progress, since);
    } catch (error) {
      throw this.#reject(error, since);
    }
  }

  /**
   * Verifies a token, waiting where `keys`, `isRevoked` or `schema` have to be waited for.
   *
   * @param call - What differs for this token. A Worker's `ExecutionContext` fits: keys that are
   * stale are then renewed after the answer.
   * @throws JoseError, JwtClaimError - as `verify` does, and what loading a key set throws. What a function
   * of yours rejects with is `ERR_CALLBACK_FAILED`, as if it had thrown it.
   */
  async verifyAsync(
    token: string | Uint8Array,
    call?: VerifyCall & WaitUntil,
  ): Promise<VerifiedJwt<P>> {
    if (!Verifier.is(this)) throw tornOff();
    return this.#verifyAsync(token, call, record<Facts>({}));
  }

  async #verifyAsync(
    token: string | Uint8Array,
    call: (VerifyCall & WaitUntil) | undefined,
    progress: Progress,
  ): Promise<VerifiedJwt<P>> {
    const since = performance.now();
    try {
      const checked = readCall(call, ['currentDate', 'waitUntil']);
      const steps = this.#steps(token, checked, call ?? {}, progress);
      let step = steps.next();
      while (step.done !== true) step = await stepLater(steps, step.value);
      return this.#accept(step.value, progress, since);
    } catch (error) {
      throw this.#reject(error, since);
    }
  }

  /**
   * Verifies the token of a request: exactly one `Authorization: Bearer …`, or the cookie or header
   * field that is named; with `dpop`, one that is bound to a key, and its proof. A request that is
   * refused gets a ready answer (RFC 6750 §3, RFC 9449 §7.1): 401 without a good token, 403 without the
   * scopes or roles, 400 for a malformed request, 503 while no keys can be had, when a function that you gave
   * fails (`ERR_CALLBACK_FAILED`), and while a denylist or replay store is full.
   *
   * A CORS preflight (`OPTIONS` with `Origin` and `Access-Control-Request-Method`, without a token) never has
   * credentials. It is not accepted either: `isPreflight` is true, the answer is 204, and `onEvent`, which is
   * about tokens, is not told. Let your CORS middleware answer preflights before the verifier sees them.
   *
   * @param context - As of `verifyAsync`.
   * @throws JoseError `ERR_API_MISUSE` when an argument is wrong, `ERR_WASM_UNAVAILABLE`. Never what a
   * function of yours throws: that is the `cause` of `error` in the result.
   * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
   * @see https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
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
    if (!Verifier.is(this)) throw tornOff();
    const checked = readRequestOptions(options);
    const { dpop } = checked;
    const progress: Progress = record<Facts>({
      ...(dpop !== undefined && {
        prove: (payload, now) => proofOf(request, progress.presented!, payload, dpop, now),
      }),
    });
    try {
      progress.presented = tokenOf(request, checked);
      const verified = await this.#verifyAsync(progress.presented.token, context, progress);
      const { dpopProof } = progress;
      return { ok: true, ...verified, ...(dpopProof !== undefined && { dpopProof }) };
    } catch (error) {
      const scopes = progress.rule?.scopes ?? NO_SCOPES;
      const response = responseTo(error, checked, scopes, progress.presented);
      const isPreflight = isInstance(error, NoToken) && error.problem === 'preflight';
      const reason = isInstance(error, NoProof) ? error.cause : error;
      return { ok: false, isPreflight, error: reason, response };
    }
  }

  *#steps(
    token: unknown,
    call: CoreOptions,
    context: WaitUntil | undefined,
    progress: Progress,
  ): Steps<P> {
    const text = checkedToken(token, this.#rules.form);
    const nowSeconds = takeNowSeconds(call);
    const rule = yield* this.#rules.ruleFor(text);
    progress.rule = rule;
    const header = () => decode(text, this.#rules.form).protectedHeader;
    const keys = isKeyOrSet(rule.keys) ? rule.keys : yield* keysFor(rule.keys, header, context);
    const verified = (yield context === undefined
      ? rule.verify(text, keys, nowSeconds)
      : rule.verifyAsync(text, keys, nowSeconds)) as VerifiedJwt;
    progress.payload = verified.payload;
    if (progress.prove !== undefined) {
      const now = new Date(nowSeconds * 1000);
      const proof = yield progress.prove(verified.payload, now);
      progress.dpopProof = proof as VerifiedDpopProof | undefined;
    }
    const { isRevoked, schema } = this.#hooks;
    if (isRevoked !== undefined) {
      const { payload, protectedHeader } = verified;
      const answer = yield* answerOf(IS_REVOKED, () => isRevoked({ payload, protectedHeader }));
      if (typeof answer !== 'boolean') throw wrongAnswer(IS_REVOKED, answer);
      if (answer) throw new JoseError('ERR_JWT_REVOKED', 'the token has been revoked');
    }
    if (schema === undefined) return verified as VerifiedJwt<P>;
    const payload = yield* outputOf(schema, verified.payload);
    return { ...verified, payload: payload as P };
  }

  #accept(verified: VerifiedJwt<P>, { payload }: Progress, since: number): VerifiedJwt<P> {
    this.#tell(() => accepted(payload!, verified.key, since));
    return verified;
  }

  #reject(error: unknown, since: number): unknown {
    try {
      this.#tell(() => rejected(isInstance(error, NoProof) ? error.cause : error, since));
    } catch {
      // The refusal stays as it is.
    }
    return error;
  }

  #tell(eventOf: () => VerificationEvent | undefined): void {
    const { onEvent } = this.#hooks;
    if (onEvent === undefined) return;
    if (this.#restarts !== restarts()) {
      this.#restarts = restarts();
      tell(onEvent, { type: 'module-restarted', cause: lastAccident() });
    }
    const event = eventOf();
    if (event !== undefined) tell(onEvent, event);
  }
}

/**
 * Compiles the rules that tokens are held to, once. The options are those of `verify`, with `keys`.
 *
 * A function that you give (`keys`, `issuers`, `isRevoked`, `schema`, `onEvent`, a replay store) may fail
 * without harm: what it throws or rejects with, and what it must not answer, is `ERR_CALLBACK_FAILED` with the
 * `cause`, the token is not accepted, `onEvent` is told, and `verifyRequest` answers 503.
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

function tell(onEvent: (event: VerificationEvent) => void, event: VerificationEvent): void {
  try {
    const answer: unknown = onEvent(event);
    if (isThenable(answer)) drop(answer);
  } catch (thrown) {
    throw callbackThrew(ON_EVENT, thrown);
  }
}

/**
 * What differs for one token, of which only the time is read. An option that belongs to the verifier and is given to a
 * call would be ignored: it is refused.
 */
function readCall(call: unknown, known: readonly string[]): CoreOptions {
  if (call === undefined) return record();
  if (!isObject(call)) throw misuse('options must be an object');
  // An ExecutionContext has members of its own, which are none of our business.
  if (isPlainObject(call)) checkNames(call, known);
  return record<Record<string, unknown>>(
    Object.hasOwn(call, 'currentDate') ? { currentDate: own(call, 'currentDate') } : {},
  );
}

type Step<P> = IteratorResult<unknown, VerifiedJwt<P>>;

function stepAtOnce<P>(steps: Steps<P>, value: unknown): Step<P> {
  let isLater: boolean;
  try {
    isLater = isThenable(value);
  } catch (thrown) {
    return steps.throw(thrown);
  }
  if (!isLater) return steps.next(value);
  drop(value as PromiseLike<unknown>);
  throw misuse('this has to be waited for: use verifyAsync');
}

async function stepLater<P>(steps: Steps<P>, value: unknown): Promise<Step<P>> {
  let answer: unknown;
  try {
    answer = await value;
  } catch (thrown) {
    return steps.throw(thrown);
  }
  return steps.next(answer);
}
