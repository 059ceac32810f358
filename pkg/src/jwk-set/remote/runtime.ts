/**
 * What a runtime forbids.
 *
 * @internal
 */

/**
 * Whether a promise belongs to the request that made it. Cloudflare Workers and Vercel's edge
 * functions end a request's input and output with it, so that a promise which another request waits
 * for may never settle. They are told by the names that they give themselves for this purpose. Asked
 * anew each time: it costs nothing, and importing the package must not.
 *
 * @internal
 */
export function tiesPromisesToRequests(): boolean {
  // Inherited: a global scope has a class; what is told here decides nothing but who waits.
  const { navigator, EdgeRuntime } = globalThis as unknown as {
    readonly navigator: { readonly userAgent: unknown } | undefined;
    readonly EdgeRuntime: unknown;
  };
  return navigator?.userAgent === 'Cloudflare-Workers' || EdgeRuntime === 'vercel';
}
