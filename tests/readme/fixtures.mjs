// The values that the examples of the READMEs take from their surroundings, by the example's name.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT, exportJWK, exportSPKI } from 'jose';

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
  const { forms } = keys.find(({ algorithm }) => algorithm === 'ES256');
  return {
    certificate: { certificatePem: forms['certificate, version 3'] },
    rs256,
    jwks,
    remote,
    request,
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
  return new SignJWT({ sub: 'user-1', ...claims })
    .setProtectedHeader({ alg, typ: 'JWT', ...(kid && { kid }) })
    .setIssuer('https://issuer.example/')
    .setAudience('https://api.example/')
    .setExpirationTime(exp)
    .sign(key);
}
