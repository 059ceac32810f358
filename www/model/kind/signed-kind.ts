/**
 * Which kind of signed token its `typ` and its claims tell of. A `typ` decides; the claims only where the shape
 * is that of one kind and no other, since a wrong kind is worse than none.
 *
 * @see https://www.iana.org/assignments/media-types/media-types.xhtml
 */
import { isObject, isText, issuerOf } from '../claims/issuer.js';
import type { Payload } from '../claims/issuer.js';
import type { KindCheck } from './kind-check.js';

const REQUEST = ['key.client', 'iss', 'aud.endpoint', 'exp', 'jti'] as const;
const BUILD = ['key.issuer', 'iss', 'aud.you', 'sub.deployment', 'exp'] as const;
const SESSION = ['key.issuer', 'iss', 'aud.client', 'exp'] as const;
const CREDENTIAL = ['key.issuer', 'iss', 'exp', 'status', 'holder'] as const;
const PROOF = ['key.header', 'typ.own', 'aud.you', 'nonce', 'age'] as const;

/** What each kind asks for, in the order in which it is best checked. */
const CHECKS = {
  jwt: ['key.issuer', 'iss', 'aud.you', 'exp'],
  idToken: ['key.issuer', 'iss', 'aud.client', 'azp', 'exp', 'nonce', 'hashes'],
  accessToken: ['typ.own', 'key.issuer', 'iss', 'aud.api', 'exp', 'scope'],
  probableAccessToken: ['key.issuer', 'iss', 'aud.api', 'exp', 'scope'],
  refreshToken: ['server', 'typ.refresh'],
  logoutToken: [
    'typ.own',
    'key.issuer',
    'iss',
    'aud.client',
    'exp',
    'events',
    'sub.session',
    'noNonce',
    'jti',
  ],
  dpopProof: ['typ.own', 'key.header', 'request', 'age', 'jti', 'ath'],
  clientAssertion: [...REQUEST, 'sub.client'],
  grantAssertion: REQUEST,
  securityEvent: ['typ.own', 'key.issuer', 'iss', 'aud.you', 'jti', 'events'],
  authorizationRequest: ['typ.own', 'key.client', 'aud.endpoint', 'exp'],
  introspection: ['typ.own', 'key.issuer', 'iss', 'aud.you'],
  credential: CREDENTIAL,
  presentation: ['key.holder', 'aud.you', 'nonce', 'age'],
  keyBinding: ['typ.own', 'key.holder', 'aud.you', 'nonce', 'age', 'sdHash'],
  sdJwtCredential: ['typ.own', ...CREDENTIAL],
  credentialProof: PROOF,
  statusList: ['typ.own', 'key.issuer', 'exp'],
  entityStatement: ['typ.own', 'key.issuer', 'iss', 'exp'],
  kubernetes: [...BUILD.slice(0, 3), 'sub.user', 'exp', 'revoked'],
  githubActions: BUILD,
  gitlabCi: BUILD,
  firebaseSession: [...SESSION, 'revoked'],
  firebaseId: [...SESSION, 'sub.user'],
  supabaseSession: ['key.issuer', 'iss', 'exp', 'sub.user'],
  supabaseKey: ['server'],
  clerkSession: ['key.issuer', 'iss', 'azp', 'exp'],
  cloudflareAccess: ['key.issuer', 'iss', 'aud.api', 'exp'],
} satisfies Readonly<Record<string, readonly KindCheck[]>>;

export type SignedKind = keyof typeof CHECKS;

/** Without `application/`, in lower case (RFC 7515 §4.1.9). */
const BY_TYP = new Map<string, SignedKind>([
  ['at+jwt', 'accessToken'],
  ['logout+jwt', 'logoutToken'],
  ['dpop+jwt', 'dpopProof'],
  ['client-authentication+jwt', 'clientAssertion'],
  ['secevent+jwt', 'securityEvent'],
  ['oauth-authz-req+jwt', 'authorizationRequest'],
  ['token-introspection+jwt', 'introspection'],
  ['vc+jwt', 'credential'],
  ['vp+jwt', 'presentation'],
  ['kb+jwt', 'keyBinding'],
  ['dc+sd-jwt', 'sdJwtCredential'],
  ['vc+sd-jwt', 'sdJwtCredential'],
  ['openid4vci-proof+jwt', 'credentialProof'],
  ['statuslist+jwt', 'statusList'],
  ['entity-statement+jwt', 'entityStatement'],
]);

/** The profile of the package that checks a kind. */
const PROFILES = {
  idToken: 'id_token',
  accessToken: 'access_token',
  logoutToken: 'logout_token',
} as const;

