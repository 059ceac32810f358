// The values that the examples of the READMEs take from their surroundings, by the example's name.

import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EncryptJWT, SignJWT, exportJWK, exportPKCS8, exportSPKI } from 'jose';

/** 2026-11-22T00:00:00Z, in seconds since the epoch: the time at which expired tokens are looked at. */
const NOW = 1795305600;
const KEYS = new URL('../vectors/keys/keys.json', import.meta.url);

export async function fixtures() {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed25519 = generateKeyPairSync('ed25519');
  const secret = randomBytes(32);
  const ecJwk = { ...(await exportJWK(ec.publicKey)), alg: 'ES256', kid: '2026-11' };
  const jwk = { ...(await exportJWK(ed25519.publicKey)), alg: 'EdDSA' };
  const expired = await mint('HS256', secret, NOW - 3600);
  const forOneHour = Math.floor(Date.now() / 1000) + 3600;
  const publicKeyPem = await exportSPKI(rsa.publicKey);
  const rs256 = { publicKeyPem, token: await mint('RS256', rsa.privateKey, forOneHour) };
  const rs256Expired = { publicKeyPem, token: await mint('RS256', rsa.privateKey, NOW - 3600) };
  const jwks = {
    jwksUrl: `data:application/json,${encodeURIComponent(JSON.stringify({ keys: [ecJwk] }))}`,
    token: await mint('ES256', ec.privateKey, forOneHour, '2026-11'),
  };
  const remote = {
    responses: {
      'https://issuer.example/.well-known/openid-configuration': {
        issuer: 'https://issuer.example/',
        jwks_uri: 'https://issuer.example/jwks',
      },
      'https://issuer.example/jwks': { keys: [ecJwk] },
    },
    token: jwks.token,
  };
  const granted = { scope: 'read write', realm_access: { roles: ['user'] } };
  const request = {
    ...remote,
    url: 'https://api.example/hello',
    token: await mint('ES256', ec.privateKey, forOneHour, '2026-11', granted),
  };
  const { keys } = JSON.parse(await readFile(KEYS, 'utf8'));
  const formsOf = (name) => keys.find(({ algorithm }) => algorithm === name).forms;
  const rsaJwk = { ...(await exportJWK(rsa.publicKey)), alg: 'RS256', kid: 'a', use: 'sig' };
  const orders = { scope: 'orders:read', realm_access: { roles: ['user'] } };
  const tenant = '11111111-1111-4111-8111-111111111111';
  const ofTenant = (tid) => ({
    tid,
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    aud: '33333333-3333-4333-8333-333333333333',
  });
  return {
    certificate: { certificatePem: formsOf('ES256')['certificate, version 3'] },
    'inspect-key': { pem: formsOf('RS256')['RSAPublicKey'] },
    rs256,
    jwks,
    remote,
    request,
    worker: {
      ...request,
      token: await mint('ES256', ec.privateKey, forOneHour, '2026-11', orders),
      poorToken: await mint('ES256', ec.privateKey, forOneHour, '2026-11', {
        ...orders,
        scope: '',
      }),
    },
    provider: {
      responses: { 'https://example.eu.auth0.com/.well-known/jwks.json': { keys: [rsaJwk] } },
      token: await mint('RS256', rsa.privateKey, forOneHour, 'a', {
        iss: 'https://example.eu.auth0.com/',
        scope: 'read',
      }),
    },
    entra: {
      responses: {
        'https://login.microsoftonline.com/common/discovery/v2.0/keys': {
          keys: [{ ...rsaJwk, issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }],
        },
      },
      tokenOfTenant: await mint('RS256', rsa.privateKey, forOneHour, 'a', ofTenant(tenant)),
      tokenOfStranger: await mint(
        'RS256',
        rsa.privateKey,
        forOneHour,
        'a',
        ofTenant('44444444-4444-4444-8444-444444444444'),
      ),
    },
    issuers: remote,
    'id-token': {
      jwks: { keys: [ecJwk] },
      accessToken: 'access-token-1',
      idToken: await mint('ES256', ec.privateKey, forOneHour, '2026-11', {
        aud: 'client-1',
        nonce: 'n-0S6_WzA2Mj',
        iat: forOneHour - 3600,
        auth_time: forOneHour - 3600,
        at_hash: halfOfSha256('access-token-1'),
      }),
    },
    revocation: {
      publicKeyPem,
      token: await mint('RS256', rsa.privateKey, forOneHour, undefined, { jti: 'token-1' }),
    },
    header: {
      token: expired,
      encryptedToken: await new EncryptJWT({ sub: 'user-1' })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: '2026-11' })
        .encrypt(randomBytes(32)),
    },
    crit: {},
    clone: { token: expired, secret: secret.toString('base64url') },
    callback: {
      publicKeyPem,
      url: 'https://api.example/hello',
      token: await mint('RS256', rsa.privateKey, forOneHour, '2026-11'),
      tokenOfUnknownKey: await mint('RS256', rsa.privateKey, forOneHour, 'unknown'),
    },
    rotation: {
      ...remote,
      tokenOfUnknownKey: await mint('ES256', ec.privateKey, forOneHour, 'unknown'),
    },
    'internal-keys': {
      responses: {
        'http://keycloak:8080/realms/shop/protocol/openid-connect/certs': { keys: [rsaJwk] },
      },
      token: await mint('RS256', rsa.privateKey, forOneHour, 'a', {
        iss: 'https://sso.example/realms/shop',
      }),
    },
    cache: rs256,
    sign: { privateKeyPem: ec.privateKey.export({ format: 'pem', type: 'sec1' }) },
    issue: {
      privateKeyPem: ec.privateKey.export({ format: 'pem', type: 'sec1' }),
      publicKeyPem: await exportSPKI(ec.publicKey),
    },
    slim: { token: expired },
    'decode-entry': { token: expired },
    'pkg-decode': { token: expired },
    require: {},
    hono: { publicKeyPem, url: 'https://api.example/orders' },
    rotate: {},
    'stored-key': {},
    'service-account': {
      url: 'https://worker.example/',
      keyFile: JSON.stringify({
        type: 'service_account',
        private_key_id: 'key-1',
        private_key: await exportPKCS8(rsa.privateKey),
        client_email: 'robot@project-1.iam.gserviceaccount.com',
        token_uri: 'https://oauth2.googleapis.com/token',
      }),
      responses: {
        'https://oauth2.googleapis.com/token': { access_token: 'token-1', expires_in: 3600 },
        'https://storage.googleapis.com/storage/v1/b/reports/o/today': { name: 'today' },
      },
    },
    'client-assertion': {
      privateKeyPem: await exportPKCS8(ec.privateKey),
      responses: {
        'https://issuer.example/token': { access_token: 'token-1', token_type: 'Bearer' },
      },
    },
    'dpop-proof': {
      accessToken: 'token-1',
      responses: { 'https://api.example/orders?page=2': ['order-1'] },
    },
    'pkg-rs256': rs256,
    'pkg-jwks': jwks,
    'pkg-errors': { now: NOW, ...rs256Expired },
    'pkg-inspect': { now: NOW, ...rs256Expired },
    'pkg-secret': {
      secret: secret.toString('base64url'),
      token: await mint('HS256', secret, forOneHour),
    },
    expired: { now: NOW, secret: secret.toString('base64url'), token: expired },
    inspect: { now: NOW, jwk, token: await mint('EdDSA', ed25519.privateKey, NOW - 3600) },
    decode: { token: expired },
  };
}

function mint(alg, key, exp, kid, claims) {
  const usual = { sub: 'user-1', iss: 'https://issuer.example/', aud: 'https://api.example/' };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg, typ: 'JWT', ...(kid && { kid }) })
    .setExpirationTime(exp)
    .sign(key);
}

/** As `at_hash` has it (OpenID Connect Core §3.1.3.6). */
function halfOfSha256(text) {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
