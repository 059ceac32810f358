// Writes the files of tests/vectors/samples anew: tokens of every algorithm, made by other people's
// implementations with keys that are thrown away. Run by hand, when an algorithm is added.

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, importJWK, importSPKI, jwtVerify, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { inProject } from './lib/project.mjs';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'https://api.example';
const ISSUED_AT = Math.floor(Date.now() / 1000);
/** 2100-01-01T00:00:00Z: the samples shall not expire while this project is in use. */
const EXPIRES_AT = 4_102_444_800;
const CLAIMS = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'sample-subject',
  iat: ISSUED_AT,
  nbf: ISSUED_AT,
  exp: EXPIRES_AT,
  scope: 'read write',
};

const SECRET_BYTES = { HS256: 32, HS384: 48, HS512: 64 };
const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const CURVES = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
const EDWARDS = ['EdDSA', 'Ed25519'];

const JOSE = minter('jose');
const JSONWEBTOKEN = minter('jsonwebtoken');
const NODE_CRYPTO = `node:crypto ${process.versions.node}`;
const RFC = 'RFC 7515 A.1';

function minter(name) {
  const manifest = readFileSync(inProject('node_modules', name, 'package.json'), 'utf8');
  return `${name} ${JSON.parse(manifest).version}`;
}

const header = (alg) => ({ alg, typ: 'JWT', kid: `sample-${alg.toLowerCase()}` });

function sample(algorithm, minted_by, key_form, key, token) {
  const options = { issuer: ISSUER, audience: AUDIENCE };
  return { algorithm, minted_by, key_form, key, token, options };
}

const mintWithJose = (alg, key) => new SignJWT(CLAIMS).setProtectedHeader(header(alg)).sign(key);

async function secretSamples(alg) {
  const secrets = [randomBytes(SECRET_BYTES[alg]), randomBytes(SECRET_BYTES[alg])];
  const jwk = (secret) => ({ kty: 'oct', alg, k: secret.toString('base64url') });
  const byOther = jsonwebtoken.sign(CLAIMS, secrets[1], { algorithm: alg, header: header(alg) });
  return [
    sample(alg, JOSE, 'secret', jwk(secrets[0]), await mintWithJose(alg, secrets[0])),
    sample(alg, JSONWEBTOKEN, 'secret', jwk(secrets[1]), byOther),
  ];
}

/** One key for all of RSA: six moduli would be a third of the bytes that the debugger carries. */
const rsaPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

async function jwkSample(alg) {
  const pair = RSA.includes(alg) ? rsaPair : await generateKeyPair(alg);
  const { publicKey, privateKey } = pair;
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', alg, kid: header(alg).kid };
  return sample(alg, JOSE, 'JWK', jwk, await mintWithJose(alg, privateKey));
}

function pemSample(alg) {
  const { publicKey, privateKey } = generatePair(alg);
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  if (EDWARDS.includes(alg)) {
    return sample(alg, NODE_CRYPTO, 'PEM', pem, mintWithNode(alg, privateKey));
  }
  const token = jsonwebtoken.sign(CLAIMS, privateKey, { algorithm: alg, header: header(alg) });
  return sample(alg, JSONWEBTOKEN, 'PEM', pem, token);
}

function generatePair(alg) {
  if (alg in CURVES) return generateKeyPairSync('ec', { namedCurve: CURVES[alg] });
  if (RSA.includes(alg)) return generateKeyPairSync('rsa', { modulusLength: 3072 });
  return generateKeyPairSync('ed25519');
}

function mintWithNode(alg, privateKey) {
  const segment = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signingInput = `${segment(header(alg))}.${segment(CLAIMS)}`;
  const signature = sign(null, Buffer.from(signingInput), privateKey);
  return `${signingInput}.${signature.toString('base64url')}`;
}

/** RFC 7515, appendix A.1. It expired in 2011, so it is looked at as of a day before that. */
function rfcSample() {
  const token =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9' +
    '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
    '.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const k =
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
  const options = { issuer: 'joe', currentDate: '2011-03-21T18:43:00Z' };
  const key = { kty: 'oct', k };
  return { ...sample('HS256', RFC, 'secret', key, token), options };
}

/** A sample that its own makers would not accept must not be written. */
async function checkWithOthers({ algorithm, key_form, key, token, options }) {
  const material =
    key_form === 'PEM' ? await importSPKI(key, algorithm) : await importJWK(key, algorithm);
  const currentDate = new Date(options.currentDate ?? Date.now());
  await jwtVerify(token, material, { ...options, algorithms: [algorithm], currentDate });
}

const samples = [
  ...(await Promise.all(Object.keys(SECRET_BYTES).map(secretSamples))).flat(),
  ...(
    await Promise.all(
      [...RSA, ...Object.keys(CURVES), ...EDWARDS].map(async (alg) => [
        await jwkSample(alg),
        pemSample(alg),
      ]),
    )
  ).flat(),
  rfcSample(),
];
for (const each of samples) await checkWithOthers(each);

const MADE_HERE = {
  source: 'Written by scripts/mint-samples.mjs.',
  licence: 'CC0-1.0',
  made:
    'Keys were generated for the file and the private ones thrown away; the secrets of HS256, ' +
    'HS384 and HS512 are here because verifying needs them. Tokens expire in the year 2100.',
};
const QUOTED = {
  source: 'Quoted from RFC 7515, A.1, by scripts/mint-samples.mjs.',
  licence:
    'IETF Trust Legal Provisions (https://trustee.ietf.org/license-info): example data of an RFC',
};
/** A file for each who made them, so that the debugger need not carry all. */
const FILES = {
  'jose.json': [JOSE, MADE_HERE],
  'jsonwebtoken.json': [JSONWEBTOKEN, MADE_HERE],
  'node-crypto.json': [NODE_CRYPTO, MADE_HERE],
  'rfc7515.json': [RFC, QUOTED],
};
for (const [file, [minter, origin]] of Object.entries(FILES)) {
  const document = {
    about: {
      content: 'JSON Web Tokens with the keys that verify them.',
      ...origin,
      fields:
        'key is a JWK (key_form JWK, secret) or PEM text; options are those of verify, with ' +
        'currentDate as text.',
    },
    samples: samples.filter(({ minted_by }) => minted_by === minter),
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  writeFileSync(inProject('tests', 'vectors', 'samples', file), text);
}
console.log(`${samples.length} samples written.`);
