// Makes the fixtures: keys and tokens of every algorithm, by implementations that are not ours.
// Node only. What it returns is plain JSON, so that it reaches the suite in any runtime.

import {
  constants,
  createHash,
  createHmac,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  calculateJwkThumbprint,
  calculateJwkThumbprintUri,
  exportJWK,
  importSPKI,
  SignJWT,
} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { mintDpop } from './mint-dpop.mjs';
import { rfcSignatures } from '../rfc-signatures.mjs';

const HOUR = 3600;
const PUBLIC_KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const SHARED_SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];
/** Written by scripts/mint-keys.mjs: what node:crypto cannot make, certificates above all. */
const OTHER_PROGRAMS = new URL('../../vectors/keys/keys.json', import.meta.url);

/** All that the suite is given. */
export async function mint() {
  const claims = claimsAt(Math.floor(Date.now() / 1000));
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed25519 = generateKeyPairSync('ed25519');
  const pairs = {
    ...Object.fromEntries(PUBLIC_KEY_ALGORITHMS.map((alg) => [alg, rsa])),
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    ES512: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    EdDSA: ed25519,
    Ed25519: ed25519,
  };
  const secret = randomBytes(64);
  const algorithms = [];
  for (const alg of SHARED_SECRET_ALGORITHMS) {
    algorithms.push({
      alg,
      jwk: { kty: 'oct', alg, kid: kidOf(alg), k: secret.toString('base64url') },
      secret: secret.toString('base64url'),
      tokens: await mintTokens(alg, secret, claims),
    });
  }
  for (const alg of PUBLIC_KEY_ALGORITHMS) {
    algorithms.push({
      alg,
      ...publicForms(alg, pairs[alg].publicKey),
      privateJwk: privateJwk(alg, pairs[alg].privateKey),
      joseJwk: await joseJwk(alg, pairs[alg].publicKey),
      otherForms: otherForms(pairs[alg]),
      tokens: await mintTokens(alg, pairs[alg].privateKey, claims),
    });
  }
  for (const entry of algorithms) {
    entry.thumbprints = await thumbprintsOf(entry.jwk, calculateJwkThumbprint);
    entry.thumbprintUris = await thumbprintsOf(entry.jwk, calculateJwkThumbprintUri);
  }
  return {
    claims,
    secret: secret.toString('base64url'),
    algorithms,
    ...rsaExtras(rsa, claims),
    derSignatures: mintDerSignatures(pairs, claims),
    pssSalts: mintPssSalts(rsa, claims),
    embeddedKeys: mintEmbeddedKeys(claims),
    otherCurves: otherCurves(),
    hashedIdTokens: mintHashedIdTokens(pairs),
    dpop: await mintDpop(claims.iat, secret),
    rfcSignatures: await rfcSignatures(),
    otherPrograms: JSON.parse(await readFile(OTHER_PROGRAMS, 'utf8')),
  };
}

/** With text outside ASCII, a nested value and numbers, to see them come through unchanged. */
function claimsAt(now) {
  return {
    iss: 'https://issuer.example',
    sub: 'subject-7f3a',
    jti: 'b6c1f0f4-token-id',
    iat: now - 60,
    nbf: now - 60,
    exp: now + HOUR,
    name: 'Žofie Ångström 🗝️',
    roles: ['reader', 'writer'],
    nested: { level: { deeper: true } },
    amount: 1.5,
  };
}

const kidOf = (alg) => `key-${alg}`;
const headerOf = (alg) => ({ alg, typ: 'JWT', kid: kidOf(alg) });

/** Every token of one algorithm, with the name of the implementation that made it. */
async function mintTokens(alg, key, claims) {
  const byJose = await new SignJWT(claims).setProtectedHeader(headerOf(alg)).sign(key);
  const tokens = [
    { by: 'jose', token: byJose },
    { by: 'node:crypto', token: tokenByNode(alg, key, headerOf(alg), claims) },
  ];
  // jsonwebtoken does not know RFC 8037.
  if (!alg.startsWith('Ed')) {
    const token = jsonwebtoken.sign(claims, key, { algorithm: alg, keyid: kidOf(alg) });
    tokens.push({ by: 'jsonwebtoken', token });
  }
  return tokens;
}

async function thumbprintsOf(jwk, calculate) {
  const hashes = ['sha256', 'sha384', 'sha512'];
  const thumbprints = hashes.map(async (hash) => [hash, await calculate(jwk, hash)]);
  return Object.fromEntries(await Promise.all(thumbprints));
}

/** A token by node:crypto alone. `options` go to its `sign`, in place of what RFC 7518 asks for. */
export function tokenByNode(alg, key, header, claims, options = signOptions(alg)) {
  const encoded = [header, claims].map((part) => base64url(JSON.stringify(part)));
  const signingInput = encoded.join('.');
  const signature = alg.startsWith('HS')
    ? createHmac(hashOf(alg), key).update(signingInput).digest()
    : sign(hashOf(alg), Buffer.from(signingInput), { key, ...options });
  return `${signingInput}.${base64url(signature)}`;
}

const base64url = (value) => Buffer.from(value).toString('base64url');

/** Null for Ed25519, whose hash is its own. */
const hashOf = (alg) => (alg.startsWith('Ed') ? null : `sha${alg.slice(2)}`);

function signOptions(alg) {
  if (alg.startsWith('PS')) return pssOptions(constants.RSA_PSS_SALTLEN_DIGEST);
  return alg.startsWith('ES') ? { dsaEncoding: 'ieee-p1363' } : {};
}

const pssOptions = (saltLength) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

