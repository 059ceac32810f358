// What must compile, and, after each @ts-expect-error, what must not. Checked, never run.

import {
  auth0,
  awsAlb,
  calculateJwkThumbprint,
  calculateJwkThumbprintUri,
  clientAssertionParameters,
  cognito,
  compactVerify,
  createDenylist,
  createDpopProof,
  createReplayStore,
  createSigner,
  createVerifier,
  createRemoteJwkSet,
  decode,
  decodeProtectedHeader,
  Denylist,
  exportJwk,
  exportPem,
  generateKeyPair,
  generateSecret,
  importKey,
  importServiceAccount,
  importJwkSet,
  importSigningKey,
  inspect,
  inspectKey,
  JoseError,
  JwkSet,
  JwtClaimError,
  kvStore,
  memoryStore,
  RemoteJwkSet,
  sign,
  Signer,
  SigningKey,
  ServiceAccount,
  signClientAssertion,
  signServiceAccountAssertion,
  supabase,
  verify,
  VerifyingKey,
} from 'edge-jwt';
import type {
  Algorithm,
  Check,
  RuntimeCryptoKey,
  DenylistSnapshot,
  ImportKeyOptions,
  Inspection,
  IssuerRuleOptions,
  JoseErrorCode,
  Jwk,
  JwsHeader,
  JwtPayload,
  JwkSetStore,
  PrivateJwk,
  ProtectedHeader,
  ProviderPreset,
  KeyInspection,
  RemoteJwkSetOptions,
  ReplayStore,
  SignOptions,
  SkippedJwk,
  StandardSchema,
  StoredJwkSet,
  VerifyOptions,
} from 'edge-jwt';
import type { Same } from './same.js';
import { same } from './same.js';

declare const token: string;
declare const key: VerifyingKey;
declare const set: JwkSet;
declare const bytes: Uint8Array;

// decode
const decoded = decode(token);
same<Same<typeof decoded.payload, JwtPayload>>();
same<Same<typeof decoded.protectedHeader, JwsHeader>>();
same<Same<typeof decoded.signature, Uint8Array>>();
decode(token, {
  limits: { tokenLength: 1000, headerLength: 100, jsonDepth: 5 },
  acceptPadding: true,
});
decode(bytes);
// @ts-expect-error a token is text or bytes
decode([...bytes]);
// @ts-expect-error decode checks nothing, so it takes no expectations
decode(token, { issuer: 'https://issuer.example' });
// @ts-expect-error limits are numbers
decode(token, { limits: { tokenLength: '1000' } });

// claims have the types that verification guarantees
const { payload } = verify(token, key);
same<Same<typeof payload.exp, number | undefined>>();
same<Same<typeof payload.aud, string | string[] | undefined>>();
same<Same<(typeof payload)['anything else'], unknown>>();
// @ts-expect-error an unknown claim is unknown
const scope: string = payload['scope'];
// @ts-expect-error exp is a number
payload.exp?.toUpperCase();

// a payload type of one's own
interface Session {
  readonly sid: string;
}
const session = verify<Session>(token, key);
same<Same<typeof session.payload.sid, string>>();
same<Same<typeof session.key, VerifyingKey>>();
// @ts-expect-error and nothing but that
session.payload.iss;

// importKey
const fromJwk: VerifyingKey = importKey({ kty: 'OKP', crv: 'Ed25519', x: 'AAAA', alg: 'EdDSA' });
importKey('-----BEGIN PUBLIC KEY-----', 'ES256');
importKey(bytes, 'HS256', { allowWeakKey: true, keyId: 'a' });
importKey(new ArrayBuffer(32), 'HS256');
importKey('c2VjcmV0', 'HS256', { encoding: 'base64url' } satisfies ImportKeyOptions);
importKey({ kty: 'RSA', n: 'AAAA', e: 'AQAB' }, undefined, { algorithms: ['RS256'] });
const readonlyJwk = { kty: 'EC', key_ops: ['verify'] } as const;
importKey(readonlyJwk, 'ES256');
// @ts-expect-error an algorithm that does not exist
importKey(bytes, 'none');
// @ts-expect-error an option that does not exist
importKey(bytes, 'HS256', { kid: 'a' });
// @ts-expect-error a number is no key
importKey(1, 'HS256');
// @ts-expect-error nothing is no key
importKey(undefined, 'HS256');
// @ts-expect-error an encoding that does not exist
importKey('a', 'HS256', { encoding: 'latin1' });

