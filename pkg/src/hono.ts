/** `bearer`: a middleware for Hono, for those who do not want to call `verifyRequest` themselves. */
import type { WaitUntil } from './verifier/key-source.js';
import type { RequestLike, RequestOptions } from './verifier/request.js';
import type { ResponseOfRuntime } from './verifier/answer.js';
import type { Verifier } from './verifier.js';

/** As much of Hono's `Context` as is used. */
export interface HonoContext {
  readonly req: { readonly raw: RequestLike };
  readonly executionCtx: WaitUntil;
  set(name: 'jwt', value: unknown): void;
}

/**
 * Lets requests with a good token through, and leaves its payload in `c.get('jwt')`. The others get
 * the answer of `verifyRequest`: 401, 403 or 503.
 *
 * @param verifier - Made once, by `createVerifier`.
 * @param options - Those of `verifyRequest`.
 * @see https://hono.dev/docs/guides/middleware
 *
 * @example
 * ```ts
 * app.use('/orders', bearer(verifier, { realm: 'orders' }));
 * app.get('/orders', (c) => c.json({ user: c.get('jwt').sub }));
 * ```
 */
export function bearer<P>(verifier: Verifier<P>, options?: RequestOptions) {
  return async (c: HonoContext, next: () => Promise<void>): Promise<ResponseOfRuntime | void> => {
    const result = await verifier.verifyRequest(c.req.raw, options, contextOf(c));
    if (!result.ok) return result.response;
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
