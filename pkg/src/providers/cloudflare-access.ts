/** Cloudflare Access: the token of an application behind it. */
import { pattern } from '../checks/checks.js';
import { names, readArguments } from './arguments.js';
import { CLOCK_TOLERANCE, remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link cloudflareAccess}. */
export interface CloudflareAccessOptions extends PresetOptions {
  /** The team's name: `example` of `example.cloudflareaccess.com`. */
  readonly team: string;
  /** The Application Audience (AUD) tag, or several. */
  readonly audience: string | readonly string[];
}

const TEAM = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The application tokens of Cloudflare Access: RS256, and `type` is `app`. The token of the whole team
 * (`org`) is refused. A token counts from the second in which it is issued (`nbf`), so your clock may be 5
 * seconds off; `clockTolerance` overrides that.
 *
 * The token is in the request's header `Cf-Access-Jwt-Assertion`; browsers also send it as the cookie
 * `CF_Authorization`. `verifyRequest` takes either name.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/validating-json/
 * @see https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/application-token/
 *
 * @example
 * ```ts
 * const verifier = createVerifier(cloudflareAccess({ team: 'example', audience: audTag }));
 * const header = 'Cf-Access-Jwt-Assertion';
 * const result = await verifier.verifyRequest(request, { header }, ctx);
 * ```
 */
export function cloudflareAccess(options: CloudflareAccessOptions): ProviderPreset {
  const table = {
    team: pattern(TEAM, "a team's name in lower case, without a domain"),
    audience: names,
  };
  const { team, audience, keyOptions } = readArguments(options, table, ['team', 'audience']);
  const issuer = `https://${team}.cloudflareaccess.com`;
  return {
    keys: remoteKeys(`${issuer}/cdn-cgi/access/certs`, ['RS256'], keyOptions),
    issuer,
    audience,
    algorithms: ['RS256'],
    claims: { type: 'app' },
    clockTolerance: CLOCK_TOLERANCE,
  };
}
