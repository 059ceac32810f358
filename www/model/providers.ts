/** The provider presets of the package, each with the fields that its form asks for. */
import {
  auth0,
  awsAlb,
  clerk,
  cloudflareAccess,
  cognito,
  entra,
  entraMultiTenant,
  firebase,
  firebaseSession,
  google,
  keycloak,
  okta,
  RemoteJwkSet,
  supabase,
} from 'edge-jwt';
import type { JoseError, ProviderPreset } from 'edge-jwt';

import { faultOf } from './key.js';
import { listOf } from './policy.js';
import type { MoreOptions } from './policy.js';

export interface ProviderField {
  /** The name of the preset's argument. */
  readonly name: string;
  readonly example: string;
  readonly isList?: true;
  readonly isOptional?: true;
  readonly choices?: readonly string[];
}

export interface Provider {
  /** The name of the preset, as the package exports it. */
  readonly id: ProviderId;
  readonly title: string;
  readonly fields: readonly ProviderField[];
  /** The header of requests that has the token, where that is not `Authorization`. */
  readonly header?: string;
}

/** By the names that the package has for them. One by one: whatever else it exports stays out of the page. */
const PRESETS = {
  ...{ auth0, awsAlb, clerk, cloudflareAccess, cognito, entra, entraMultiTenant, firebase },
  ...{ firebaseSession, google, keycloak, okta, supabase },
};

export type ProviderId = keyof typeof PRESETS;

const AUDIENCE: ProviderField = { name: 'audience', example: 'https://api.example/', isList: true };
const GUID = '8eaef023-2b34-4da1-9baa-8bc8c9d6a490';

export const PROVIDERS: readonly Provider[] = [
  {
    id: 'auth0',
    title: 'Auth0',
    fields: [{ name: 'domain', example: 'example.eu.auth0.com' }, AUDIENCE],
  },
  {
    id: 'awsAlb',
    title: 'AWS Application Load Balancer',
    header: 'x-amzn-oidc-data',
    fields: [
      {
        name: 'loadBalancerArn',
        example:
          'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef',
      },
      { name: 'issuer', example: 'https://issuer.example' },
      { name: 'clientId', example: '1example23456789', isList: true },
    ],
  },
  {
    id: 'clerk',
    title: 'Clerk',
    fields: [
      { name: 'frontendApi', example: 'clerk.example.com' },
      { name: 'authorizedParties', example: 'https://app.example', isList: true },
    ],
  },
  {
    id: 'cloudflareAccess',
    title: 'Cloudflare Access',
    header: 'Cf-Access-Jwt-Assertion',
    fields: [
      { name: 'team', example: 'my-team' },
      { name: 'audience', example: 'a9f5…', isList: true },
    ],
  },
  {
    id: 'cognito',
    title: 'Amazon Cognito',
    fields: [
      { name: 'userPoolId', example: 'eu-central-1_AbCdEfGhI' },
      { name: 'clientId', example: '1example23456789', isList: true },
      { name: 'tokenUse', example: 'access', choices: ['access', 'id'] },
    ],
  },
  {
    id: 'entra',
    title: 'Microsoft Entra ID',
    fields: [
      { name: 'tenant', example: GUID },
      { name: 'audience', example: GUID, isList: true },
      { name: 'version', example: '2.0', choices: ['2.0', '1.0'] },
    ],
  },
  {
    id: 'entraMultiTenant',
    title: 'Microsoft Entra ID, several tenants',
    fields: [
      { name: 'tenants', example: GUID, isList: true },
      { name: 'audience', example: GUID, isList: true },
    ],
  },
  { id: 'firebase', title: 'Firebase', fields: [{ name: 'projectId', example: 'my-project' }] },
  {
    id: 'firebaseSession',
    title: 'Firebase, session cookies',
    fields: [{ name: 'projectId', example: 'my-project' }],
  },
  {
    id: 'google',
    title: 'Google',
    fields: [
      { name: 'clientId', example: '1234-abcd.apps.googleusercontent.com', isList: true },
      { name: 'hostedDomain', example: 'example.com', isOptional: true },
    ],
  },
  {
    id: 'keycloak',
    title: 'Keycloak',
    fields: [
      { name: 'url', example: 'https://sso.example' },
      { name: 'realm', example: 'staff' },
      AUDIENCE,
    ],
  },
  {
    id: 'okta',
    title: 'Okta',
    fields: [
      { name: 'domain', example: 'example.okta.com' },
      { name: 'authorizationServer', example: 'default', isOptional: true },
      AUDIENCE,
      { name: 'clientId', example: '0oa1example', isList: true, isOptional: true },
    ],
  },
  {
    id: 'supabase',
    title: 'Supabase',
    fields: [{ name: 'projectRef', example: 'abcdefghijklmnopqrst' }],
  },
];

/** What is chosen and typed in the form of presets. */
export interface PresetInput {
  readonly id: ProviderId | '';
  readonly values: Readonly<Record<string, string>>;
}

export const NO_PRESET: PresetInput = { id: '', values: {} };

export interface ReadPreset {
  readonly options?: MoreOptions;
  /** Where the provider has its keys, if it has all of them in one place. */
  readonly keysUrl?: string;
  /** The arguments as the preset takes them, for code. */
  readonly arguments?: Readonly<Record<string, string | readonly string[]>>;
  /** Why the preset takes the arguments not, once all of them are there, and which of them it is. */
  readonly fault?: JoseError;
  readonly faultField?: string;
  readonly missing: readonly string[];
}

/** Fills in a preset; it says nothing until its fields are filled in. */
export function readPreset({ id, values }: PresetInput): ReadPreset {
  const provider = PROVIDERS.find((known) => known.id === id);
  if (provider === undefined) return { missing: [] };
  const given = argumentsOf(provider, values);
  const missing = provider.fields
    .filter(({ name, isOptional }) => given[name] === undefined && !isOptional)
    .map(({ name }) => name);
  if (missing.length > 0) return { missing };
  try {
    const preset = PRESETS[provider.id] as (options: object) => ProviderPreset;
    const { keys, ...options } = preset(given);
    const url = keys instanceof RemoteJwkSet ? keys.url : undefined;
    return { options, arguments: given, missing, ...(url !== undefined && { keysUrl: url }) };
  } catch (error) {
    const fault = faultOf(error);
    const faultField = /\bargument (\w+)/.exec(fault.message)?.[1];
    return { fault, missing, ...(faultField !== undefined && { faultField }) };
  }
}

/** A provider is chosen, and its rules cannot be applied yet. */
export const isIncomplete = ({ missing, fault }: ReadPreset): boolean =>
  missing.length > 0 || fault !== undefined;

function argumentsOf(
  { fields }: Provider,
  values: PresetInput['values'],
): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  for (const { name, isList, choices } of fields) {
    const text = (values[name] ?? choices?.[0] ?? '').trim();
    const list = listOf(text);
    if (text === '') continue;
    // A list of one is written as the one, except where the preset takes nothing but lists.
    const isAlwaysList = name === 'tenants' || name === 'authorizedParties';
    given[name] = isList && (list.length > 1 || isAlwaysList) ? list : text;
  }
  return given;
}
