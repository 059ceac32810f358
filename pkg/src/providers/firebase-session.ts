/** Firebase Authentication: session cookies of a project. */
import { readArguments } from './arguments.js';
import { firebaseProject } from './firebase.js';
import { CLOCK_TOLERANCE, remoteKeys } from './preset.js';
import type { PresetOptions, ProviderPreset } from './preset.js';

/** Arguments of {@link firebaseSession}. */
export interface FirebaseSessionOptions extends PresetOptions {
  /** The ID of the Firebase project. */
  readonly projectId: string;
}

/** A map of key IDs to certificates in PEM: these keys are not published as a JWK Set at this address. */
const KEYS = 'https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys';

/**
 * Session cookies of a Firebase project, which a server makes of an ID token: RS256, issuer and audience by
 * the project's ID, `sub` there, `auth_time` and `iat` in the past, and a lifetime of 14 days at most, which is
 * the longest that Firebase gives. Your clock may be 5 seconds off; `clockTolerance` overrides that.
 *
 * ID tokens have another issuer and other keys, and are refused: see {@link firebase}. Whether a session was
 * revoked is not in the cookie; `isRevoked` and `rejectBefore` are for that.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://firebase.google.com/docs/auth/admin/manage-cookies#verify_session_cookies_using_a_third-party_jwt_library
 *
 * @example
 * ```ts
 * const verifier = createVerifier(firebaseSession({ projectId: 'my-project' }));
 * const result = await verifier.verifyRequest(request, { cookie: '__session' }, ctx);
 * ```
 */
export function firebaseSession(options: FirebaseSessionOptions): ProviderPreset {
  const table = { projectId: firebaseProject };
  const { projectId, keyOptions } = readArguments(options, table, ['projectId']);
  return {
    keys: remoteKeys(KEYS, ['RS256'], keyOptions),
    issuer: `https://session.firebase.google.com/${projectId}`,
    profile: 'id_token',
    clientId: projectId,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'auth_time'],
    // How long ago somebody signed in does not matter, only that it is not in the future.
    maxAuthenticationAge: '36500d',
    maxTokenAge: '14d',
    maxLifetime: '14d',
    clockTolerance: CLOCK_TOLERANCE,
  };
}
