/**
 * What is questionable about a token, as the page shows it: what weighs under the verdict, the rest folded.
 *
 * The package judges a token by the standards alone. The page also knows how long the tokens of a provider usually
 * live, and which claims a kind of token never has, so that a warning means something.
 */
import type { FindingId, Inspection } from 'edge-jwt';

import { issuerOf } from './claims/issuer.js';
import type { Issuer, Payload } from './claims/issuer.js';
import { duplicateMembers } from './json-text.js';
import { kindOf } from './kind/kind.js';
import type { KindId } from './kind/kind.js';

export type Weight = 'danger' | 'warning' | 'note';

export interface ShownFinding {
  readonly id: FindingId | 'iat-in-future' | 'duplicate-member';
  readonly weight: Weight;
  /** The package's own words; empty for what the page has found itself. */
  readonly message: string;
  /** The claim or the header parameter that it is about. */
  readonly name: string;
  readonly reference: string;
  /** Of a lifetime, or of a time that is ahead. */
  readonly seconds?: number;
  /** Of a member that is there more than once: each, as it is written. */
  readonly values?: readonly string[];
}

export interface FindingsInput {
  readonly state: { readonly token: string };
  readonly inspection: Inspection;
  /** The texts of the two parts. */
  readonly header: string;
  readonly payload: string;
  readonly now: Date;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long tokens of a provider live when nobody has changed it, in seconds: the longest of its kinds. */
const USUAL: Partial<Readonly<Record<Issuer, number>>> = {
  // https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime
  auth0: DAY,
  // Two weeks at most. https://firebase.google.com/docs/auth/admin/manage-cookies
  firebaseSession: 14 * DAY,
  // https://developers.cloudflare.com/cloudflare-one/access-controls/access-settings/session-management/
  cloudflare: DAY,
  // 60 to 90 minutes, and up to 28 hours with continuous access evaluation.
  // https://learn.microsoft.com/en-us/entra/identity-platform/configurable-token-lifetimes
  entra: 28 * HOUR,
  // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
  cognito: DAY,
  // A year, for clients that do not read a new token in time.
  // https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
  kubernetes: 366 * DAY,
};

/** Kinds that by their standard do not have the claim, or for which a claim like it means nothing. */
const NOT_OF_KIND: Partial<Readonly<Record<KindId, readonly string[]>>> = {
  dpopProof: ['iss', 'aud', 'exp', 'jwk'],
  credentialProof: ['iss', 'exp', 'jwk'],
  keyBinding: ['iss', 'exp'],
  securityEvent: ['exp'],
  introspection: ['exp'],
  credential: ['aud'],
  sdJwtCredential: ['aud'],
  statusList: ['aud', 'iss'],
  entityStatement: ['aud'],
  supabaseKey: ['aud'],
  clerkSession: ['aud'],
  jws: ['typ'],
  jwe: ['typ'],
};

/** Its access tokens have no `aud`: the claim `client_id` is in its place. */
const WITHOUT_AUDIENCE: readonly (Issuer | undefined)[] = [
  'cognito',
  'clerk',
  'keycloak',
  'kubernetes',
];

const WEIGHTS = { error: 'danger', warning: 'warning', note: 'note' } as const;
const ORDER: readonly Weight[] = ['danger', 'warning', 'note'];

/** All of them, the gravest first. */
export function findingsOf(input: FindingsInput): ShownFinding[] {
  const { inspection, payload: text, state } = input;
  const kind = kindOf({ token: state.token, inspection, payload: text })?.id;
  const payload = inspection.payload ?? {};
  const issuer = issuerOf(payload);
  const absent = (kind !== undefined && NOT_OF_KIND[kind]) || [];
  const made = inspection.findings
    .map(({ id, severity, message, claim, parameter, reference }): ShownFinding => {
      const name = claim ?? parameter ?? '';
      return { id, weight: WEIGHTS[severity], message, name, reference };
    })
    .filter(({ id, name }) => !TOLD.includes(id) && !(absent.includes(name) && isOfKind(id)))
    .map((finding) => weighed(finding, payload, issuer, kind));
  const found = [...duplicates(input), ...futureIssue(input), ...made];
  return ORDER.flatMap((weight) => found.filter((finding) => finding.weight === weight));
}

/** What is shown under the verdict. */
export const weightyFindings = (input: FindingsInput): ShownFinding[] =>
  findingsOf(input).filter(({ weight }) => weight !== 'note');

/** What the page says in a place of its own. */
const TOLD = ['encrypted-token', 'nested-token'];

const isOfKind = (id: string) => id.endsWith('-missing') || id === 'key-in-header';

function weighed(
  finding: ShownFinding,
  payload: Payload,
  issuer: Issuer | undefined,
  kind: KindId | undefined,
): ShownFinding {
  if (finding.id === 'aud-missing' && WITHOUT_AUDIENCE.includes(issuer)) {
    return { ...finding, weight: 'note' };
  }
  if (finding.id !== 'long-lifetime') return finding;
  const seconds = lifetime(payload);
  if (seconds === undefined) return finding;
  return { ...finding, seconds, weight: weightOfLifetime(seconds, issuer, kind) };
}

/** An hour for each token that is stolen is what RFC 6750 §5.3 allows; a day is what many providers do. */
function weightOfLifetime(
  seconds: number,
  issuer: Issuer | undefined,
  kind: KindId | undefined,
): Weight {
  const usual = issuer === undefined ? 0 : (USUAL[issuer] ?? 0);
  if (seconds <= Math.max(DAY, usual) + MINUTE) return 'note';
  // A credential is bound to its holder, and a key of the project is revoked and not waited for.
  const isMeantToLast = ['credential', 'sdJwtCredential', 'statusList', 'supabaseKey'];
  if (kind !== undefined && isMeantToLast.includes(kind)) return 'note';
  return seconds <= 30 * DAY + MINUTE ? 'warning' : 'danger';
}

function lifetime({ iat, nbf, exp }: Payload): number | undefined {
  const from = typeof iat === 'number' ? iat : nbf;
  return typeof exp === 'number' && typeof from === 'number' ? exp - from : undefined;
}

/** What no check looks at unless an age is asked for. Clocks that differ by minutes are no finding. */
const LIKELY_SKEW = 5 * MINUTE;
const MILLISECONDS_FROM = 1e11;

function futureIssue({ inspection, now }: FindingsInput): ShownFinding[] {
  const { iat } = inspection.payload ?? {};
  const seconds = typeof iat === 'number' ? iat - now.getTime() / 1000 : 0;
  if (seconds <= LIKELY_SKEW || Number(iat) >= MILLISECONDS_FROM) return [];
  const reference = 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6';
  return [{ id: 'iat-in-future', weight: 'warning', message: '', name: 'iat', reference, seconds }];
}

function duplicates({ inspection, header, payload }: FindingsInput): ShownFinding[] {
  const texts = [
    ...(inspection.protectedHeader === undefined ? [header] : []),
    ...(inspection.payload === undefined ? [payload] : []),
  ];
  const reference = 'https://www.rfc-editor.org/rfc/rfc7519#section-4';
  return texts.flatMap(duplicateMembers).map(({ name, values }) => ({
    ...({ id: 'duplicate-member', weight: 'danger', message: '' } as const),
    ...{ name, reference, values },
  }));
}
