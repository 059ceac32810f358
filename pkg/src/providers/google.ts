/** Google: ID tokens of people who signed in with Google. */
import { host, names, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link google}. */
export interface GoogleOptions extends PresetOptions {
  /** The application's client ID, or several. */
  readonly clientId: string | readonly string[];
  /** The Google Workspace or Cloud organization (`hd`) that the account must belong to. */
  readonly hostedDomain?: string;
}

/**
 * Google's ID tokens: RS256, from either of the two names that Google gives itself as the issuer.
 * Google's access tokens are no JWTs.
 *
 * The domain of an e-mail address does not say that an account belongs to an organization;
 * `hostedDomain` asks for the claim that does.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://developers.google.com/identity/gsi/web/guides/verify-google-id-token
 * @see https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
 *
 * @example
 * ```ts
 * const verifier = createVerifier(google({ clientId: '1234-abc.apps.googleusercontent.com' }));
 * ```
 */
export function google(options: GoogleOptions): ProviderPreset {
  const table = { clientId: names, hostedDomain: host };
  const { clientId, hostedDomain, keyOptions } = readArguments(options, table, ['clientId']);
  return {
    keys: remoteKeys('https://www.googleapis.com/oauth2/v3/certs', ['RS256'], keyOptions),
    issuer: ['https://accounts.google.com', 'accounts.google.com'],
    audience: clientId,
    algorithms: ['RS256'],
    ...(hostedDomain !== undefined && { claims: { hd: hostedDomain } }),
  };
}