// keys are opaque
same<Same<typeof key.algorithm, Algorithm>>();
same<Same<typeof key.keyId, string | undefined>>();
same<Same<ReturnType<typeof key.verifySignature>, boolean>>();
key[Symbol.dispose]();
{
  using scoped = importKey(bytes, 'HS256');
  scoped.verifySignature(bytes, bytes);
}
// @ts-expect-error keys are imported, not made
new VerifyingKey();
// @ts-expect-error a look-alike is no key
const fake: VerifyingKey = {
  algorithm: 'HS256',
  verifySignature: () => true,
  [Symbol.dispose]() {},
};
// @ts-expect-error the algorithm of a key does not change
key.algorithm = 'HS512';
// @ts-expect-error what holds the key is out of reach
key.handle;
// @ts-expect-error internal
VerifyingKey.handleOf(key);

// importJwkSet
same<Same<typeof set.keys, readonly VerifyingKey[]>>();
same<Same<typeof set.skipped, readonly SkippedJwk[]>>();
importJwkSet('{"keys":[]}');
importJwkSet({ keys: [{ kty: 'RSA' }] }, { algorithms: ['RS256'], allowWeakKey: false });
set[Symbol.dispose]();
// @ts-expect-error a list is no set
importJwkSet([]);
// @ts-expect-error every key of a set has its own
importJwkSet('{"keys":[]}', { keyId: 'a' });
// @ts-expect-error keys cannot be added
set.keys.push(key);

// verify
const options: VerifyOptions = {
  algorithms: ['ES256', 'Ed25519'],
  issuer: ['https://a.example', 'https://b.example'],
  audience: 'api',
  subject: 'user',
  jwtId: 'id',
  nonce: 'n',
  typ: 'at+jwt',
  clockTolerance: '30s',
  maxTokenAge: 3600,
  requiredClaims: ['exp', 'sub'],
  currentDate: new Date(),
  crit: ['tenant'],
  limits: {},
  acceptPadding: false,
};
verify(token, set, options);
verify(token, key, { audience: null, requiredClaims: [] });
verify(token, key, { issuer: ['a'] as readonly string[] });
// @ts-expect-error a key is required
verify(token);
// @ts-expect-error and never nothing
verify(token, undefined);
// @ts-expect-error text is no key: import it once
verify(token, '-----BEGIN PUBLIC KEY-----');
// @ts-expect-error a JWK is no key: import it once
verify(token, { kty: 'oct', k: 'AAAA' });
// @ts-expect-error a misspelt option
verify(token, key, { audiance: 'api' });
// @ts-expect-error no patterns
verify(token, key, { issuer: /issuer/ });
// @ts-expect-error none does not exist
verify(token, key, { algorithms: ['none'] });
// @ts-expect-error a date is a Date
verify(token, key, { currentDate: Date.now() });
// @ts-expect-error a setting that is missing must not switch a check off
verify(token, key, { issuer: undefined });

// compactVerify
const verified = compactVerify(token, set, { algorithms: ['ES256'], crit: ['a'] });
same<Same<typeof verified.payload, Uint8Array>>();
// @ts-expect-error it looks at no claim
compactVerify(token, key, { issuer: 'a' });

// inspect
const inspection: Inspection = inspect(token);
inspect(token, key, options);
inspect(token, undefined, options);
const failed: Check[] = inspection.checks.filter(({ status }) => status === 'failed');
same<Same<(typeof inspection)['payload'], JwtPayload | undefined>>();
inspection.findings[0]?.severity satisfies 'error' | 'warning' | 'note' | undefined;
failed.flatMap(({ hints }) => hints.map(({ id }) => id)) satisfies string[];
failed[0]?.secondsOff satisfies number | undefined;

