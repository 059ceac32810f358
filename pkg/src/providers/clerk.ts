/** Clerk: session tokens. */
import { listOf } from '../checks/checks.js';
import { host, origin, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link clerk}. */
export interface ClerkOptions extends PresetOptions {
  /** The host of the instance's Frontend API: `clerk.example.com`, `example.clerk.accounts.dev`. */
  readonly frontendApi: string;
  /** The origins of the pages that may get tokens: `https://app.example`. */
  readonly authorizedParties: readonly string[];
}

/**
 * The session tokens of Clerk: RS256, of a session (`sid`) of a user (`sub`), for a page (`azp`) that
 * is among those which are known. Without the last check, a page on a neighbouring subdomain could
 * use the tokens that it gets along with the cookie.
 *
 * A browser that tells no origin gets tokens without `azp`, which are refused. Tokens by a template
 * have no session, and are refused too. A session that has something left to do says so in
 * `sts: 'pending'`, which is for the caller to look at.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://clerk.com/docs/guides/sessions/manual-jwt-verification
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 *
 * @example
 * ```ts
 * const verifier = createVerifier(
 *   clerk({ frontendApi: 'clerk.example.com', authorizedParties: ['https://app.example.com'] }),
 * );
 * const result = await verifier.verifyRequest(request, { cookie: '__session' });
 * ```
 */
export function clerk(options: ClerkOptions): ProviderPreset {
  const table = { frontendApi: host, authorizedParties: listOf(origin) };
  const required = ['frontendApi', 'authorizedParties'] as const;
  const { frontendApi, authorizedParties, keyOptions } = readArguments(options, table, required);
  const issuer = `https://${frontendApi}`;
  return {
    keys: remoteKeys(`${issuer}/.well-known/jwks.json`, ['RS256'], keyOptions),
    issuer,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'iat', 'sub', 'sid'],
    claims: { azp: authorizedParties },
  };
}
