/** Supabase Auth: access tokens of users who signed in. */
import { pattern } from '../checks/checks.js';
import { misuse } from '../errors.js';
import type { Algorithm } from '../contract.js';
import { baseUrl, readArguments } from './arguments.js';
import { remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link supabase}: one of `projectRef` and `url`. */
export type SupabaseOptions = PresetOptions &
  (
    | {
        /** The project's reference: `abcdefghijklmnopqrst` of `abcdefghijklmnopqrst.supabase.co`. */
        readonly projectRef: string;
        readonly url?: never;
      }
    | {
        /** The URL of a custom domain, or of a Supabase of one's own. */
        readonly url: string;
        readonly projectRef?: never;
      }
  );

const PROJECT_REF = /^[a-z0-9]{1,63}$/;
const ALGORITHMS: readonly Algorithm[] = ['ES256', 'RS256'];

/**
 * Access tokens of Supabase Auth: ES256 or RS256, for the audience `authenticated`. The project has to
 * sign with a key pair: nobody publishes the shared secret of older projects, so tokens that are signed
 * with it are refused, and with them the keys `anon` and `service_role`.
 *
 * Users who signed in anonymously are `authenticated` too, with `is_anonymous` true.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://supabase.com/docs/guides/auth/signing-keys
 * @see https://supabase.com/docs/guides/auth/jwt-fields
 *
 * @example
 * ```ts
 * const verifier = createVerifier(supabase({ projectRef: 'abcdefghijklmnopqrst' }));
 * ```
 */
export function supabase(options: SupabaseOptions): ProviderPreset {
  const table = { projectRef: pattern(PROJECT_REF, "a project's reference"), url: baseUrl };
  const { projectRef, url, keyOptions } = readArguments(options, table, []);
  if ((projectRef === undefined) === (url === undefined)) {
    throw misuse('give one of the arguments projectRef and url');
  }
  const issuer = `${url ?? `https://${projectRef}.supabase.co`}/auth/v1`;
  return {
    keys: remoteKeys(`${issuer}/.well-known/jwks.json`, ALGORITHMS, keyOptions),
    issuer,
    audience: 'authenticated',
    algorithms: ALGORITHMS,
  };
}
