/** What an API expects of a token, as the fields say it, and the options that the package takes. */
import type { Algorithm, VerifyOptions } from 'edge-jwt';

import { ALGORITHMS } from './key.js';

/** The fields as they are typed; an empty one asks for nothing. Lists have spaces or commas between. */
export interface Policy {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: string;
  readonly subject: string;
  readonly typ: string;
  readonly clockTolerance: string;
  readonly maxTokenAge: string;
  readonly requiredClaims: string;
  readonly requiredScopes: string;
  /** `any`: one of the scopes is enough. Otherwise all of them are asked for. */
  readonly scopesMatch: string;
  readonly requiredRoles: string;
  /** As `scopesMatch`. */
  readonly rolesMatch: string;
  readonly rolesPath: string;
  readonly nonce: string;
  /** A profile of the package, or empty. */
  readonly profile: string;
  readonly clientId: string;
}

export type PolicyField = keyof Policy;

export const NO_POLICY: Policy = {
  issuer: '',
  audience: '',
  algorithms: '',
  subject: '',
  typ: '',
  clockTolerance: '',
  maxTokenAge: '',
  requiredClaims: 'exp',
  requiredScopes: '',
  scopesMatch: '',
  requiredRoles: '',
  rolesMatch: '',
  rolesPath: '',
  nonce: '',
  profile: '',
  clientId: '',
};

export const PROFILES = ['access_token', 'id_token', 'logout_token'] as const;

/** Options that fields have no place for, such as a provider preset's; plain data. */
export type MoreOptions = Omit<VerifyOptions, 'currentDate'>;

const DURATION = /^\d+(?:\.\d+)?\s*[smhd]?$/;

/** The fields that do not say what they should. */
export function policyFaults(policy: Policy): PolicyField[] {
  const faults: PolicyField[] = [];
  for (const field of ['clockTolerance', 'maxTokenAge'] as const) {
    const text = policy[field].trim();
    if (text !== '' && !DURATION.test(text)) faults.push(field);
  }
  const unknown = listOf(policy.algorithms).some((name) => !isAlgorithm(name));
  return unknown ? [...faults, 'algorithms'] : faults;
}

/**
 * The options for `verify` and `inspect`. Fields that are filled in go before those of a preset; an
 * audience that nobody asks for is left unchecked on purpose, and the page says so.
 */
export function policyOptions(policy: Policy, preset: MoreOptions = {}): MoreOptions {
  const faults = new Set(policyFaults(policy));
  const text = (field: PolicyField) => (faults.has(field) ? '' : policy[field].trim());
  const list = (field: PolicyField) => listOf(text(field));
  const profile = PROFILES.find((name) => name === policy.profile);
  // A profile has rules of its own about the audience, and says so when it is not named.
  const needsNoAudience = 'audience' in preset || 'profile' in preset || profile !== undefined;
  return {
    ...preset,
    ...oneOrList('issuer', list('issuer')),
    ...(list('audience').length > 0 || needsNoAudience
      ? oneOrList('audience', list('audience'))
      : { audience: null }),
    ...(list('algorithms').length > 0 && { algorithms: list('algorithms').filter(isAlgorithm) }),
    ...(text('subject') && { subject: text('subject') }),
    ...(text('typ') && { typ: text('typ') }),
    ...(text('nonce') && { nonce: text('nonce') }),
    ...(profile !== undefined && { profile, ...oneOrList('clientId', list('clientId')) }),
    ...(text('clockTolerance') && { clockTolerance: duration(text('clockTolerance')) }),
    ...(text('maxTokenAge') && { maxTokenAge: duration(text('maxTokenAge')) }),
    ...requiredClaims(list('requiredClaims'), preset),
    ...requiredScopes(list('requiredScopes'), policy),
    ...requiredRoles(list('requiredRoles'), policy),
  };
}

function requiredScopes(names: readonly string[], { scopesMatch }: Policy): MoreOptions {
  if (names.length === 0 || scopesMatch !== 'any') return oneOrList('requiredScopes', names);
  return { requiredScopes: { any: names } };
}

function requiredRoles(names: readonly string[], { rolesMatch, rolesPath }: Policy): MoreOptions {
  const path = rolesPath.trim();
  if (names.length === 0) return {};
  if (rolesMatch !== 'any' && path === '') return { requiredRoles: names };
  const wanted = rolesMatch === 'any' ? { any: names } : { all: names };
  return { requiredRoles: { ...(path !== '' && { path }), ...wanted } };
}

/** `exp` alone is the default, and a preset's own list is not shortened by it. */
function requiredClaims(names: readonly string[], preset: MoreOptions): MoreOptions {
  const isDefault = names.length === 1 && names[0] === 'exp';
  if (isDefault) return {};
  return { requiredClaims: [...new Set([...(preset.requiredClaims ?? []), ...names])] };
}

/** The names in a field: between spaces or commas. */
export function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

function oneOrList(name: string, values: readonly string[]): MoreOptions {
  if (values.length === 0) return {};
  return { [name]: values.length === 1 ? values[0] : values };
}

function duration(text: string): number | string {
  return /^[\d.]+$/.test(text) ? Number(text) : text.replaceAll(/\s/g, '');
}

const isAlgorithm = (name: string): name is Algorithm => ALGORITHMS.some((known) => known === name);
