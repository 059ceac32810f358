// Keys and tokens of every algorithm, made anew for each run by node:crypto. Node only; what it returns
// is plain JSON, so that it reaches every runtime.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { publicForms, tokenByNode } from '../../tests/suite/support/mint.mjs';

/** What `Ed25519` is called in a header: the name that every library here knows (RFC 8037). */
const NAME_IN_HEADER = { Ed25519: 'EdDSA' };
const PAIRS = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ES512: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
};
/** Tokens that take turns, so that none is in reach of a cache that its library does not have. */
const TOKENS = 8;
/** Characters of a typical token; with RSA's long signatures it is a little more. */
const TOKEN_LENGTH = 500;
/** KiB of JSON in the payload. */
const SIZES = [0.5, 1, 4, 16, 64];

/** `keys` by algorithm, each with its typical tokens; and `growing`, HS256 tokens with more and more claims. */
export function mintFixtures() {
  const keys = { HS256: sharedSecret('HS256') };
  for (const [name, generate] of Object.entries(PAIRS)) keys[name] = keyPair(name, generate());
  const { sign, ...secret } = keys.HS256;
  const growing = SIZES.map((kib) => {
    const claims = claimsUntil(0, (each) => JSON.stringify(each).length >= kib * 1024);
    return { kib, ...secret, ...tokensOf([claims], sign) };
  });
  const typical = Object.entries(keys).map(([name, { sign: signOne, ...key }]) => {
    const isLong = (claims) => signOne(claims).length >= TOKEN_LENGTH;
    const all = Array.from({ length: TOKENS }, (_, index) => claimsUntil(index, isLong));
    return [name, { ...key, ...tokensOf(all, signOne) }];
  });
  return { keys: Object.fromEntries(typical), growing };
}

function sharedSecret(alg) {
  const secret = randomBytes(32);
  const k = secret.toString('base64url');
  const sign = (claims) => tokenByNode(alg, secret, headerOf(alg), claims);
  return { alg, secret: k, jwk: { kty: 'oct', alg, k }, sign };
}

function keyPair(name, { publicKey, privateKey }) {
  const alg = NAME_IN_HEADER[name] ?? name;
  const { jwk, pem } = publicForms(alg, publicKey);
  const sign = (claims) => tokenByNode(alg, privateKey, headerOf(alg), claims);
  return { alg, jwk, pem, sign };
}

const headerOf = (alg) => ({ alg, typ: 'JWT', kid: '2026-11' });

/** Claims as a provider puts into an access token, with as many scopes as it takes. */
function claimsUntil(index, isEnough) {
  const now = Math.floor(Date.now() / 1000);
  const scopes = ['read', 'write'];
  for (;;) {
    const claims = {
      iss: 'https://issuer.example/',
      aud: 'https://api.example/',
      sub: `user-${index}`,
      iat: now,
      exp: now + 24 * 3600,
      scope: scopes.join(' '),
    };
    if (isEnough(claims)) return claims;
    scopes.push(`orders:${scopes.length}`);
  }
}

/** The tokens, and forged ones: a signature that was changed, and claims that were. */
function tokensOf(claims, sign) {
  const tokens = claims.map(sign);
  const [header, , signature] = tokens[0].split('.');
  const other = Buffer.from(JSON.stringify({ ...claims[0], sub: 'admin' })).toString('base64url');
  const middle = Math.floor(signature.length / 2);
  const changed = signature[middle] === 'A' ? 'B' : 'A';
  const broken = signature.slice(0, middle) + changed + signature.slice(middle + 1);
  const forged = [
    `${header}.${other}.${signature}`,
    `${tokens[0].slice(0, -signature.length)}${broken}`,
  ];
  return { tokens, claims, forged };
}
