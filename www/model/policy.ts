/** What an API expects of a token, as the fields say it, and the options that the package takes. */
import type { Algorithm, VerifyOptions } from 'edge-jwt';

import { ALGORITHMS } from './algorithms.js';
import { durationOf } from './duration.js';

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
  requiredClaims: '',
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

/** What a kind of token needs to be checked at all. */
const NEEDED: Readonly<Record<string, readonly ('issuer' | 'audience' | 'clientId')[]>> = {
  access_token: ['issuer', 'audience'],
  id_token: ['issuer', 'clientId'],
  logout_token: ['issuer', 'clientId'],
};

/** The fields that do not say what they should. One that is empty is missing for the kind of token. */
export function policyFaults(policy: Policy, preset: MoreOptions = {}): PolicyField[] {
  const faults: PolicyField[] = [];
  for (const field of ['clockTolerance', 'maxTokenAge'] as const) {
    const text = policy[field].trim();
    if (text !== '' && durationOf(text) === undefined) faults.push(field);
  }
  if (listOf(policy.algorithms).some((name) => !isAlgorithm(name))) faults.push('algorithms');
  return [...faults, ...missingFields(policy, preset)];
}

function missingFields(policy: Policy, preset: MoreOptions): PolicyField[] {
  const needed = Object.hasOwn(NEEDED, policy.profile) ? (NEEDED[policy.profile] ?? []) : [];
  return needed.filter(
    (field) => listOf(policy[field]).length === 0 && typeof preset[field] !== 'string',
  );
}

/**
 * The options for `verify` and `inspect`. Fields that are filled in go before those of a preset; what nobody asks
 * for, an audience or a claim, is left unchecked on purpose, and the page says so. A kind of token that lacks a
 * field is not asked for yet: what is missing here is no fault of the token.
 */
export function policyOptions(policy: Policy, preset: MoreOptions = {}): MoreOptions {
  const faults = new Set(policyFaults(policy));
  const isIncomplete = missingFields(policy, preset).length > 0;
  const text = (field: PolicyField) => (faults.has(field) ? '' : policy[field].trim());
  const list = (field: PolicyField) => listOf(text(field));
  const time = (field: 'clockTolerance' | 'maxTokenAge'): MoreOptions => {
    const duration = durationOf(text(field));
    return duration === undefined ? {} : { [field]: duration };
  };
  const profile = isIncomplete ? undefined : PROFILES.find((name) => name === policy.profile);
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
    ...time('clockTolerance'),
    ...time('maxTokenAge'),
    ...requiredClaims(list('requiredClaims'), { ...preset, ...(profile && { profile }) }),
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

/** A preset and a kind of token have a list of their own, which the field adds to. */
function requiredClaims(names: readonly string[], rules: MoreOptions): MoreOptions {
  const hasOwnRules = Object.keys(rules).length > 0;
  if (names.length === 0) return hasOwnRules ? {} : { requiredClaims: [] };
  return { requiredClaims: [...new Set([...(rules.requiredClaims ?? []), ...names])] };
}

/** The names in a field: between spaces or commas. */
export function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

function oneOrList(name: string, values: readonly string[]): MoreOptions {
  if (values.length === 0) return {};
  return { [name]: values.length === 1 ? values[0] : values };
}

const isAlgorithm = (name: string): name is Algorithm => ALGORITHMS.some((known) => known === name);
