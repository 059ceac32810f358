/** The check in Rust, with the crate of the same name. Keys are fetched by other means there. */
import type { VerifyOptions } from 'edge-jwt';

import { secondsOf } from '../duration.js';
import { rustNumber, rustText } from './literal.js';
import type { CodeKey, CodeRequest } from './request.js';

export function rustCode({ key, options }: CodeRequest): string {
  const calls = validationCalls(options);
  const { parameter, code, imports } = keyCode(key);
  const names = ['NumericDate', 'Validation', 'verify', ...imports, ...importsFor(calls)];
  const sorted = [...new Set(names)].sort((a, b) => order(a).localeCompare(order(b)));
  return `use edge_jwt::{${sorted.join(', ')}};

/// The subject of a token that holds. \`now\` is in seconds since the epoch.
fn subject(token: &str, ${parameter}: &str, now: f64) -> Result<Option<String>, edge_jwt::Error> {
    ${code};
    let validation = Validation::new()${calls.map((call) => `\n        ${call}`).join('')};
    let now = NumericDate::from_seconds(now).expect("a time after 1970");
    let jwt = verify(token, &key, &validation, now)?;
    Ok(jwt.claims().subject().map(str::to_owned))
}
`;
}

/** Types before functions, as rustfmt has them. */
const order = (name: string) => (/^[A-Z]/.test(name) ? `0${name}` : `1${name}`);

function keyCode(key: CodeKey): { parameter: string; code: string; imports: string[] } {
  const imports = ['Algorithm', 'ImportOptions', 'VerifyingKey'];
  if (!('algorithm' in key)) {
    return {
      parameter: 'jwks',
      code:
        'let set = JwkSet::from_json(jwks)?;\n' +
        '    let key = VerifyingKeySet::from_jwk_set(&set, &ImportOptions::new())',
      imports: ['ImportOptions', 'JwkSet', 'VerifyingKeySet'],
    };
  }
  const algorithm = `Algorithm::${variant(key.algorithm)}`;
  if (key.kind === 'secret') {
    return {
      parameter: 'secret',
      code:
        `let secret = SecretEncoding::${variant(key.encoding)}.decode(secret)?;\n` +
        `    let key = VerifyingKey::from_secret(&secret, ${algorithm}, &ImportOptions::new())?`,
      imports: [...imports, 'SecretEncoding'],
    };
  }
  if (key.kind === 'pem') {
    return {
      parameter: 'public_key_pem',
      code: `let key = VerifyingKey::from_pem(public_key_pem, ${algorithm}, &ImportOptions::new())?`,
      imports,
    };
  }
  return {
    parameter: 'jwk',
    code:
      'let jwk = Jwk::from_json(jwk)?;\n' +
      `    let key = VerifyingKey::from_jwk(&jwk, Some(${algorithm}), &ImportOptions::new())?`,
    imports: [...imports, 'Jwk'],
  };
}

const variant = (name: string) => {
  if (name === 'EdDSA') return 'EdDsa';
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
};

function validationCalls(options: VerifyOptions): string[] {
  const calls: string[] = [];
  const add = (call: string) => calls.push(call);
  const { issuer, audience, subject, nonce, typ, tenants, algorithms } = options;
  if (algorithms !== undefined || options.acceptPadding) add(`.signature(${signature(options)})`);
  if (typeof issuer === 'string') add(`.issuer(${rustText(issuer)})?`);
  else if (issuer !== undefined) add(`.issuers(${list(issuer)})?`);
  if (tenants !== undefined) add(`.tenants(${list(tenants)})?`);
  if (typeof audience === 'string') add(`.audience(${rustText(audience)})?`);
  else if (audience === null) add('.audience_unchecked()');
  else if (audience !== undefined) add(`.audiences(${list(audience)})?`);
  if (subject !== undefined) add(`.subject(${rustText(subject)})?`);
  if (nonce !== undefined) add(`.nonce(${rustText(nonce)})?`);
  if (typ !== undefined) add(`.token_type(${rustText(typ)})?`);
  seconds('clock_tolerance_seconds', options.clockTolerance, add);
  seconds('max_token_age_seconds', options.maxTokenAge, add);
  if (options.requiredClaims !== undefined) {
    const claims = list(options.requiredClaims);
    add(`.required_claims(${claims === '[]' ? '[""; 0]' : claims})`);
  }
  addGrants(options, add);
  for (const [name, value] of Object.entries(options.claims ?? {})) {
    add(`.claim(${rustText(name)}, ${list([value].flat())})?`);
  }
  for (const [name, value] of Object.entries(options.header ?? {})) {
    add(`.header_parameter(${rustText(name)}, ${list([value].flat())})?`);
  }
  const clients = list([options.clientId ?? []].flat());
  if (options.profile === 'id_token') add(`.id_token(IdToken::new(${clients})?)?`);
  if (options.profile === 'logout_token') add(`.logout_token(LogoutToken::new(${clients})?)?`);
  if (options.profile === 'access_token') {
    const only = options.clientId === undefined ? '' : `.client_ids(${clients})?`;
    add(`.access_token(AccessToken::new()${only})?`);
  }
  return calls;
}

function signature({ algorithms, acceptPadding }: VerifyOptions): string {
  const names = algorithms?.map((name) => `Algorithm::${variant(name)}`).join(', ');
  const allowed = names === undefined ? '' : `.algorithms([${names}])?`;
  return `SignaturePolicy::new()${allowed}${acceptPadding ? '.padding(edge_jwt::base64url::Padding::Accepted)' : ''}`;
}

function addGrants(
  { requiredScopes, requiredRoles }: VerifyOptions,
  add: (call: string) => void,
): void {
  if (requiredScopes !== undefined) add(`.required_scopes(${required(requiredScopes)})`);
  if (requiredRoles === undefined) return;
  const { path = 'roles' } = requiredRoles as { readonly path?: string };
  add(`.required_roles(ClaimPath::from(${rustText(path)}), ${required(requiredRoles)})`);
}

/** A name or a list of them asks for all. */
function required(names: NonNullable<VerifyOptions['requiredScopes']>): string {
  if (typeof names === 'object' && 'any' in names) {
    return `Required::any(${list([names.any].flat())})?`;
  }
  const all = typeof names === 'object' && 'all' in names ? names.all : names;
  return `Required::all(${list([all].flat())})?`;
}

function seconds(
  method: string,
  value: number | string | undefined,
  add: (call: string) => void,
): void {
  if (value === undefined) return;
  add(`.${method}(${rustNumber(secondsOf(value))})?`);
}

function list(values: readonly unknown[]): string {
  const items = values.map((value) =>
    typeof value === 'number'
      ? rustNumber(value)
      : typeof value === 'string'
        ? rustText(value)
        : String(value),
  );
  return `[${items.join(', ')}]`;
}

function importsFor(calls: readonly string[]): string[] {
  const text = calls.join('\n');
  const candidates = [
    'AccessToken',
    'Algorithm',
    'ClaimPath',
    'IdToken',
    'LogoutToken',
    'Required',
    'SignaturePolicy',
  ];
  return candidates.filter((name) => new RegExp(`\\b${name}::`).test(text));
}
