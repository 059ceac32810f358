// ID tokens, access tokens and logout tokens, by the lists of their specifications; and that none of
// them passes for another (RFC 8725 §3.12).

const NOW = 1_700_000_000;
const ISSUER = 'https://issuer.example';
const CLIENT = 'client-1';
const API = 'https://api.example/';
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';
const FAILED = 'ERR_JWT_CLAIM_VALIDATION_FAILED';

export default function ({ test, assert, lib, sign, key, secret, fixtures, algorithm, rejects }) {
  const at = { currentDate: new Date(NOW * 1000) };
  const times = { iat: NOW - 10, exp: NOW + 60 };
  const idClaims = { iss: ISSUER, sub: 'user-1', aud: CLIENT, ...times };
  const accessClaims = {
    ...{ iss: ISSUER, sub: 'user-1', aud: API, client_id: CLIENT, jti: 't-1', scope: 'read' },
    ...times,
  };
  const logoutClaims = {
    ...{ iss: ISSUER, sub: 'user-1', sid: 's-1', aud: CLIENT, jti: 'l-1' },
    ...{ events: { [LOGOUT]: {} }, ...times },
  };
  const idOptions = { issuer: ISSUER, clientId: CLIENT, ...at };
  const accessOptions = { issuer: ISSUER, audience: API, ...at };

  const idToken = (changes, typ = 'JWT') =>
    sign(without({ ...idClaims, ...changes }), { alg: 'HS256', typ });
  const accessToken = (changes, typ = 'at+jwt') =>
    sign(without({ ...accessClaims, ...changes }), without({ alg: 'HS256', typ }));
  const logoutToken = (changes, typ = 'logout+jwt') =>
    sign(without({ ...logoutClaims, ...changes }), { alg: 'HS256', typ });

  const verifyId = (changes, options) =>
    lib.verifyIdToken(idToken(changes), key, { ...idOptions, ...options });
  const verifyAccess = (changes, typ, options) =>
    lib.verifyAccessToken(accessToken(changes, typ), key, { ...accessOptions, ...options });
  const verifyLogout = (changes, typ) =>
    lib.verifyLogoutToken(logoutToken(changes, typ), key, idOptions);
  const refuses = (action, claim, reason) => rejects(action, FAILED, { claim, reason });

  // OpenID Connect Core 1.0 §3.1.3.7

  test('ID token: an encrypted one is refused, not guessed at', () => {
    const jwe = `${idToken()}.AAAA.AAAA`;
    rejects(() => lib.verifyIdToken(jwe, key, idOptions), 'ERR_JOSE_NOT_SUPPORTED');
  });

  test('ID token: iss is exactly the issuer', () => {
    assert.deepEqual(verifyId().payload, idClaims);
    for (const iss of [`${ISSUER}/`, ISSUER.toUpperCase(), 'https://issuer.example.evil', '']) {
      refuses(() => verifyId({ iss }), 'iss', 'mismatch');
    }
    refuses(() => verifyId({ iss: undefined }), 'iss', 'missing');
    refuses(() => verifyId({ iss: [ISSUER] }), 'iss', 'invalid');
  });

  test('ID token: aud has the client, and nobody else who is not trusted', () => {
    verifyId({ aud: [CLIENT] });
    refuses(() => verifyId({ aud: 'client-2' }), 'aud', 'mismatch');
    refuses(() => verifyId({ aud: undefined }), 'aud', 'missing');
    const several = { aud: [CLIENT, API], azp: CLIENT };
    refuses(() => verifyId(several), 'aud', 'check_failed');
    verifyId(several, { trustedAudiences: [API] });
    verifyId({ aud: 'client-2' }, { clientId: ['client-2', CLIENT] });
  });

  test('ID token: with several audiences, azp says whose it is', () => {
    const trusting = { trustedAudiences: [API] };
    refuses(() => verifyId({ aud: [CLIENT, API] }, trusting), 'azp', 'missing');
  });

  test('ID token: azp, where it is, is the client, or who may ask for it', () => {
    verifyId({ azp: CLIENT });
    refuses(() => verifyId({ azp: 'app' }), 'azp', 'mismatch');
    refuses(() => verifyId({ azp: [CLIENT] }), 'azp', 'invalid');
    verifyId({ azp: 'app' }, { authorizedParty: ['app', CLIENT] });
  });

  test('ID token: the signature is of the issuer, by the algorithm of its key', () => {
    const { jwk } = algorithm('RS256');
    const rsa = lib.importKey(jwk);
    rejects(() => lib.verifyIdToken(idToken(), rsa, idOptions), 'ERR_JOSE_KEY_MISMATCH');
    const [head, body] = idToken().split('.');
    const forged = `${head}.${body}.${'A'.repeat(43)}`;
    const failed = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    rejects(() => lib.verifyIdToken(forged, key, idOptions), failed);
    const short = secret.subarray(0, 31);
    rejects(() => lib.importKey(short, 'HS256'), 'ERR_JOSE_KEY_TOO_WEAK');
  });

  test('ID token: now is before exp', () => {
    rejects(() => verifyId({ exp: NOW }), 'ERR_JWT_EXPIRED');
    refuses(() => verifyId({ exp: undefined }), 'exp', 'missing');
    refuses(() => verifyId({ exp: undefined }, { requiredClaims: [] }), 'exp', 'missing');
  });

  test('ID token: iat is there, and as recent as the client wants', () => {
    refuses(() => verifyId({ iat: undefined }), 'iat', 'missing');
    verifyId({}, { maxTokenAge: 10 });
    rejects(() => verifyId({}, { maxTokenAge: 9 }), 'ERR_JWT_EXPIRED');
  });

  test('ID token: nonce is the one that was sent', () => {
    verifyId({ nonce: 'n-1' }, { nonce: 'n-1' });
    refuses(() => verifyId({ nonce: 'n-2' }, { nonce: 'n-1' }), 'nonce', 'mismatch');
    refuses(() => verifyId({}, { nonce: 'n-1' }), 'nonce', 'missing');
  });

  test('ID token: acr, auth_time and max_age', () => {
    const gold = { acr: ['silver', 'gold'] };
    verifyId({ acr: 'gold' }, gold);
    refuses(() => verifyId({ acr: 'bronze' }, gold), 'acr', 'mismatch');
    refuses(() => verifyId({}, gold), 'acr', 'missing');
    const recent = { maxAuthenticationAge: '5m' };
    verifyId({ auth_time: NOW - 300 }, recent);
    refuses(() => verifyId({ auth_time: NOW - 301 }, recent), 'auth_time', 'check_failed');
    refuses(() => verifyId({ auth_time: NOW + 1 }, recent), 'auth_time', 'check_failed');
    refuses(() => verifyId({ auth_time: '1' }, recent), 'auth_time', 'invalid');
    refuses(() => verifyId({}, recent), 'auth_time', 'missing');
  });

  test('ID token: at_hash and c_hash are by the hash of the token’s own algorithm', () => {
    for (const { alg, jwk, token, accessToken: access, code } of fixtures.hashedIdTokens) {
      const own = lib.importKey(jwk);
      const options = { ...idOptions, issuer: 'https://issuer.example' };
      lib.verifyIdToken(token, own, { ...options, accessToken: access, code });
      for (const [claim, wrong] of [
        ['at_hash', { accessToken: `${access}x` }],
        ['c_hash', { code: access }],
      ]) {
        const verify = () => lib.verifyIdToken(token, own, { ...options, ...wrong });
        rejects(verify, FAILED, { claim, reason: 'mismatch' });
      }
      assert.equal(lib.decode(token).protectedHeader.alg, alg);
    }
    refuses(() => verifyId({}, { accessToken: 'any' }), 'at_hash', 'missing');
    refuses(() => verifyId({ at_hash: '' }, { accessToken: 'any' }), 'at_hash', 'mismatch');
    refuses(() => verifyId({}, { code: 'any' }), 'c_hash', 'missing');
  });

  test('ID token: sub is 1 to 255 ASCII characters', () => {
    verifyId({ sub: 'x'.repeat(255) });
    for (const sub of ['', 'é', 'x'.repeat(256)])
      refuses(() => verifyId({ sub }), 'sub', 'invalid');
    refuses(() => verifyId({ sub: undefined }), 'sub', 'missing');
  });

  // RFC 9068 §4

  test('access token: typ is at+jwt, with or without application/', () => {
    for (const typ of ['at+jwt', 'application/at+jwt', 'AT+JWT']) verifyAccess({}, typ);
    for (const typ of ['JWT', 'jwt', 'id+jwt', 'dpop+jwt', 'application/jwt', 'at', '']) {
      refuses(() => verifyAccess({}, typ), 'typ', 'mismatch');
    }
    const untyped = sign(accessClaims, { alg: 'HS256' });
    refuses(() => lib.verifyAccessToken(untyped, key, accessOptions), 'typ', 'missing');
  });

  test('access token: iss is exactly the authorization server', () => {
    refuses(() => verifyAccess({ iss: `${ISSUER}/` }), 'iss', 'mismatch');
  });

  test('access token: aud has this API', () => {
    verifyAccess({ aud: ['https://other.example/', API] });
    refuses(() => verifyAccess({ aud: CLIENT }), 'aud', 'mismatch');
    refuses(() => verifyAccess({ aud: [] }), 'aud', 'mismatch');
  });

  test('access token: the signature is of the server’s keys, and never none', () => {
    const [, body] = accessToken().split('.');
    const head = sign({}, { alg: 'none', typ: 'at+jwt' }).split('.')[0];
    for (const token of [`${head}.${body}.`, `${head}.${body}.AAAA`]) {
      const verify = () => lib.verifyAccessToken(token, key, accessOptions);
      rejects(verify, 'ERR_JOSE_ALG_NOT_ALLOWED');
    }
  });

  test('access token: now is before exp', () => {
    rejects(() => verifyAccess({ exp: NOW }), 'ERR_JWT_EXPIRED');
    verifyAccess({ exp: NOW }, 'at+jwt', { clockTolerance: '1s' });
  });

  test('access token: iss, exp, aud, sub, client_id, iat and jti are there', () => {
    assert.deepEqual(verifyAccess().payload, accessClaims);
    for (const name of ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']) {
      refuses(() => verifyAccess({ [name]: undefined }), name, 'missing');
    }
    refuses(() => verifyAccess({ client_id: 1 }), 'client_id', 'invalid');
    const byClient = (clientId) => () => verifyAccess({}, 'at+jwt', { clientId });
    byClient(CLIENT)();
    refuses(byClient(['client-2']), 'client_id', 'mismatch');
  });

  test('access token: an encrypted one is refused, not guessed at', () => {
    const jwe = `${accessToken()}.AAAA.AAAA`;
    rejects(() => lib.verifyAccessToken(jwe, key, accessOptions), 'ERR_JOSE_NOT_SUPPORTED');
  });

  // OpenID Connect Back-Channel Logout 1.0 §2.6

  test('logout token: it announces the logout of a session or a subject', () => {
    assert.deepEqual(verifyLogout().payload, logoutClaims);
    verifyLogout({ sid: undefined });
    verifyLogout({ sub: undefined });
    refuses(() => verifyLogout({ sid: undefined, sub: undefined }), 'sid', 'missing');
    refuses(() => verifyLogout({ events: undefined }), 'events', 'missing');
    for (const events of [{}, [LOGOUT], LOGOUT, { [LOGOUT]: true }, null]) {
      refuses(() => verifyLogout({ events }), 'events', 'invalid');
    }
    for (const name of ['iss', 'aud', 'iat', 'exp', 'jti']) {
      refuses(() => verifyLogout({ [name]: undefined }), name, 'missing');
    }
    refuses(() => verifyLogout({ nonce: 'n' }), 'nonce', 'check_failed');
    refuses(() => verifyLogout({}, 'at+jwt'), 'typ', 'mismatch');
  });

  // RFC 8725 §3.12

  test('RFC 8725 §3.12: no kind of token passes for another', () => {
    // An issuer as careless as can be: one audience for every kind.
    const samples = {
      'an ID token': idToken(),
      'an access token': accessToken({ aud: CLIENT }),
      'a logout token': logoutToken({ client_id: CLIENT }),
      'a logout token without typ': logoutToken({ client_id: CLIENT }, 'JWT'),
      'a proof': sign({ ...idClaims, htm: 'GET', htu: API, jti: 'p' }, DPOP),
    };
    const profiles = {
      'an ID token': (token) => lib.verifyIdToken(token, key, idOptions),
      'an access token': (token) =>
        lib.verifyAccessToken(token, key, { ...accessOptions, audience: CLIENT }),
      'a logout token': (token) => lib.verifyLogoutToken(token, key, idOptions),
      'a proof': (token) => lib.verifyDpopProof(token, { method: 'GET', url: API, ...at }),
    };
    let accepted = 0;
    for (const [sample, token] of Object.entries(samples)) {
      for (const [profile, verify] of Object.entries(profiles)) {
        if (sample.startsWith(profile) && profile !== 'a proof') {
          verify(token);
          accepted += 1;
          continue;
        }
        const error = thrownBy(() => verify(token));
        assert.ok(error instanceof lib.JoseError, `${sample} was accepted as ${profile}`);
      }
    }
    assert.equal(accepted, 4);
  });

  test('a profile holds in createVerifier and inspect as well', () => {
    const rules = { keys: key, issuer: ISSUER, clientId: CLIENT, profile: 'id_token' };
    const verifier = lib.createVerifier(rules);
    assert.equal(verifier.verify(idToken(), at).payload.sub, 'user-1');
    rejects(() => verifier.verify(accessToken({ aud: CLIENT }), at), FAILED, { claim: 'typ' });
    const { checks } = lib.inspect(idToken({ azp: 'x' }), key, {
      ...{ issuer: ISSUER, clientId: CLIENT, profile: 'id_token' },
      ...at,
    });
    const failed = checks.filter(({ status }) => status === 'failed');
    assert.deepEqual(
      failed.map(({ name }) => name),
      ['azp'],
    );
  });

  test('a profile without issuer, client or audience is refused, and so is what it decides', () => {
    const misuses = [
      () => lib.verifyIdToken(idToken(), key, { clientId: CLIENT }),
      () => lib.verifyIdToken(idToken(), key, { issuer: ISSUER }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, clientId: '' }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, clientId: [] }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, audience: CLIENT }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, audience: null }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, typ: 'JWT' }),
      () => lib.verifyIdToken(idToken(), key, { ...idOptions, profile: 'access_token' }),
      () => lib.verifyIdToken(idToken(), key),
      () => lib.verifyAccessToken(accessToken(), key, { issuer: ISSUER }),
      () => lib.verifyAccessToken(accessToken(), key, { audience: API }),
      () => lib.verifyAccessToken(accessToken(), key, { ...accessOptions, code: 'c' }),
      () => lib.verifyAccessToken(accessToken(), key, { ...accessOptions, typ: 'at+jwt' }),
      () => lib.verifyLogoutToken(logoutToken(), key, { ...idOptions, authorizedParty: 'x' }),
      () => lib.verify(idToken(), key, { issuer: ISSUER, clientId: CLIENT }),
      () => lib.verify(idToken(), key, { ...accessOptions, profile: 'refresh_token' }),
      () => lib.verify(idToken(), key, { ...accessOptions, profile: undefined }),
    ];
    for (const misuse of misuses) rejects(misuse, 'ERR_API_MISUSE');
  });
}

const DPOP = { alg: 'HS256', typ: 'dpop+jwt' };

const without = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
