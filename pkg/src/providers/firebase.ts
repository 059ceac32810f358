/** Firebase Authentication: ID tokens of a project. */
import { pattern } from '../checks/checks.js';
import type { Check } from '../checks/options.js';
import { readArguments } from './arguments.js';
import { CLOCK_TOLERANCE, remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link firebase}. */
export interface FirebaseOptions extends PresetOptions {
  /** The ID of the Firebase project. */
  readonly projectId: string;
}

const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
/** The `jwks_uri` in the metadata of every project's issuer. */
const KEYS =
  'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com';

/**
 * ID tokens of a Firebase project: RS256, issuer and audience by the project's ID, `sub`, `auth_time`
 * and `iat` there, and issued within the last hour, which is as long as they live. Your clock may be 5 seconds
 * off, because a token is sent as soon as it is issued; `clockTolerance` overrides that.
 *
 * Session cookies have another issuer (see `firebaseSession`), and custom tokens are for Firebase alone: both
 * are refused.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://firebase.google.com/docs/auth/admin/verify-id-tokens#verify_id_tokens_using_a_third-party_jwt_library
 * @see https://firebase.google.com/docs/auth/admin/manage-sessions
 *
 * @example
 * ```ts
 * const verifier = createVerifier(firebase({ projectId: 'my-project' }));
 * ```
 */
export function firebase(options: FirebaseOptions): ProviderPreset {
  const table = { projectId: firebaseProject };
  const { projectId, keyOptions } = readArguments(options, table, ['projectId']);
  return {
    keys: remoteKeys(KEYS, ['RS256'], keyOptions),
    issuer: `https://securetoken.google.com/${projectId}`,
    profile: 'id_token',
    clientId: projectId,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'auth_time'],
    maxTokenAge: '1h',
    clockTolerance: CLOCK_TOLERANCE,
  };
}

/** @internal */
export const firebaseProject: Check<string> = (value, what) =>
  pattern(PROJECT_ID, 'the ID of a Firebase project')(value, what);