// inspectKey
const keyInspection: KeyInspection = inspectKey({ kty: 'EC' }, 'ES256');
same<Same<typeof keyInspection.algorithms, Algorithm[]>>();
inspectKey('{}').error?.code satisfies JoseErrorCode | undefined;
// @ts-expect-error an algorithm that does not exist
inspectKey('{}', 'RS255');
// @ts-expect-error there is no such status
failed.some(({ status }) => status === 'ok');

// createRemoteJwkSet
const remote: RemoteJwkSet = createRemoteJwkSet('https://issuer.example/jwks', {
  algorithms: ['ES256'],
  timeout: '5s',
  cacheMaxAge: 600,
  headers: { authorization: 'Bearer a' },
  store: memoryStore(),
} satisfies RemoteJwkSetOptions);
createRemoteJwkSet({ issuer: 'https://issuer.example' });
same<Same<typeof remote.jwkSet, JwkSet | undefined>>();
same<Same<typeof remote.lastError, JoseError | undefined>>();
verify(token, await remote.keysFor(decoded.protectedHeader, { waitUntil: () => {} }));
verify(token, await remote.keysFor({ kid: decoded.protectedHeader.kid }));
const exported: StoredJwkSet | undefined = remote.export();
if (exported !== undefined) remote.hydrate(exported.jwks, { fetchedAt: exported.fetchedAt });
const namespace = { get: async () => null, put: async () => {} };
const store: JwkSetStore = kvStore(namespace);
createRemoteJwkSet('https://issuer.example/jwks', {
  store,
  fetch: async (url, { redirect, headers }) => {
    same<Same<typeof url, string>>();
    same<Same<typeof redirect, 'error' | 'manual'>>();
    same<Same<typeof headers, Record<string, string>>>();
    return { status: 404, headers: { get: () => null }, body: null };
  },
});
// @ts-expect-error a remote set is asked for its keys first
verify(token, remote);
// @ts-expect-error there may be no keys yet
verify(token, remote.jwkSet);
// @ts-expect-error an option that does not exist
createRemoteJwkSet('https://issuer.example/jwks', { cooldownDuration: 1 });
// @ts-expect-error a setting that is missing
createRemoteJwkSet('https://issuer.example/jwks', { timeout: undefined });
// @ts-expect-error remote sets are created, not made
new RemoteJwkSet();

// calculateJwkThumbprint
same<Same<ReturnType<typeof calculateJwkThumbprint>, string>>();
calculateJwkThumbprint('{}', 'sha512');
// @ts-expect-error a hash that is not used for it
calculateJwkThumbprint({ kty: 'EC' }, 'sha1');

same<Same<ReturnType<typeof calculateJwkThumbprintUri>, string>>();
calculateJwkThumbprintUri({ kty: 'EC' }, 'sha384');
// @ts-expect-error the hash has its name without a hyphen, as for the thumbprint
calculateJwkThumbprintUri({ kty: 'EC' }, 'sha-256');

// exportJwk, exportPem
same<Same<ReturnType<typeof exportJwk>, Jwk>>();
same<Same<ReturnType<typeof exportPem>, string>>();
importKey(exportJwk(key));
// @ts-expect-error a JWK is no key: import it first
exportPem({ kty: 'EC' });
// @ts-expect-error a set has several
exportJwk(set);

// errors
try {
  verify(token, key);
} catch (error) {
  if (error instanceof JwtClaimError) {
    same<Same<typeof error.claim, string>>();
    same<Same<typeof error.expected, unknown>>();
    error.reason satisfies 'missing' | 'invalid' | 'mismatch' | 'check_failed';
  }
  if (error instanceof JoseError) {
    same<Same<typeof error.code, JoseErrorCode>>();
    // @ts-expect-error a code that does not exist: comparing with it is a mistake
    error.code === 'ERR_JWT_EXPIRE';
    // @ts-expect-error a code does not change
    error.code = 'ERR_API_MISUSE';
  }
}

