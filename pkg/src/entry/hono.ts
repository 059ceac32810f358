/** `bearer`: a middleware for Hono, for those who do not want to call `verifyRequest` themselves. */
import type { RuntimeResponse, WaitUntil } from '../core/runtime-types.js';
import type { RequestLike } from '../verifier/request-like.js';
import type { RequestOptions } from '../verifier/request.js';
import type { Verifier } from '../verifier/verifier.js';

/** As much of Hono's `Context` as is used. */
export interface HonoContext {
  readonly req: { readonly raw: RequestLike };
  readonly executionCtx: WaitUntil;
  set(name: 'jwt', value: unknown): void;
}

/** Options of `bearer`: those of `verifyRequest`, and one more. */
export interface BearerOptions extends RequestOptions {
  /**
   * Whether CORS preflights, which never have a token, go on to the next handler. That runs without
   * `c.get('jwt')`, so it must be one that answers `OPTIONS` and nothing else. Defaults to false: they are
   * answered with 204 and no CORS header.
   */
  readonly passPreflight?: boolean;
}

/**
 * Lets requests with a good token through, and leaves its payload in `c.get('jwt')`. The others get
 * the answer of `verifyRequest`: 401, 403 or 503.
 *
 * Put `cors()` of Hono before it, as in the example: that answers the preflights of browsers, and adds its
 * headers to a refusal too, which a page could not read otherwise.
 *
 * @param verifier - Made once, by `createVerifier`.
 * @param options - See {@link BearerOptions}.
 * @see https://hono.dev/docs/guides/middleware
 *
 * @example
 * ```ts
 * app.use('/orders', cors({ origin: 'https://app.example' }));
 * app.use('/orders', bearer(verifier, { realm: 'orders' }));
 * app.get('/orders', (c) => c.json({ user: c.get('jwt').sub }));
 * ```
 */
export function bearer<P>(verifier: Verifier<P>, options: BearerOptions = {}) {
  // Own: what a bug elsewhere has put on `Object.prototype` is told apart here, because this file shares no module.
  const { passPreflight, ...ofRequest } = options;
  const passes = passPreflight === true && Object.hasOwn(options, 'passPreflight');
  return async (c: HonoContext, next: () => Promise<void>): Promise<RuntimeResponse | void> => {
    const result = await verifier.verifyRequest(c.req.raw, ofRequest, contextOf(c));
    if (!result.ok) return passes && result.isPreflight ? next() : result.response;
    c.set('jwt', result.payload);
    return next();
  };
}

/** Hono throws where the runtime has no such context. */
function contextOf(c: HonoContext): WaitUntil | undefined {
  try {
    return c.executionCtx;
  } catch {
    return undefined;
  }
}
