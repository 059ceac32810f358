/**
 * The provider that a token is from, by its issuer, and the arguments of the provider's preset as the token has them.
 *
 * A guess for a person, who checks it: nothing is verified by it. The issuer must be at a host of the provider; where
 * providers have hosts of their customers, the claims must be unmistakable.
 */
import type { Inspection } from 'edge-jwt';

import type { ProviderId } from './providers.js';

export interface ProviderGuess {
  readonly id: ProviderId;
  /** For `PresetInput`: lists have spaces between. */
  readonly values: Readonly<Record<string, string>>;
}

interface Told {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly url: URL;
}

type Reader = (told: Told) => Readonly<Record<string, string | undefined>> | undefined;

const GUID = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\/v2\.0|\/)$/i;
const ALB = /^arn:aws(?:-us-gov)?:elasticloadbalancing:[^:]+:\d{12}:loadbalancer\/app\/.+$/;

/** In the order in which they are asked: those that go by claims come last. */
const READERS: Readonly<Partial<Record<ProviderId, Reader>>> = {
  auth0: ({ url, payload }) => {
    const sub = text(payload['sub']);
    const isOwn =
      /^auth0\|/.test(sub) || (payload['gty'] === 'client-credentials' && sub.endsWith('@clients'));
    if (url.pathname !== '/' || !(isBelow(url, 'auth0.com') || isOwn)) return undefined;
    const audience = first(payload['aud'], (name) => !name.endsWith('/userinfo'));
    return { domain: url.host, audience };
  },
  cloudflareAccess: ({ url, payload }) =>
    isBelow(url, 'cloudflareaccess.com') && url.pathname === '/'
      ? { team: url.host.split('.')[0], audience: first(payload['aud']) }
      : undefined,
  cognito: ({ url, payload }) => {
    const region = /^cognito-idp\.([a-z0-9-]+)\.amazonaws\.com$/.exec(url.host)?.[1];
    const userPoolId = url.pathname.slice(1);
    if (region === undefined || !userPoolId.startsWith(`${region}_`)) return undefined;
    const tokenUse = payload['token_use'] === 'id' ? 'id' : 'access';
    const clientId = first(payload[tokenUse === 'id' ? 'aud' : 'client_id']);
    return { userPoolId, clientId, tokenUse };
  },
  entra: ({ url, payload }) => {
    const [, tenant, rest] = GUID.exec(url.pathname) ?? [];
    const host = rest === '/' ? 'sts.windows.net' : 'login.microsoftonline.com';
    if (tenant === undefined || url.host !== host) return undefined;
    const version = rest === '/' ? '1.0' : '2.0';
    return { tenant: tenant.toLowerCase(), audience: first(payload['aud']), version };
  },
  firebase: ({ url }) =>
    url.host === 'securetoken.google.com' ? { projectId: url.pathname.slice(1) } : undefined,
  firebaseSession: ({ url }) =>
    url.host === 'session.firebase.google.com' ? { projectId: url.pathname.slice(1) } : undefined,
  google: ({ url, payload }) =>
    url.host === 'accounts.google.com' && url.pathname === '/'
      ? { clientId: first(payload['aud']), hostedDomain: first(payload['hd']) }
      : undefined,
  supabase: ({ url }) =>
    isBelow(url, 'supabase.co') && url.pathname === '/auth/v1'
      ? { projectRef: url.host.split('.')[0] }
      : undefined,
  okta: ({ url, payload }) => {
    const authorizationServer = /^\/oauth2\/([\w-]{1,64})$/.exec(url.pathname)?.[1];
    const hosts = ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil'];
    const isOwn = typeof payload['cid'] === 'string' && payload['ver'] === 1;
    const isAt = hosts.some((host) => isBelow(url, host)) || isOwn;
    if (authorizationServer === undefined || !isAt) return undefined;
    const [audience, clientId] = [first(payload['aud']), first(payload['cid'])];
    return { domain: url.host, authorizationServer, audience, clientId };
  },
  clerk: ({ url, payload }) => {
    const isSession = text(payload['sid']).startsWith('sess_') && payload['azp'] !== undefined;
    if (url.pathname !== '/' || !(isBelow(url, 'clerk.accounts.dev') || isSession)) {
      return undefined;
    }
    return { frontendApi: url.host, authorizedParties: first(payload['azp']) };
  },
  keycloak: ({ url, payload }) => {
    const [, path, realm] = /^(.*)\/realms\/([\w.~-]+)$/.exec(url.pathname) ?? [];
    const kinds = ['Bearer', 'ID', 'Refresh', 'Offline', 'DPoP', 'Logout'];
    const isOwn = kinds.includes(text(payload['typ'])) || payload['realm_access'] !== undefined;
    if (realm === undefined || !isOwn) return undefined;
    const audience = first(payload['aud'], (name) => name !== 'account');
    return { url: `${url.origin}${path}`, realm, audience };
  },
};

/** The provider of the token, with all that the token says of its preset's arguments. */
export function guessProvider(
  inspection: Pick<Inspection, 'protectedHeader' | 'payload'>,
): ProviderGuess | undefined {
  const header = inspection.protectedHeader ?? {};
  const payload = inspection.payload ?? {};
  const ofLoadBalancer = albValues(header);
  if (ofLoadBalancer !== undefined) return { id: 'awsAlb', values: present(ofLoadBalancer) };
  const url = issuerUrl(payload['iss']);
  if (url === undefined) return undefined;
  for (const [id, read] of Object.entries(READERS)) {
    // The presets of all others take a host and no port.
    const values =
      url.port === '' || id === 'keycloak' ? read({ header, payload, url }) : undefined;
    if (values !== undefined) return { id: id as ProviderId, values: present(values) };
  }
  return undefined;
}

/** What the token says for one preset's arguments; undefined where it is of another provider. */
export function providerValues(
  id: ProviderId,
  inspection: Pick<Inspection, 'protectedHeader' | 'payload'>,
): Readonly<Record<string, string>> | undefined {
  const guess = guessProvider(inspection);
  if (guess?.id === id) return guess.values;
  // Tokens of one tenant are those of several.
  if (id !== 'entraMultiTenant' || guess?.id !== 'entra') return undefined;
  const { tenant = '', audience } = guess.values;
  return present({ tenants: tenant, audience });
}

function albValues(header: Readonly<Record<string, unknown>>) {
  const loadBalancerArn = text(header['signer']);
  if (!ALB.test(loadBalancerArn)) return undefined;
  return { loadBalancerArn, issuer: first(header['iss']), clientId: first(header['client']) };
}

/** Nothing but a scheme, a host and a path, spelled as a parser has it: or it is at another host than it looks. */
function issuerUrl(iss: unknown): URL | undefined {
  if (iss === 'accounts.google.com') return issuerUrl(`https://${iss}`);
  if (typeof iss !== 'string' || !iss.startsWith('https://') || iss.length > 2048) return undefined;
  try {
    const url = new URL(iss);
    const spelled = `https://${url.host}${url.pathname}`;
    return [spelled, spelled.replace(/\/$/, '')].includes(iss) ? url : undefined;
  } catch {
    return undefined;
  }
}

const isBelow = ({ host }: URL, domain: string) => host.endsWith(`.${domain}`);

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A claim that is a text, or the first of its list that is wanted, else the first of all. */
function first(value: unknown, isWanted = (_name: string) => true): string | undefined {
  const names = (Array.isArray(value) ? value : [value])
    .filter((name): name is string => typeof name === 'string')
    // Fields have blanks and commas between the names of a list.
    .filter((name) => name !== '' && !/[\s,]/.test(name));
  return names.find(isWanted) ?? names[0];
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
