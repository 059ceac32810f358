/**
 * As much of the Fetch Standard as is used here, so that the declarations do not need a browser's
 * types. What a runtime or a library calls `fetch` fits.
 *
 * @see https://fetch.spec.whatwg.org/
 */

/** The headers of a {@link FetchResponse}. */
export interface ResponseHeaders {
  get(name: string): string | null;
}

/** What a {@link FetchFunction} answers. A `Response` is one. */
export interface FetchResponse {
  readonly status: number;
  readonly redirected?: boolean;
  readonly headers: ResponseHeaders;
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
      cancel(reason?: unknown): Promise<void>;
    };
  } | null;
}

type AbortSignalOfRuntime = typeof globalThis extends {
  AbortSignal: { prototype: infer Signal };
}
  ? Signal
  : unknown;

/** What a {@link FetchFunction} is asked for, beside the URL. A `RequestInit` takes it. */
export interface FetchInit {
  readonly headers: Record<string, string>;
  /** `'error'`, or `'manual'` where a runtime knows no `'error'`. Never followed. */
  readonly redirect: 'error' | 'manual';
  readonly signal: AbortSignalOfRuntime;
  /** Left out where a runtime refuses it. */
  readonly credentials?: 'omit';
  /** Left out where a runtime refuses it. */
  readonly cache?: 'no-store';
}

/** A replacement for the global `fetch`. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;