// types that people write down
const jwk: Jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'AAAA',
  y: 'AAAA',
  alg: 'ES256',
  kid: 'a',
  use: 'sig',
};
// @ts-expect-error a member of the wrong type
const wrong: Jwk = { kty: 1 };
// A verifier knows the type of its payloads: from a schema, which makes it true, or on trust.
declare const schema: StandardSchema<{ tenant: number }>;
const verifier = createVerifier({ keys: key, issuer: 'i', audience: null, schema });
same<Same<ReturnType<typeof verifier.verify>['payload'], { tenant: number }>>();
const trusting = createVerifier<Session>({
  issuers: [{ keys: set, issuer: 'i', requiredScopes: { any: ['a'] } }],
});
same<Same<ReturnType<typeof trusting.verify>['payload'], Session>>();
const tokens: unknown[] = [verifier.verify(token, { currentDate: new Date() })];
createVerifier({ keys: (header) => (header.kid === 'a' ? key : set), maxLifetime: '1h' });
verify(new Uint8Array(), key).payload.sub satisfies string | undefined;
decode(new Uint8Array());
inspect(new Uint8Array());
compactVerify(new Uint8Array(), key);
verifier.verify(new Uint8Array());
// @ts-expect-error a buffer is no token
verify(new ArrayBuffer(3), key);
const unverified: ProtectedHeader = decodeProtectedHeader('a.b.c.d.e');
unverified.alg satisfies string;
// @ts-expect-error only alg has its type for certain
unverified.kid satisfies string | undefined;
importSigningKey(new Uint8Array(), 'HS256', { allowWeakKey: true });
createVerifier({ keys: ({ kid }) => new Map([['a', key]]).get(kid ?? '') });
// @ts-expect-error a JWK is no key: import it
createVerifier({ keys: () => ({ kty: 'oct' }) });
createVerifier({ keys: async () => set, requiredRoles: { path: 'a.b', all: 'x' } });
// Issuers may be found by a function, at once or after a while.
const found: IssuerRuleOptions = { keys: key, issuer: 'i' };
createVerifier({ issuers: (issuer) => (issuer === 'i' ? found : undefined) });
createVerifier({ issuers: async () => found, cache: { failures: true } });
createVerifier({ keys: key, cache: { failures: { maxEntries: 10, maxAge: '5s' } } });
// @ts-expect-error Rules that a function finds have to name their issuer.
createVerifier({ issuers: () => ({ keys: key }) });
// @ts-expect-error An issuer that is not known is undefined, and nothing else.
createVerifier({ issuers: () => null });
// @ts-expect-error For how long, or not at all.
createVerifier({ keys: key, cache: { failures: '10s' } });
// @ts-expect-error A verifier without keys verifies nothing.
createVerifier({ issuer: 'i' });
// @ts-expect-error A misspelt option.
createVerifier({ keys: key, audiance: 'a' });
// @ts-expect-error The clock of a verifier does not stand still.
createVerifier({ keys: key, currentDate: new Date() });
// @ts-expect-error One of several issuers needs its name.
createVerifier({ issuers: [{ keys: key }] });
// @ts-expect-error A policy belongs to the verifier, not to one token.
verifier.verify(token, { issuer: 'i' });
// @ts-expect-error Revoked or not: there is no third answer.
createVerifier({ keys: key, isRevoked: () => undefined });
verifier.verifyRequest({ headers: { get: () => null } }).then((result) => {
  if (result.ok) same<Same<typeof result.payload, { tenant: number }>>();
  // @ts-expect-error Of a refused request there is no payload.
  else result.payload;
});

