// The issuer of the tokens that the services are sent, and what each of them is answered.

import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

const ISSUER = 'https://issuer.example/';
const AUDIENCE = 'https://api.example/';

const NO_TOKEN = [401, 'Bearer realm="api"'];
const MALFORMED = [400, 'Bearer realm="api", error="invalid_request"'];
const BAD_TOKEN = [401, 'Bearer realm="api", error="invalid_token"'];
const NO_SCOPE = [403, 'Bearer realm="api", error="insufficient_scope", scope="read"'];

const encode = (value) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** `store` is what the config store holds, `cases` the requests and their answers. */
export function issue() {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = (pair, alg) => ({
    ...pair.publicKey.export({ format: 'jwk' }),
    ...{ alg, kid: alg, use: 'sig' },
  });
  const jwks = JSON.stringify({ keys: [jwk(ec, 'ES256'), jwk(rsa, 'RS256')] });
  const signers = {
    ES256: (data) => sign('sha256', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
    RS256: (data) => sign('sha256', data, rsa.privateKey),
    HS256: (data) => createHmac('sha256', rsa.publicKey.export(PEM)).update(data).digest(),
    none: () => Buffer.alloc(0),
  };
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'user-1', scope: 'read', exp: now + 3600 };
  const token = (alg, changes = {}, header = {}) => {
    const input = `${encode({ alg, kid: alg, ...header })}.${encode({ ...claims, ...changes })}`;
    return `${input}.${signers[alg](Buffer.from(input)).toString('base64url')}`;
  };
  return {
    store: { issuer: ISSUER, audience: AUDIENCE, jwks },
    cases: casesOf(token, now),
  };
}

const PEM = { type: 'spki', format: 'pem' };

function casesOf(token, now) {
  const bearer = (text) => `Bearer ${text}`;
  return [
    ['a good token, ES256', bearer(token('ES256')), [200, null]],
    ['a good token, RS256', bearer(token('RS256')), [200, null]],
    ['the scheme in lower case', `bearer ${token('ES256')}`, [200, null]],
    ['no token', undefined, NO_TOKEN],
    ['another scheme', 'Basic dXNlcjpwYXNz', NO_TOKEN],
    ['a scheme and nothing after it', 'Bearer', MALFORMED],
    ['what is no token', bearer('abc'), BAD_TOKEN],
    ['an expired token', bearer(token('ES256', { exp: now - 60 })), BAD_TOKEN],
    ['a token without expiry', bearer(token('ES256', { exp: undefined })), BAD_TOKEN],
    ['another audience', bearer(token('ES256', { aud: 'https://other.example/' })), BAD_TOKEN],
    ['another issuer', bearer(token('RS256', { iss: 'https://other.example/' })), BAD_TOKEN],
    ['a changed signature, ES256', bearer(changed(token('ES256'))), BAD_TOKEN],
    ['a changed signature, RS256', bearer(changed(token('RS256'))), BAD_TOKEN],
    ['a cut signature, ES256', bearer(cut(token('ES256'))), BAD_TOKEN],
    ['a cut signature, RS256', bearer(cut(token('RS256'))), BAD_TOKEN],
    ['a signature with more behind it, ES256', bearer(`${token('ES256')}AAAA`), BAD_TOKEN],
    ['a signature with more behind it, RS256', bearer(`${token('RS256')}AA`), BAD_TOKEN],
    ['an empty signature', bearer(unsigned(token('RS256'))), BAD_TOKEN],
    [
      'claims of another token',
      bearer(mixed(token('RS256'), token('RS256', { sub: 'root' }))),
      BAD_TOKEN,
    ],
    ['another scope', bearer(token('ES256', { scope: 'write' })), NO_SCOPE],
    ['no scope', bearer(token('RS256', { scope: undefined })), NO_SCOPE],
    [
      'another scope, and expired',
      bearer(token('ES256', { scope: 'x', exp: now - 60 })),
      BAD_TOKEN,
    ],
    ['an unknown key', bearer(token('ES256', {}, { kid: 'other' })), BAD_TOKEN],
    ['the key of another algorithm', bearer(token('ES256', {}, { kid: 'RS256' })), BAD_TOKEN],
    ['alg none', bearer(token('none', {}, { kid: 'ES256' })), BAD_TOKEN],
    [
      'HS256 with the public key for a secret',
      bearer(token('HS256', {}, { kid: 'RS256' })),
      BAD_TOKEN,
    ],
  ].map(([name, authorization, [status, challenge]]) => ({
    name,
    authorization,
    status,
    challenge,
  }));
}

const parts = (token) => token.split('.');

/** One bit of the signature, in its middle. */
function changed(token) {
  const [header, payload, signature] = parts(token);
  const bytes = Buffer.from(signature, 'base64url');
  bytes[bytes.length >> 1] ^= 1;
  return [header, payload, bytes.toString('base64url')].join('.');
}

function cut(token) {
  const [header, payload, signature] = parts(token);
  const bytes = Buffer.from(signature, 'base64url').subarray(1);
  return [header, payload, bytes.toString('base64url')].join('.');
}

const unsigned = (token) => [...parts(token).slice(0, 2), ''].join('.');

const mixed = (token, other) => [parts(token)[0], parts(other)[1], parts(token)[2]].join('.');
