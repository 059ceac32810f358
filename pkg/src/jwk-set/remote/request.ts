/**
 * One GET request, with nothing followed, nothing sent along, and nothing read beyond its limit.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import { isInstance, JoseError } from '../../errors.js';
import { readText } from './body.js';
import type { Deadline } from './deadline.js';
import { fetchFailed, placeOf } from './failure.js';
import type { DownloadedDocument, FetchInit, FetchResponse } from './http.js';
import type { CheckedOptions } from './options.js';

const ACCEPT = 'application/json, application/jwk-set+json';

/**
 * Fetches a document. `origin` is the one that the caller's own headers are for.
 *
 * @internal
 */
export async function get(
  url: string,
  origin: string,
  options: CheckedOptions,
  deadline: Deadline,
): Promise<DownloadedDocument> {
  const own = new URL(url).origin === origin ? options.headers : {};
  try {
    const response = await deadline.race(
      fetchOf(options)(url, initOf({ accept: ACCEPT, ...own }, deadline.signal)),
    );
    return await documentOf(response, options, deadline);
  } catch (cause) {
    throw errorFor(url, cause);
  }
}

async function documentOf(
  response: FetchResponse,
  options: CheckedOptions,
  deadline: Deadline,
): Promise<DownloadedDocument> {
  const { status, headers } = response;
  if (!Number.isInteger(status)) throw fetchFailed('its status is no number');
  // For a `fetch` of the caller's that heeds no `redirect`: where it went was never looked at.
  // Inherited: a Response has it from its class, and where it has none, that it was is the safe answer.
  if (response.redirected === true) throw fetchFailed('it was redirected');
  const field = (name: string) => String(headers.get(name) ?? '');
  const facts = { status, cacheControl: field('cache-control'), age: field('age') };
  if (status !== 200) return { ...facts, text: '' };
  const text = await readText(response.body, options.maxResponseBytes, deadline);
  return { ...facts, text };
}

function fetchOf(options: CheckedOptions): NonNullable<CheckedOptions['fetch']> {
  // The global one is asked for by each request, and called as one: some insist on their `this`.
  return options.fetch ?? ((url, init) => globalThis.fetch(url, record(init)));
}

function errorFor(url: string, cause: unknown): JoseError {
  const place = placeOf(url);
  if (!isInstance(cause, JoseError)) return fetchFailed(`${place} could not be fetched`, cause);
  if (cause.code === 'ERR_JWKS_TIMEOUT') {
    return new JoseError(cause.code, `${place} gave no complete response within the timeout`);
  }
  return fetchFailed(`${place} could not be used: ${cause.message}`, cause);
}

/**
 * Some runtimes refuse options that mean nothing to them: workerd has no `redirect: 'error'`, and
 * older versions no `cache`. The constructor of `Request` refuses the same ones, and asks nobody.
 */
function initOf(headers: Record<string, string>, signal: AbortSignal): FetchInit {
  return record<FetchInit>({
    headers,
    signal,
    // Where nothing else is to be had, a redirect is a response whose status is not 200.
    redirect: isTaken({ redirect: 'error' }) ? 'error' : 'manual',
    ...(isTaken({ credentials: 'omit' }) && { credentials: 'omit' }),
    // The cache of this package knows when it needs a new response; one below would give the old one.
    ...(isTaken({ cache: 'no-store' }) && { cache: 'no-store' }),
  });
}

function isTaken(init: RequestInit): boolean {
  try {
    return new Request('https://issuer.invalid/', record(init)) !== undefined;
  } catch {
    return false;
  }
}
