/**
 * What a click can do about a hint or a finding: for each that knows the remedy, the change to what was put in.
 * A remedy shows what would be right; that it is done here mends nothing where the token is made or checked.
 */
import type { Check, HintId } from 'edge-jwt';

import { ALGORITHMS } from './algorithms.js';
import type { Debugger } from './debugger.js';
import { fromDer } from './der-signature.js';
import { memberTexts, withMember } from './json-text.js';
import { NO_KEY, readKey } from './key.js';
import type { KeyInput } from './key.js';
import { keyOfSet, withAlgorithm } from './key/other-key.js';
import { listOf } from './policy.js';
import type { Policy, PolicyField } from './policy.js';
import type { View } from './state.js';

export interface Remedy {
  /** The hint's or the finding's, or one of `OWN`. */
  readonly id: RemedyId;
  /** The check that it is for, where it is for one. */
  readonly check?: string;
  /** What the words name: a claim, a path, a value. */
  readonly subject: string;
  readonly change: RemedyChange;
}

export interface RemedyChange {
  readonly key?: Partial<KeyInput>;
  readonly policy?: Partial<Policy>;
  /** A member of the payload. */
  readonly claim?: readonly [name: string, value: unknown];
  /** A member of the header. */
  readonly parameter?: readonly [name: string, value: unknown];
  /** The segment. */
  readonly signature?: string;
}

const ENCODINGS = {
  'secret-is-base64': 'base64',
  'secret-is-base64url': 'base64url',
  'secret-is-hex': 'hex',
  'secret-decoded': 'utf8',
} as const satisfies Partial<Record<HintId, string>>;
const DIFFERENCES = [
  'differs-by-trailing-slash',
  'differs-by-case',
  'differs-by-scheme',
  'differs-by-whitespace',
] as const;
const MILLISECONDS = [
  'exp-in-milliseconds',
  'nbf-in-milliseconds',
  'iat-in-milliseconds',
  'time-in-milliseconds',
] as const;
/** The set has the key, by another name or by none that decides. */
const OF_SET = ['kid-missing', 'kid-not-in-set'] as const;
/** The key is the right one, and its JWK or the choice of an algorithm says otherwise. */
const OF_ALGORITHM = ['same-key-type', 'kid-skipped', 'empty-key-set'] as const;
/** What the page finds out by itself. */
const OWN = ['algorithm-automatic', 'roles-elsewhere', 'scopes-elsewhere'] as const;
/** Each a case of its own. */
const OTHERS = [
  'secret-without-whitespace',
  'algorithm-case',
  'clock-skew',
  'time-is-text',
  'loose-type',
  'signature-der',
] as const;

/** A button beside a hint or a finding, or beside what the page finds out by itself. */
export type RemedyId =
  | keyof typeof ENCODINGS
  | (typeof DIFFERENCES)[number]
  | (typeof MILLISECONDS)[number]
  | (typeof OF_SET)[number]
  | (typeof OF_ALGORITHM)[number]
  | (typeof OWN)[number]
  | (typeof OTHERS)[number];

export const REMEDY_IDS: readonly RemedyId[] = [
  ...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]),
  ...DIFFERENCES,
  ...MILLISECONDS,
  ...OF_SET,
  ...OF_ALGORITHM,
  ...OWN,
  ...OTHERS,
];

/** As much as a report takes for clocks that are not in step. */
const TOLERANCE = '5m';
/** The fields that say what the check of each name expects. */
const FIELDS: Readonly<Record<string, PolicyField>> = {
  ...{ iss: 'issuer', aud: 'audience', sub: 'subject', typ: 'typ', nonce: 'nonce' },
};
/** Deeper, and in more claims, nobody keeps roles. */
const DEEPEST = 4;
const MOST_CLAIMS = 200;

/** In the order of the checks, then of the findings. */
export function remediesOf(view: View): readonly Remedy[] {
  const { checks, findings } = view.inspection;
  const remedies = [
    ...automaticAlgorithm(view),
    ...checks.flatMap((check) => [
      ...check.hints.flatMap(({ id }) => remedyOf(id, check, view)),
      ...elsewhere(check, view),
    ]),
    ...findings.flatMap(({ id, claim }) => milliseconds(id, claim, view)),
  ];
  // Said by a check and by a finding it is one.
  const names = remedies.map(({ change }) => JSON.stringify(change));
  return remedies.filter((_, index) => names.indexOf(names[index] ?? '') === index);
}

