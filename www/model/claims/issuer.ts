/**
 * Which provider a token says it comes from. It decides which words explain a claim, and nothing else: the
 * issuer is as unverified as the rest of the token.
 */

export type Issuer =
  | 'apple'
  | 'auth0'
  | 'clerk'
  | 'cloudflare'
  | 'cognito'
  | 'entra'
  | 'firebase'
  | 'firebaseSession'
  | 'github'
  | 'gitlab'
  | 'google'
  | 'keycloak'
  | 'kubernetes'
  | 'okta'
  | 'supabase';

/** By host. The second: by a suffix, whose dot keeps `notokta.com` out. */
const HOSTS: Readonly<Record<string, Issuer>> = {
  'appleid.apple.com': 'apple',
  'accounts.google.com': 'google',
  'securetoken.google.com': 'firebase',
  'session.firebase.google.com': 'firebaseSession',
  'token.actions.githubusercontent.com': 'github',
  'gitlab.com': 'gitlab',
  'login.microsoftonline.com': 'entra',
  'login.microsoftonline.us': 'entra',
  'login.partner.microsoftonline.cn': 'entra',
  'sts.windows.net': 'entra',
};
const SUFFIXES: readonly (readonly [string, Issuer])[] = [
  ['.auth0.com', 'auth0'],
  ['.clerk.accounts.dev', 'clerk'],
  ['.cloudflareaccess.com', 'cloudflare'],
  ['.ciamlogin.com', 'entra'],
  ['.b2clogin.com', 'entra'],
  ['.okta.com', 'okta'],
  ['.oktapreview.com', 'okta'],
  ['.okta-emea.com', 'okta'],
];

/** Claims that no other issuer writes, for those that people host under names of their own. */
const MARKS: readonly (readonly [Issuer, (payload: Payload) => boolean])[] = [
  ['kubernetes', (payload) => isObject(payload['kubernetes.io'])],
  ['gitlab', (payload) => isText(payload['project_path']) && isText(payload['pipeline_id'])],
  ['clerk', ({ sid }) => isText(sid) && sid.startsWith('sess_')],
];

export type Payload = Readonly<Record<string, unknown>>;

export function issuerOf(payload: Payload): Issuer | undefined {
  const { iss } = payload;
  if (!isText(iss)) return undefined;
  return byUrl(iss) ?? MARKS.find(([, isOf]) => isOf(payload))?.[0];
}

function byUrl(iss: string): Issuer | undefined {
  // What tokens of these say in place of a URL.
  if (iss === 'accounts.google.com') return 'google';
  if (iss === 'kubernetes/serviceaccount') return 'kubernetes';
  if (iss === 'supabase') return 'supabase';
  if (!iss.startsWith('https://') || !URL.canParse(iss)) return undefined;
  const { host, pathname } = new URL(iss);
  if (Object.hasOwn(HOSTS, host)) return HOSTS[host];
  const bySuffix = SUFFIXES.find(([suffix]) => host.endsWith(suffix))?.[1];
  if (bySuffix !== undefined) return bySuffix;
  if (/^cognito-idp\.[\w-]+\.amazonaws\.com(?:\.cn)?$/.test(host)) return 'cognito';
  if (host.endsWith('.supabase.co') && pathname === '/auth/v1') return 'supabase';
  return /^(?:\/auth)?\/realms\/[^/]+$/.test(pathname) ? 'keycloak' : undefined;
}

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isObject = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
