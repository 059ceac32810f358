// Codes of errors that both libraries have: the same for the same fault, but for those that README.md lists.

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import { issuers } from './issuers.mjs';
import { AUDIENCE, ISSUER, NOW } from './verifiers.mjs';

const RULES = { issuer: ISSUER, audience: AUDIENCE, currentDate: new Date(NOW * 1000) };
const GOOD = { iss: ISSUER, aud: AUDIENCE, exp: NOW + 60 };

export default function codes(test, lib) {
  const [hs256, es256] = issuers();
  const segment = (value) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const tokenOf = (claims, { header = { alg: 'HS256' }, by = hs256 } = {}) => {
    const input = `${segment(header)}.${segment(claims)}`;
    return `${input}.${Buffer.from(by.signatureOf(input)).toString('base64url')}`;
  };
  const here = (token, options, jwk = hs256.jwk) => {
    try {
      lib.verify(token, lib.importKey(jwk), { ...RULES, ...options });
      return 'accepted';
    } catch (error) {
      return error.code;
    }
  };
  const there = async (token, options, jwk = hs256.jwk) => {
    const key = await importJWK(jwk, jwk.alg);
    return jwtVerify(token, key, { ...RULES, ...options }).then(
      () => 'accepted',
      (error) => error.code ?? error.name,
    );
  };

  test('codes: what both have means the same', async () => {
    const good = tokenOf(GOOD);
    for (const [code, token, options] of [
      ['accepted', good],
      ['ERR_JWT_EXPIRED', tokenOf({ ...GOOD, exp: NOW })],
      ['ERR_JWT_EXPIRED', tokenOf({ ...GOOD, iat: NOW - 61 }), { maxTokenAge: '1m' }],
      ['ERR_JWT_CLAIM_VALIDATION_FAILED', tokenOf({ ...GOOD, iss: 'x' })],
      ['ERR_JWT_CLAIM_VALIDATION_FAILED', tokenOf({ ...GOOD, aud: undefined })],
      ['ERR_JWT_CLAIM_VALIDATION_FAILED', tokenOf({ ...GOOD, exp: 'soon' })],
      ['ERR_JWT_CLAIM_VALIDATION_FAILED', good, { subject: 'user' }],
      ['ERR_JWT_CLAIM_VALIDATION_FAILED', good, { typ: 'at+jwt' }],
      ['ERR_JWT_INVALID', tokenOf('[]')],
      ['ERR_JWT_INVALID', tokenOf('{')],
      ['ERR_JWS_INVALID', tokenOf(GOOD, { header: '[]' })],
      ['ERR_JWS_INVALID', tokenOf(GOOD, { header: {} })],
      ['ERR_JWS_INVALID', tokenOf(GOOD, { header: { alg: 'HS256', crit: [] } })],
      ['ERR_JWS_INVALID', 'a.b'],
      ['ERR_JWS_INVALID', ''],
      ['ERR_JOSE_NOT_SUPPORTED', tokenOf(GOOD, { header: { alg: 'HS256', crit: ['x'], x: 1 } })],
      ['ERR_JOSE_ALG_NOT_ALLOWED', good, { algorithms: ['HS512'] }],
      [
        'ERR_JOSE_ALG_NOT_ALLOWED',
        tokenOf(GOOD, { header: { alg: 'none' } }),
        { algorithms: ['HS256'] },
      ],
      ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', `${good.slice(0, -5)}AAAAA`.replace(/.$/, 'A')],
    ]) {
      assert.equal(here(token, options), code, token);
      assert.equal(await there(token, options), code, token);
    }
  });

  test('codes: the exceptions that README.md lists', async () => {
    const notYet = tokenOf({ ...GOOD, nbf: NOW + 60 });
    assert.equal(here(notYet), 'ERR_JWT_NOT_YET_VALID');
    assert.equal(await there(notYet), 'ERR_JWT_CLAIM_VALIDATION_FAILED');

    const unsecured = `${segment({ alg: 'none' })}.${segment(GOOD)}.`;
    assert.equal(here(unsecured), 'ERR_JOSE_ALG_NOT_ALLOWED');
    assert.equal(await there(unsecured), 'ERR_JOSE_NOT_SUPPORTED');

    assert.equal(here(tokenOf(GOOD), {}, es256.jwk), 'ERR_JOSE_KEY_MISMATCH');
    assert.equal(await there(tokenOf(GOOD), {}, es256.jwk), 'TypeError');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const ofRsa = { ...rsa.export({ format: 'jwk' }), alg: 'RS256' };
    const byEc = tokenOf(GOOD, { header: { alg: 'ES256' }, by: es256 });
    assert.equal(here(byEc, {}, ofRsa), 'ERR_JOSE_KEY_MISMATCH');
    assert.equal(await there(byEc, {}, ofRsa), 'TypeError');
  });
}
