/**
 * Where the key set is: at a URL that the caller gave, or where the issuer's metadata says
 * (OpenID Connect Discovery 1.0 §4, RFC 8414 §3).
 *
 * Refuses metadata of another issuer, and a `jwks_uri` that may not be fetched.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import type { Deadline } from './deadline.js';
import { fetchFailed, placeOf } from './failure.js';
import { freshnessOf } from './freshness.js';
import { get } from './request.js';
import type { DownloadedDocument } from './http.js';
import type { CheckedOptions } from './options.js';
import { mayBeFetched, parsedUrl } from './source.js';
import type { Source } from './source.js';

/** @internal */
export interface JwksLocation {
  /** What a store knows the key set by. */
  readonly storeKey: string;
  /** The origin that the caller named. */
  readonly origin: string;
  /** Where the key set is, as far as that is known. */
  readonly url: string | undefined;
  /** Whether asking anew could lead somewhere else than {@link url}. */
  readonly isRemembered: boolean;
  locate(deadline: Deadline): Promise<string>;
  forget(): void;
}

/** @internal */
export function locationOf({ jwksUri, issuer }: Source, options: CheckedOptions): JwksLocation {
  return jwksUri === undefined ? new Discovery(issuer, options) : fixedLocation(jwksUri);
}

function fixedLocation(url: string): JwksLocation {
  return {
    storeKey: url,
    origin: new URL(url).origin,
    url,
    isRemembered: false,
    locate: async () => url,
    forget: () => {},
  };
}

class Discovery implements JwksLocation {
  readonly storeKey: string;
  readonly origin: string;
  readonly #issuer: string;
  readonly #fallback: string;
  readonly #options: CheckedOptions;
  #found: { readonly jwksUri: string; readonly at: number; readonly expiresAt: number } | undefined;

  constructor(issuer: string, options: CheckedOptions) {
    const { origin, pathname } = new URL(issuer);
    // Both documents say it: "any terminating '/' MUST be removed".
    const path = pathname.replace(/\/$/, '');
    this.origin = origin;
    this.storeKey = `${origin}${path}/.well-known/openid-configuration`;
    this.#fallback = `${origin}/.well-known/oauth-authorization-server${path}`;
    this.#issuer = issuer;
    this.#options = options;
  }

  get url(): string | undefined {
    return this.#found?.jwksUri;
  }

  get isRemembered(): boolean {
    const now = Date.now();
    return this.#found !== undefined && now >= this.#found.at && now < this.#found.expiresAt;
  }

  async locate(deadline: Deadline): Promise<string> {
    if (this.isRemembered) return this.#found!.jwksUri;
    const at = Date.now();
    const fetch = (url: string) => get(url, this.origin, this.#options, deadline);
    let place = this.storeKey;
    let response = await fetch(place);
    if (response.status === 404) {
      place = this.#fallback;
      response = await fetch(place);
    }
    const jwksUri = this.#jwksUriOf(response, placeOf(place));
    const freshness = freshnessOf(response, this.#options.cacheMaxAge);
    this.#found = { jwksUri, at, expiresAt: at + freshness };
    return jwksUri;
  }

  forget(): void {
    this.#found = undefined;
  }

  #jwksUriOf({ status, text }: DownloadedDocument, place: string): string {
    if (status !== 200) throw fetchFailed(`${place} responded with status ${status}`);
    const { issuer, jwks_uri: jwksUri } = membersOf(text, place);
    if (issuer !== this.#issuer) throw fetchFailed(`${place} is the metadata of another issuer`);
    const url = typeof jwksUri === 'string' ? parsedUrl(jwksUri) : undefined;
    if (url === undefined || !mayBeFetched(url, this.#options.allowInsecureLoopback)) {
      throw fetchFailed(`${place} has no jwks_uri that may be fetched: it must be an https URL`);
    }
    return url.href;
  }
}

function membersOf(text: string, place: string): Own<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's message is not passed on: it shows some of the text.
  }
  if (typeof value === 'object' && value !== null) return record(value as Record<string, unknown>);
  throw fetchFailed(`${place} is not a JSON object`);
}