/** Does what the remedy says. A claim that is edited is signed again where a key can. */
export async function applyRemedy(page: Debugger, { change }: Remedy): Promise<void> {
  const { key, policy, claim, parameter, signature } = change;
  if (key !== undefined) page.editKey(key);
  if (policy !== undefined) page.editPolicy(policy);
  if (claim !== undefined) await page.setClaim(...claim);
  if (signature !== undefined) page.editSignature(signature);
  if (parameter !== undefined) await page.editPart('header', withParameter(page, parameter));
}

function withParameter(page: Debugger, [name, value]: readonly [string, unknown]): string {
  return withMember(page.view().header || '{}', name, value);
}

function remedyOf(id: string, check: Check, view: View): Remedy[] {
  const made = (remedy: RemedyId, subject: string, change: RemedyChange): Remedy[] => [
    { id: remedy, check: check.name, subject, change },
  ];
  const { key } = view.state;
  if (isOne(Object.keys(ENCODINGS), id)) {
    const encoding = ENCODINGS[id as keyof typeof ENCODINGS];
    return made(id as RemedyId, encoding, { key: { encoding } });
  }
  if (isOne(DIFFERENCES, id)) return difference(id, check, view);
  if (id === 'secret-without-whitespace') return made(id, '', { key: { text: key.text.trim() } });
  if (id === 'clock-skew') return made(id, TOLERANCE, { policy: { clockTolerance: TOLERANCE } });
  if (id === 'algorithm-case') return algorithmCase(check, view);
  if (id === 'time-is-text') return timeOfText(check, view);
  if (id === 'loose-type') return textOfNumber(check, view);
  if (id === 'signature-der') return signatureOfDer(check, view);
  if (isOne(OF_SET, id)) return namedOtherwise(id, check, view);
  if (isOne(OF_ALGORITHM, id)) return forAlgorithm(id, check, view);
  return milliseconds(id, check.claim ?? check.name, view, check.name);
}

const isOne = <T extends string>(names: readonly T[], id: string): id is T =>
  names.some((name) => name === id);

/** The name that the token has in place of the one that is expected. */
function difference(id: (typeof DIFFERENCES)[number], check: Check, { state }: View): Remedy[] {
  const field = Object.hasOwn(FIELDS, check.name) ? FIELDS[check.name] : undefined;
  const expected = field === undefined ? [] : listOf(state.policy[field]);
  const actual = [check.actual].flat().filter((name): name is string => typeof name === 'string');
  const match = expected.flatMap((name) => {
    const found = actual.find((other) => likeness(other) === likeness(name) && other !== name);
    return found === undefined ? [] : [{ name, found }];
  })[0];
  // A field has blanks between the names, and a name with one cannot be asked for.
  if (field === undefined || match === undefined || /[\s,]/.test(match.found)) return [];
  const names = expected.map((name) => (name === match.name ? match.found : name));
  const policy = { [field]: names.join(' ') };
  return [{ id, check: check.name, subject: match.found, change: { policy } }];
}

const likeness = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

function algorithmCase(check: Check, { inspection }: View): Remedy[] {
  const { alg } = inspection.protectedHeader ?? {};
  const known = ALGORITHMS.find((name) => name.toLowerCase() === String(alg).toLowerCase());
  if (known === undefined) return [];
  const change = { parameter: ['alg', known] as const };
  return [{ id: 'algorithm-case', check: check.name, subject: known, change }];
}

function timeOfText(check: Check, { inspection }: View): Remedy[] {
  const name = check.claim ?? check.name;
  const text = inspection.payload?.[name];
  const time = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (time === undefined) return [];
  const change = { claim: [name, time] as const };
  return [{ id: 'time-is-text', check: check.name, subject: name, change }];
}

/** Digit for digit: an ID may be longer than JavaScript counts. */
function textOfNumber(check: Check, { payload }: View): Remedy[] {
  const name = check.claim ?? check.name;
  const number = memberTexts(payload).get(name) ?? '';
  if (!/^-?\d/.test(number)) return [];
  const change = { claim: [name, number] as const };
  return [{ id: 'loose-type', check: check.name, subject: name, change }];
}

function signatureOfDer(check: Check, { signature, inspection }: View): Remedy[] {
  const converted = fromDer(signature, String(inspection.protectedHeader?.alg));
  if (converted === undefined) return [];
  const change = { signature: converted };
  return [{ id: 'signature-der', check: check.name, subject: '', change }];
}

