/**
 * As much of the Fetch Standard as is used here, so that the declarations do not need a browser's
 * types. What a runtime or a library calls `fetch` fits.
 *
 * @see https://fetch.spec.whatwg.org/
 */
import type { RuntimeAbortSignal } from '../../core/runtime-types.js';

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

/** What a {@link FetchFunction} is asked for, beside the URL. A `RequestInit` takes it. */
export interface FetchInit {
  readonly headers: Record<string, string>;
  /** `'error'`, or `'manual'` where a runtime knows no `'error'`. Never followed. */
  readonly redirect: 'error' | 'manual';
  readonly signal: RuntimeAbortSignal;
  /** Left out where a runtime refuses it. */
  readonly credentials?: 'omit';
  /** Left out where a runtime refuses it. */
  readonly cache?: 'no-store';
}

/** A replacement for the global `fetch`. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;

/**
 * A response that was read: only one of status 200 has its text.
 *
 * @internal
 */
export interface DownloadedDocument {
  readonly status: number;
  readonly cacheControl: string;
  readonly age: string;
  readonly text: string;
}