/** A public key in every form that can be imported; bytes in base64url. */
export function publicForms(alg, publicKey) {
  const jwk = { ...publicKey.export({ format: 'jwk' }), alg, kid: kidOf(alg) };
  const bare = ['x', 'y']
    .filter((name) => name in jwk)
    .map((name) => Buffer.from(jwk[name], 'base64url'));
  const point = jwk.kty === 'EC' ? Buffer.concat([Buffer.of(4), ...bare]) : bare[0];
  return {
    jwk,
    pem: publicKey.export({ format: 'pem', type: 'spki' }),
    der: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    ...(point === undefined ? {} : { raw: point.toString('base64url') }),
  };
}

/** Whose key ID is the public key's. */
function privateJwk(alg, privateKey) {
  return { ...privateKey.export({ format: 'jwk' }), alg, kid: kidOf(alg), key_ops: ['sign'] };
}

/** The public key by way of PEM and jose. */
async function joseJwk(alg, publicKey) {
  const pem = publicKey.export({ format: 'pem', type: 'spki' });
  return exportJWK(await importSPKI(pem, alg, { extractable: true }));
}

/** The key in the forms of private keys, and in those that only its type has. */
function otherForms({ publicKey, privateKey }) {
  const both = (key, type) => ({
    pem: key.export({ format: 'pem', type }),
    der: key.export({ format: 'der', type }).toString('base64url'),
  });
  const forms = { 'PKCS#8': both(privateKey, 'pkcs8') };
  if (publicKey.asymmetricKeyType === 'ec') forms['SEC 1'] = both(privateKey, 'sec1');
  if (publicKey.asymmetricKeyType === 'rsa') {
    forms['PKCS#1'] = both(publicKey, 'pkcs1');
    forms['PKCS#1, private'] = both(privateKey, 'pkcs1');
  }
  return forms;
}

/** More ways to write an RSA public key, and keys that are too weak or of another make. */
function rsaExtras({ publicKey }, claims) {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const almost = generateKeyPairSync('rsa', { modulusLength: 2047 });
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
  return {
    rsa1024: {
      ...publicForms('RS256', weak.publicKey),
      privateJwk: privateJwk('RS256', weak.privateKey),
      token: tokenByNode('RS256', weak.privateKey, headerOf('RS256'), claims),
    },
    rsa2047: publicForms('RS256', almost.publicKey),
    rsaPssPem: pss.publicKey.export({ format: 'pem', type: 'spki' }),
  };
}

/** ECDSA signatures in DER, as most tools make them: JOSE wants r‖s (RFC 7518 §3.4). */
function mintDerSignatures(pairs, claims) {
  return ['ES256', 'ES384', 'ES512'].map((alg) => ({
    alg,
    token: tokenByNode(alg, pairs[alg].privateKey, headerOf(alg), claims, { dsaEncoding: 'der' }),
  }));
}

/** PSS signatures with other salts than one as long as the hash (RFC 7518 §3.5). */
function mintPssSalts({ privateKey }, claims) {
  return [0, 20, 31, 33, constants.RSA_PSS_SALTLEN_MAX_SIGN].map((saltLength) => ({
    saltLength,
    token: tokenByNode('PS256', privateKey, headerOf('PS256'), claims, pssOptions(saltLength)),
  }));
}

/** Tokens that bring the key of whoever made them, each truly signed with it. */
function mintEmbeddedKeys(claims) {
  const pairs = {
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: generateKeyPairSync('ed25519'),
  };
  const secret = randomBytes(32);
  const embedded = Object.entries(pairs).map(([alg, { publicKey, privateKey }]) => {
    const jwk = publicKey.export({ format: 'jwk' });
    return { alg, token: tokenByNode(alg, privateKey, { ...headerOf(alg), jwk }, claims) };
  });
  const jwk = { kty: 'oct', k: base64url(secret) };
  const token = tokenByNode('HS256', secret, { ...headerOf('HS256'), jwk }, claims);
  return [...embedded, { alg: 'HS256', token }];
}

/** ID tokens with `at_hash` and `c_hash`, by the hash of each algorithm (OpenID Connect Core §3.1.3.6). */
function mintHashedIdTokens(pairs) {
  const hashes = { RS256: 'sha256', PS384: 'sha384', ES512: 'sha512', EdDSA: 'sha512' };
  const [accessToken, code] = ['access-token-1', 'code-1'];
  return Object.entries(hashes).map(([alg, hash]) => {
    const half = (text) => {
      const digest = createHash(hash).update(text).digest();
      return base64url(digest.subarray(0, digest.length / 2));
    };
    const claims = {
      ...{ iss: 'https://issuer.example', sub: 'user-1', aud: 'client-1' },
      ...{ iat: 1_699_999_990, exp: 1_700_000_060 },
      ...{ at_hash: half(accessToken), c_hash: half(code) },
    };
    const { publicKey, privateKey } = pairs[alg];
    const token = tokenByNode(alg, privateKey, headerOf(alg), claims);
    return { alg, jwk: publicForms(alg, publicKey).jwk, token, accessToken, code };
  });
}

/** Keys that no supported algorithm uses. */
function otherCurves() {
  const publicKeys = {
    secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey,
    X25519: generateKeyPairSync('x25519').publicKey,
    Ed448: generateKeyPairSync('ed448').publicKey,
  };
  return Object.entries(publicKeys).map(([curve, publicKey]) => ({
    curve,
    jwk: publicKey.export({ format: 'jwk' }),
    pem: publicKey.export({ format: 'pem', type: 'spki' }),
  }));
}