export interface SignedKindFacts {
  readonly id: SignedKind;
  readonly checks: readonly KindCheck[];
  readonly profile?: (typeof PROFILES)[keyof typeof PROFILES];
}

export function signedKind(header: Payload, payload: Payload): SignedKindFacts {
  const { typ } = header;
  const named = isText(typ) ? typ.toLowerCase().replace(/^application\//, '') : '';
  const id = BY_TYP.get(named) ?? byClaims(header, payload);
  const profile = Object.hasOwn(PROFILES, id) ? PROFILES[id as keyof typeof PROFILES] : undefined;
  return { id, checks: CHECKS[id], ...(profile !== undefined && { profile }) };
}

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

function byClaims(header: Payload, payload: Payload): SignedKind {
  const { events, htm, htu, vc, vp, token_introspection: introspection } = payload;
  if (isObject(events)) return Object.hasOwn(events, LOGOUT) ? 'logoutToken' : 'securityEvent';
  if (isText(htm) && isText(htu) && isObject(header['jwk'])) return 'dpopProof';
  if (isObject(introspection)) return 'introspection';
  if (isObject(vc)) return 'credential';
  if (isObject(vp)) return 'presentation';
  return byIssuer(payload) ?? assertionKind(payload) ?? openIdKind(payload) ?? 'jwt';
}

/** Where the issuer is known, so is what its claims mean. */
function byIssuer(payload: Payload): SignedKind | undefined {
  const { iss, role, typ, token_use: use, nonce, scope, email } = payload;
  if (iss === 'supabase' && (role === 'anon' || role === 'service_role')) return 'supabaseKey';
  switch (issuerOf(payload)) {
    case 'kubernetes':
      return 'kubernetes';
    case 'github':
      return 'githubActions';
    case 'gitlab':
      return isText(payload['project_path']) ? 'gitlabCi' : undefined;
    case 'firebase':
      return 'firebaseId';
    case 'firebaseSession':
      return 'firebaseSession';
    case 'supabase':
      return isText(payload['session_id']) ? 'supabaseSession' : undefined;
    case 'clerk':
      return isText(payload['sid']) && scope === undefined ? 'clerkSession' : undefined;
    case 'cloudflare':
      return 'cloudflareAccess';
    case 'google':
      return isText(payload['azp']) || isText(email) ? 'idToken' : undefined;
    case 'apple':
      return isText(nonce) || isText(payload['at_hash']) || isText(email) ? 'idToken' : undefined;
    case 'cognito':
      if (use === 'id') return 'idToken';
      return use === 'access' ? 'probableAccessToken' : undefined;
    case 'keycloak':
      return isText(typ) ? KEYCLOAK.get(typ) : undefined;
    default:
      return undefined;
  }
}

/** The claim `typ`, which Keycloak writes into every token. */
const KEYCLOAK = new Map<string, SignedKind>([
  ['Bearer', 'probableAccessToken'],
  ['ID', 'idToken'],
  ['Refresh', 'refreshToken'],
  ['Offline', 'refreshToken'],
  ['Logout', 'logoutToken'],
]);

/** RFC 7523 §3: sent to a token endpoint, by a client for itself (`iss` is `sub`) or to get a token with. */
function assertionKind({ iss, sub, aud, exp }: Payload): SignedKind | undefined {
  const endpoint = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  const isForEndpoint =
    isText(endpoint) && /^https:\/\/[^?#]+\/token(?:[/.][^?#]*)?$/.test(endpoint);
  if (!isForEndpoint || !isText(iss) || exp === undefined) return undefined;
  return iss === sub ? 'clientAssertion' : 'grantAssertion';
}

/** OpenID Connect Core 1.0 §2, and what OAuth servers write into access tokens that have no `typ` for it. */
function openIdKind(payload: Payload): SignedKind | undefined {
  const { iss, sub, aud, azp, nonce, at_hash: atHash, c_hash: cHash } = payload;
  if (!isText(iss) || !isText(sub)) return undefined;
  const has = (...names: readonly string[]) => names.some((name) => payload[name] !== undefined);
  if (has('scope', 'scp', 'permissions')) {
    const isForClient = has('client_id', 'azp', 'appid', 'cid', 'gty');
    return isForClient && atHash === undefined ? 'probableAccessToken' : undefined;
  }
  if (aud === undefined || has('client_id', 'appid', 'htu')) return undefined;
  const isForClient =
    !has('roles') && isText(azp) && (azp === aud || (Array.isArray(aud) && aud.includes(azp)));
  return isText(nonce) || isText(atHash) || isText(cHash) || isForClient ? 'idToken' : undefined;
}
