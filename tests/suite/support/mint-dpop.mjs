// Makes proofs of possession, good ones and ones with a single fault, by jose. Node only.

import { createHash, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, SignJWT } from 'jose';

/** RFC 9449 §7.1 has this hash for this token. */
const ACCESS_TOKEN = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';
const ATH = 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo';

/**
 * `proofs` by what is special about each; `at` is when they were made, in seconds. `boundToken` is an
 * access token that is bound to their key, by HS256 with `secret`.
 */
export async function mintDpop(at, secret) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const request = { method: 'POST', url: 'https://api.example/orders' };
  const header = { alg: 'ES256', typ: 'dpop+jwt', jwk };
  const claims = { jti: 'proof-1', htm: request.method, htu: request.url, iat: at };
  const make = (changes = {}, headerChanges = {}, key = privateKey) =>
    new SignJWT(without({ ...claims, ...changes }))
      .setProtectedHeader(without({ ...header, ...headerChanges }))
      .sign(key);
  const thumbprint = await calculateJwkThumbprint(jwk);
  const boundToken = await new SignJWT({ sub: 'user-1', exp: at + 3600, cnf: { jkt: thumbprint } })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(secret);
  const ath = createHash('sha256').update(boundToken).digest('base64url');
  const proofs = {
    good: make(),
    'for the bound token': make({ ath }),
    'for the bound token, with nonce': make({ ath, nonce: 'nonce-1' }),
    'for the bound token, by GET': make({ ath, htm: 'GET' }),
    another: make({ jti: 'proof-2' }),
    'without jti': make({ jti: undefined }),
    'without htm': make({ htm: undefined }),
    'without htu': make({ htu: undefined }),
    'without iat': make({ iat: undefined }),
    'without typ': make({}, { typ: undefined }),
    'typ JWT': make({}, { typ: 'JWT' }),
    'of HS256': make({}, { alg: 'HS256', jwk: { kty: 'oct', k: 'c2VjcmV0' } }, new Uint8Array(64)),
    'of another key': make({}, {}, other.privateKey),
    'without key': make({}, { jwk: undefined }),
    'with a private key': make({}, { jwk: privateKey.export({ format: 'jwk' }) }),
    'htm GET': make({ htm: 'GET' }),
    'htm in lower case': make({ htm: 'post' }),
    'htu elsewhere': make({ htu: 'https://evil.example/orders' }),
    'htu with query and fragment': make({ htu: `${request.url}?page=2#top` }),
    'htu written otherwise': make({ htu: 'HTTPS://API.example:443/x/../%6Frders' }),
    'htu without host': make({ htu: '/orders' }),
    'with nonce': make({ nonce: 'nonce-1' }),
    'bound to the access token': make({ ath: ATH }),
    'bound to another access token': make({ ath: ATH.replace('f', 'g') }),
  };
  return {
    request,
    at,
    accessToken: ACCESS_TOKEN,
    boundToken,
    thumbprint,
    proofs: Object.fromEntries(
      await Promise.all(Object.entries(proofs).map(async ([name, proof]) => [name, await proof])),
    ),
  };
}

const without = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