// denylists
const denylist: Denylist = createDenylist({ maxEntries: 10, clockTolerance: '1m' });
createVerifier({ keys: key, isRevoked: denylist.isRevoked });
same<Same<ReturnType<typeof denylist.isRevoked>, boolean>>();
denylist.revokeToken(verify(token, key));
denylist.revokeJwtId('a', { issuer: 'i', expiresAt: new Date() });
denylist.revokeSubject('a');
denylist.revokeSubject('a', { before: 1, expiresAt: 2 });
denylist.revokeIssuedBefore(new Date(), { issuer: 'i' });
same<Same<ReturnType<typeof denylist.snapshot>, DenylistSnapshot>>();
denylist.restore({ version: 1, entries: [{ sub: 'a', before: 1 }] });
// @ts-expect-error when a token expires has to be said
denylist.revokeJwtId('a', { issuer: 'i' });
// @ts-expect-error a token is revoked as it was verified, not as text
denylist.revokeToken(token);
// @ts-expect-error a snapshot says its version
denylist.restore({ entries: [] });
// @ts-expect-error denylists are created, not made
new Denylist('a');

// signing keys
declare const signingKey: SigningKey;
declare const cryptoKey: RuntimeCryptoKey;
same<Same<ReturnType<typeof importSigningKey>, Promise<SigningKey>>>();
importSigningKey({ kty: 'OKP', crv: 'Ed25519', x: 'AAAA', d: 'AAAA', alg: 'EdDSA' });
importSigningKey('-----BEGIN PRIVATE KEY-----', 'ES256', { extractable: true, keyId: 'a' });
importSigningKey(bytes, 'HS256');
importSigningKey('c2VjcmV0', 'HS256', { encoding: 'base64url' });
importSigningKey(cryptoKey, 'ES256', { verifyingKey: key });
same<Same<typeof signingKey.algorithm, Algorithm>>();
same<Same<typeof signingKey.keyId, string | undefined>>();
same<Same<typeof signingKey.extractable, boolean>>();
same<Same<typeof signingKey.cryptoKey, RuntimeCryptoKey>>();
same<Same<ReturnType<typeof signingKey.verifyingKey>, VerifyingKey>>();
same<Same<ReturnType<typeof signingKey.sign>, Promise<Uint8Array>>>();
// @ts-expect-error an option is set or left out
importSigningKey(bytes, 'HS256', { allowWeakKey: 'yes' });
// @ts-expect-error a verifying key has no private part
importSigningKey(bytes, 'ES256', { verifyingKey: bytes });
// @ts-expect-error signing keys are imported or generated, not made
new SigningKey();
// @ts-expect-error the algorithm of a key does not change
signingKey.algorithm = 'HS512';
// @ts-expect-error a key that verifies does not sign
sign({}, key);
// @ts-expect-error and one that signs does not verify
verify(token, signingKey);

generateKeyPair('RS256', { modulusLength: 3072, keyId: 'a', extractable: true }).then((pair) => {
  same<Same<typeof pair.signingKey, SigningKey>>();
  same<Same<typeof pair.verifyingKey, VerifyingKey>>();
});
same<Same<ReturnType<typeof generateSecret>, Promise<SigningKey>>>();
generateSecret('HS256', { keyId: 'a' });
// @ts-expect-error a secret is no pair
generateKeyPair('HS256');
// @ts-expect-error and a pair no secret
generateSecret('ES256');
// @ts-expect-error a secret is as long as its hash
generateSecret('HS256', { modulusLength: 2048 });

// what is private comes out by a Promise
const privateJwk: Promise<PrivateJwk> = exportJwk(signingKey);
const publicJwk: Jwk = exportJwk(key);
const privatePem: Promise<string> = exportPem(signingKey);
const publicPem: string = exportPem(key);

// sign
same<Same<ReturnType<typeof sign>, Promise<string>>>();
sign({ sub: 'a', aud: ['b'], exp: 1, roles: [{ level: 1 }] }, signingKey);
const signOptions: SignOptions = {
  ...{ expiresIn: '15m', notBefore: 0, issuedAt: new Date(), issuer: 'i', audience: ['a'] },
  ...{ subject: 's', jwtId: true, keyId: 'k', typ: 'at+jwt', header: { cty: 'x', 'x-y': [1] } },
};
sign({}, signingKey, signOptions);
sign({}, signingKey, { issuedAt: null, jwtId: 'a' });
// @ts-expect-error registered claims have their types
sign({ sub: 1 }, signingKey);
// @ts-expect-error alg is the key's
sign({}, signingKey, { header: { alg: 'none' } });
// @ts-expect-error a misspelt option
sign({}, signingKey, { expiresin: '15m' });
// @ts-expect-error an ID is there or not
sign({}, signingKey, { jwtId: false });
// @ts-expect-error a setting that is missing must not leave a claim out
sign({}, signingKey, { issuer: undefined });
// @ts-expect-error claims are an object
sign('{}', signingKey);