function namedOtherwise(id: (typeof OF_SET)[number], check: Check, view: View): Remedy[] {
  const algorithm = knownAlgorithm(view);
  const found = algorithm && keyOfSet(view.state.key.text, view.token, algorithm);
  if (found === undefined) return [];
  const change = { key: { ...NO_KEY, text: found.text } };
  return [{ id, check: check.name, subject: found.name, change }];
}

function forAlgorithm(id: (typeof OF_ALGORITHM)[number], check: Check, view: View): Remedy[] {
  const algorithm = knownAlgorithm(view);
  const text = algorithm && withAlgorithm(view.state.key.text, view.token, algorithm);
  if (algorithm === undefined || text === undefined) return [];
  const change = { key: { ...NO_KEY, text } };
  return [{ id, check: check.name, subject: algorithm, change }];
}

const knownAlgorithm = ({ inspection }: View) =>
  ALGORITHMS.find((name) => name === inspection.protectedHeader?.alg);

function milliseconds(
  id: string,
  name: string | undefined,
  { inspection }: View,
  check?: string,
): Remedy[] {
  if (!isOne(MILLISECONDS, id) || name === undefined) return [];
  const payload = inspection.payload ?? {};
  const time = Object.hasOwn(payload, name) ? payload[name] : undefined;
  if (typeof time !== 'number') return [];
  const change = { claim: [name, Math.floor(time / 1000)] as const };
  return [{ id, subject: name, change, ...(check !== undefined && { check }) }];
}

/** An algorithm that was chosen does not fit, and the key's own would. */
function automaticAlgorithm({ state, key, inspection }: View): Remedy[] {
  if (state.key.algorithm === '' || state.key.text.trim() === '') return [];
  const { alg } = inspection.protectedHeader ?? {};
  const isFitting = key.fault === undefined && state.key.algorithm === alg;
  const automatic = isFitting ? undefined : readKey({ ...state.key, algorithm: '' }, alg);
  const { algorithm } = (automatic?.key ?? {}) as { algorithm?: string };
  const isBetter = automatic?.fault === undefined && algorithm !== undefined && algorithm === alg;
  if (!isBetter) return [];
  const change = { key: { algorithm: NO_KEY.algorithm } };
  return [{ id: 'algorithm-automatic', check: 'key', subject: algorithm, change }];
}

/** Roles and scopes that are in the token, and not where they were looked for. */
function elsewhere({ name, status }: Check, view: View): Remedy[] {
  if (status !== 'failed' || (name !== 'roles' && name !== 'scopes')) return [];
  const { policy } = view.state;
  const isRoles = name === 'roles';
  const field = isRoles ? 'requiredRoles' : 'requiredScopes';
  const wanted = listOf(policy[field]);
  const isAny = policy[isRoles ? 'rolesMatch' : 'scopesMatch'] === 'any';
  const path = wanted.length === 0 ? undefined : pathOf(wanted, isAny, view);
  if (path === undefined || path === (policy.rolesPath.trim() || 'roles')) return [];
  if (isRoles) {
    const change = { policy: { rolesPath: path } };
    return [{ id: 'roles-elsewhere', check: name, subject: path, change }];
  }
  // The claims of scopes are named by RFC 8693; what is elsewhere is asked for as roles are.
  if (policy.requiredRoles.trim() !== '') return [];
  const moved = { requiredRoles: wanted.join(' '), rolesMatch: policy.scopesMatch };
  const change = { policy: { ...moved, requiredScopes: '', rolesPath: path } };
  return [{ id: 'scopes-elsewhere', check: name, subject: path, change }];
}

/** Where the payload has a list of texts with those that are wanted; a dot in a name cannot be part of a path. */
function pathOf(wanted: readonly string[], isAny: boolean, view: View): string | undefined {
  let left = MOST_CLAIMS;
  return search(view.inspection.payload ?? {}, '', 1);

  function search(object: object, before: string, depth: number): string | undefined {
    for (const [name, value] of Object.entries(object)) {
      if ((left -= 1) < 0) return undefined;
      const path = before === '' ? name : `${before}.${name}`;
      if (Array.isArray(value)) {
        const has = (role: string) => value.includes(role);
        if (isAny ? wanted.some(has) : wanted.every(has)) return path;
      } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
        const found = search(value, path, depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }
}
