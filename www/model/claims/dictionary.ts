/**
 * The claims and header parameters of the standards, with where each is defined. What they mean is said in the
 * strings, in the reader's language. Those of providers are in `providers.ts`: a name of theirs means what it does
 * only in a token of theirs.
 *
 * @see https://www.iana.org/assignments/jwt/jwt.xhtml
 * @see https://www.iana.org/assignments/jose/jose.xhtml
 */

export interface KnownName {
  readonly reference: string;
  readonly isTime?: true;
}

const rfc = (number: number, section: string): KnownName => ({
  reference: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
});
const openId = (anchor: string): KnownName => ({
  reference: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
});
const time = (known: KnownName): KnownName => ({ ...known, isTime: true });

const profile = openId('StandardClaims');
const disclosure = rfc(9901, '4.1');
/** Version 1.1: the one after it has no such claims. */
const credentials = {
  reference: 'https://www.w3.org/TR/2022/REC-vc-data-model-20220303/#json-web-token',
};

export const CLAIMS = {
  iss: rfc(7519, '4.1.1'),
  sub: rfc(7519, '4.1.2'),
  aud: rfc(7519, '4.1.3'),
  exp: time(rfc(7519, '4.1.4')),
  nbf: time(rfc(7519, '4.1.5')),
  iat: time(rfc(7519, '4.1.6')),
  jti: rfc(7519, '4.1.7'),

  auth_time: time(openId('IDToken')),
  nonce: openId('IDToken'),
  acr: openId('IDToken'),
  amr: rfc(8176, '2'),
  azp: openId('IDToken'),
  at_hash: openId('CodeIDToken'),
  c_hash: openId('HybridIDToken'),
  sub_jwk: openId('SelfIssuedResponse'),
  sid: { reference: 'https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken' },
  events: rfc(8417, '2.2'),
  txn: rfc(8417, '2.2'),
  toe: time(rfc(8417, '2.2')),
  sub_id: rfc(9493, '4.1'),

  name: profile,
  given_name: profile,
  family_name: profile,
  middle_name: profile,
  nickname: profile,
  preferred_username: profile,
  profile,
  picture: profile,
  website: profile,
  email: profile,
  email_verified: profile,
  gender: profile,
  birthdate: profile,
  zoneinfo: profile,
  locale: profile,
  phone_number: profile,
  phone_number_verified: profile,
  address: openId('AddressClaim'),
  updated_at: time(profile),
  _claim_names: openId('AggregatedDistributedClaims'),
  _claim_sources: openId('AggregatedDistributedClaims'),

  scope: rfc(8693, '4.2'),
  client_id: rfc(8693, '4.3'),
  act: rfc(8693, '4.1'),
  may_act: rfc(8693, '4.4'),
  authorization_details: rfc(9396, '9.1'),
  roles: rfc(9068, '2.2.3.1'),
  groups: rfc(9068, '2.2.3.1'),
  entitlements: rfc(9068, '2.2.3.1'),
  cnf: rfc(7800, '3.1'),
  htm: rfc(9449, '4.2'),
  htu: rfc(9449, '4.2'),
  ath: rfc(9449, '4.2'),
  vot: rfc(8485, '3.2'),
  vtm: rfc(8485, '3.2'),
  token_introspection: rfc(9701, '5'),
  vc: credentials,
  vp: credentials,
  _sd: disclosure,
  _sd_alg: disclosure,
} satisfies Readonly<Record<string, KnownName>>;

export const HEADER_PARAMETERS = {
  alg: rfc(7515, '4.1.1'),
  jku: rfc(7515, '4.1.2'),
  jwk: rfc(7515, '4.1.3'),
  kid: rfc(7515, '4.1.4'),
  x5u: rfc(7515, '4.1.5'),
  x5c: rfc(7515, '4.1.6'),
  x5t: rfc(7515, '4.1.7'),
  'x5t#S256': rfc(7515, '4.1.8'),
  typ: rfc(7515, '4.1.9'),
  cty: rfc(7515, '4.1.10'),
  crit: rfc(7515, '4.1.11'),
  enc: rfc(7516, '4.1.2'),
  zip: rfc(7516, '4.1.3'),
  epk: rfc(7518, '4.6.1.1'),
  apu: rfc(7518, '4.6.1.2'),
  apv: rfc(7518, '4.6.1.3'),
  p2s: rfc(7518, '4.8.1.1'),
  p2c: rfc(7518, '4.8.1.2'),
  b64: rfc(7797, '3'),
} satisfies Readonly<Record<string, KnownName>>;

export type ClaimName = keyof typeof CLAIMS;
export type HeaderParameterName = keyof typeof HEADER_PARAMETERS;

/** What the standards say about a claim; undefined for those of an issuer. */
export function knownClaim(name: string): KnownName | undefined {
  return Object.hasOwn(CLAIMS, name) ? CLAIMS[name as ClaimName] : undefined;
}

/** What is known of a header parameter; in an encrypted token some mean something else. */
export function knownHeaderParameter(name: string, isEncrypted = false): KnownName | undefined {
  if (isEncrypted && Object.hasOwn(OF_ENCRYPTED, name)) return OF_ENCRYPTED[name];
  return Object.hasOwn(HEADER_PARAMETERS, name)
    ? HEADER_PARAMETERS[name as HeaderParameterName]
    : undefined;
}

const OF_ENCRYPTED: Readonly<Record<string, KnownName>> = {
  alg: rfc(7516, '4.1.1'),
  kid: rfc(7516, '4.1.6'),
};

/** A reference as people cite it: "RFC 7519 §4.1.4", or whose page it is. */
export function citation(reference: string): string {
  const [, number, section] = /\/rfc(\d+)#section-([\w.]+)$/.exec(reference) ?? [];
  if (number !== undefined) return `RFC ${number} §${section}`;
  return reference.includes('openid.net') ? 'OpenID Connect' : new URL(reference).host;
}