// createSigner
const signer: Signer = createSigner({ key: signingKey, ...signOptions });
same<Same<ReturnType<typeof signer.sign>, Promise<string>>>();
signer.sign({ sub: 'a' }, { expiresIn: 60 });
// @ts-expect-error a signer needs a key
createSigner({ issuer: 'i' });
// @ts-expect-error and keeps it
signer.sign({}, { key: signingKey });
export { privateJwk, privatePem, publicJwk, publicPem };

// replay stores
const replays = createReplayStore({ maxEntries: 10 });
same<Same<ReturnType<typeof replays.take>, boolean>>();
const elsewhere: ReplayStore = { take: async (id, expiresAt) => id !== '' && expiresAt > 0 };
const here: ReplayStore = replays;
// @ts-expect-error whether it was the first time has to be answered
const silent: ReplayStore = { take: async () => {} };
// @ts-expect-error it has to be said how long to remember
replays.take('a');

export { elsewhere, here, silent };

// assertions and proofs
const account: Promise<ServiceAccount> = importServiceAccount(JSON.parse('{}'));
signServiceAccountAssertion('{}', { scope: ['a', 'b'], subject: 'user@example.com' });
account.then((imported) => signServiceAccountAssertion(imported, { scope: 'a', expiresIn: '5m' }));
// @ts-expect-error what the access token is for has to be said
signServiceAccountAssertion('{}', { audience: 'https://oauth2.googleapis.com/token' });
// @ts-expect-error a key file names the token endpoint
importServiceAccount({ type: 'service_account', client_email: 'a', private_key: 'a' });
// @ts-expect-error accounts are imported, not made
new ServiceAccount('a', 'a');
const assertion = await signClientAssertion(signingKey, { clientId: 'a', audience: 'b' });
same<
  Same<
    ReturnType<typeof clientAssertionParameters>['client_assertion_type'],
    'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  >
>();
// @ts-expect-error to whom has to be said
signClientAssertion(signingKey, { clientId: 'a' });
// @ts-expect-error a key that verifies cannot sign
signClientAssertion(key, { clientId: 'a', audience: 'b' });
createDpopProof(signingKey, { method: 'GET', url: 'https://api.example/', accessToken: 'a' });
// @ts-expect-error a proof is for one request
createDpopProof(signingKey, { method: 'GET' });
export { assertion };

// presets are options, to be used as they are, spread, or put among several issuers
const preset: ProviderPreset = auth0({ domain: 'a.auth0.com', audience: ['api'] });
createVerifier(preset);
createVerifier({ ...preset, requiredScopes: 'read', audience: null });
createVerifier({ issuers: [preset, { ...supabase({ projectRef: 'a' }), maxTokenAge: '1h' }] });
supabase({ url: 'https://auth.example', keyOptions: { timeout: '2s', store: memoryStore() } });
// @ts-expect-error a project has one address
supabase({ url: 'https://auth.example', projectRef: 'a' });
// @ts-expect-error and needs one
supabase({});
// @ts-expect-error access tokens or ID tokens: one must not pass for the other
cognito({ userPoolId: 'eu-west-1_a', clientId: 'a' });
// @ts-expect-error keys of load balancers come one at a time: there is no set to store
awsAlb({ loadBalancerArn: 'a', issuer: 'a', clientId: 'a', keyOptions: { store: memoryStore() } });
// @ts-expect-error a misspelt argument
auth0({ domain: 'a.auth0.com', audiance: 'api' });
export { decoded, tokens, fake, failed, fromJwk, jwk, payload, scope, session, verified, wrong };
