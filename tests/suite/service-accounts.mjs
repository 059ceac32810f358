// The assertion of a Google service account, from the JSON key file to the body of the request
// (RFC 7523 §2.1), as Google documents both.

import { CANARY, rejectionOfPromise } from './support/rejection.mjs';

const SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';
const TOKEN_URI = 'https://oauth2.googleapis.com/token';
const EMAIL = 'robot@project-1.iam.gserviceaccount.com';

export default function ({ test, assert, lib, algorithm, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const { pem, otherForms } = algorithm('RS256');
  const publicKey = lib.importKey(pem, 'RS256');
  const keyFile = {
    type: 'service_account',
    project_id: 'project-1',
    private_key_id: '9f8e7d6c',
    private_key: otherForms['PKCS#8'].pem,
    client_email: EMAIL,
    client_id: '113258942105700140798',
    token_uri: TOKEN_URI,
    universe_domain: 'googleapis.com',
  };
  const rules = { issuer: EMAIL, audience: TOKEN_URI, typ: 'JWT', maxTokenAge: '1m' };
  let account;
  const importOnce = async () => (account ??= await lib.importServiceAccount(keyFile));
  const sign = async (options) =>
    lib.signServiceAccountAssertion(await importOnce(), { scope: SCOPE, ...options });
  const claimsOf = async (options) => lib.decode(await sign(options)).payload;

  test('holds what Google documents, from the key file as text, as object, and imported', async () => {
    for (const credentials of [JSON.stringify(keyFile), keyFile, await importOnce()]) {
      const assertion = await lib.signServiceAccountAssertion(credentials, { scope: SCOPE });
      const { payload, protectedHeader } = lib.verify(assertion, publicKey, rules);
      const { iat, exp, ...others } = payload;
      assert.deepEqual(others, { iss: EMAIL, scope: SCOPE, aud: TOKEN_URI });
      assert.ok(Number.isInteger(iat) && Math.abs(Date.now() / 1000 - iat) < 30);
      assert.equal(exp, iat + 3600);
      const header = { alg: 'RS256', kid: '9f8e7d6c', typ: 'JWT' };
      assert.deepEqual(protectedHeader, header);
    }
  });

  test('is refused when anything in it is changed', async () => {
    const [header, payload, signature] = (await sign()).split('.');
    const others = (await sign({ scope: 'other' })).split('.');
    const failed = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    for (const token of [
      [header, others[1], signature],
      [header, payload, others[2]],
    ]) {
      rejects(() => lib.verify(token.join('.'), publicKey, rules), failed);
    }
  });

  test('scope is one, several, or a list of them', async () => {
    assert.equal((await claimsOf({ scope: 'a b' })).scope, 'a b');
    assert.equal((await claimsOf({ scope: ['a', 'b'] })).scope, 'a b');
    for (const scope of [
      '',
      ' ',
      'a  b',
      ' a',
      'a\n',
      'a"',
      'ä',
      [],
      [''],
      ['a', ''],
      [1],
      1,
      null,
    ]) {
      await rejectsLater(() => sign({ scope }), 'ERR_API_MISUSE');
    }
    await rejectsLater(() => sign({ scope: undefined }), 'ERR_API_MISUSE');
    await rejectsLater(() => lib.signServiceAccountAssertion(keyFile, {}), 'ERR_API_MISUSE');
    await rejectsLater(() => lib.signServiceAccountAssertion(keyFile), 'ERR_API_MISUSE');
  });

  test('holds for an hour at most, and for less where it is asked for', async () => {
    for (const [expiresIn, seconds] of [
      ['1h', 3600],
      [3600, 3600],
      ['90s', 90],
      [1, 1],
    ]) {
      const { iat, exp } = await claimsOf({ expiresIn });
      assert.equal(exp - iat, seconds);
    }
    for (const expiresIn of [3601, '2h', 0, -1, '', '1 h', NaN, Infinity, null, undefined, {}]) {
      await rejectsLater(() => sign({ expiresIn }), 'ERR_API_MISUSE');
    }
  });

  test('may be for another audience, and on behalf of a user', async () => {
    const { aud, sub } = await claimsOf({
      audience: 'https://other.example/',
      subject: 'a@b.example',
    });
    assert.deepEqual([aud, sub], ['https://other.example/', 'a@b.example']);
    assert.ok(!('sub' in (await claimsOf())));
    for (const name of ['audience', 'subject']) {
      for (const value of ['', undefined, null, 1, ['a']]) {
        await rejectsLater(() => sign({ [name]: value }), 'ERR_API_MISUSE');
      }
    }
    for (const name of ['scopes', 'issuer', 'keyId', 'header']) {
      await rejectsLater(() => sign({ [name]: 'a' }), 'ERR_API_MISUSE');
    }
  });

  test('the private key cannot be extracted', async () => {
    const { cryptoKey } = lib.ServiceAccount.signingKeyOf(await importOnce());
    assert.equal(cryptoKey.extractable, false);
    const exported = await crypto.subtle.exportKey('pkcs8', cryptoKey).catch(() => 'refused');
    assert.equal(exported, 'refused');
  });

  test('the key ID may be missing', async () => {
    const { private_key_id: _, ...withoutKeyId } = keyFile;
    const assertion = await lib.signServiceAccountAssertion(withoutKeyId, { scope: SCOPE });
    assert.ok(!('kid' in lib.decode(assertion).protectedHeader));
  });

  test('an imported account shows its name and where to ask, and no key', async () => {
    await importOnce();
    assert.equal(
      JSON.stringify(account),
      JSON.stringify({ clientEmail: EMAIL, tokenUri: TOKEN_URI }),
    );
    assert.deepEqual(Reflect.ownKeys(account), ['clientEmail', 'tokenUri']);
    const lookalike = { clientEmail: EMAIL, tokenUri: TOKEN_URI };
    await rejectsLater(
      () => lib.signServiceAccountAssertion(lookalike, { scope: SCOPE }),
      'ERR_JOSE_KEY_INVALID',
    );
    rejects(() => new lib.ServiceAccount(EMAIL, TOKEN_URI, lookalike), 'ERR_API_MISUSE');
  });

  test('a key file that lacks what is needed is refused, and nothing of it is told', async () => {
    const refuses = async (changes, code = 'ERR_JOSE_KEY_INVALID') => {
      const file = { ...keyFile, ...changes };
      for (const credentials of [file, JSON.stringify(file)]) {
        const about = { material: keyFile.private_key };
        await rejectsLater(() => lib.importServiceAccount(credentials), code, about);
      }
    };
    for (const name of ['type', 'client_email', 'private_key', 'token_uri']) {
      for (const value of [undefined, null, '', 1, [CANARY]]) await refuses({ [name]: value });
    }
    for (const value of [null, '', 1, [CANARY]]) await refuses({ private_key_id: value });
    for (const type of ['authorized_user', 'external_account', `${CANARY}`]) {
      await refuses({ type }, 'ERR_JOSE_NOT_SUPPORTED');
    }
    for (const token_uri of [
      CANARY,
      `/${CANARY}`,
      `http://${CANARY}.example/token`,
      `https://user:${CANARY}@oauth2.googleapis.com/token`,
      `data:,${CANARY}`,
    ]) {
      await refuses({ token_uri });
    }
    await refuses({ private_key: CANARY });
    await refuses({ private_key: keyFile.private_key.slice(0, 500) });
    await refuses({ private_key: pem }); // The public part alone.
    const ec = algorithm('ES256').otherForms['PKCS#8'].pem;
    await refuses({ private_key: ec }, 'ERR_JOSE_KEY_MISMATCH');
  });

  test('line breaks that are written out in the key are taken, as from an environment variable', async () => {
    const private_key = keyFile.private_key.replaceAll('\n', '\\n');
    assert.ok(await lib.importServiceAccount({ ...keyFile, private_key }));
  });

  test('what is no key file is refused', async () => {
    for (const text of ['', CANARY, `{"${CANARY}`, '[]', 'null', '"text"', '{}']) {
      await rejectsLater(() => lib.importServiceAccount(text), 'ERR_JOSE_KEY_INVALID');
    }
    const long = JSON.stringify({ ...keyFile, filling: ' '.repeat(65_536) });
    await rejectsLater(() => lib.importServiceAccount(long), 'ERR_JOSE_LIMIT_EXCEEDED');
    for (const value of [undefined, null, 1, [], new Map(), keyFile.private_key.split('')]) {
      await rejectsLater(() => lib.importServiceAccount(value), 'ERR_API_MISUSE');
    }
  });

  test('RFC 7523 §2.1: the body of the request names the grant and carries the assertion', async () => {
    const body = lib.tokenRequestBody('a.b_-.c');
    const grant = 'urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer';
    assert.equal(String(body), `grant_type=${grant}&assertion=a.b_-.c`);
    const request = new Request(TOKEN_URI, { method: 'POST', body });
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    assert.equal(request.headers.get('content-type'), type);
    for (const value of ['', 'a', 'a.b', 'a.b.c.d', 'a.b.c&d=e', undefined, null, 1, {}]) {
      rejects(() => lib.tokenRequestBody(value), 'ERR_API_MISUSE');
    }
  });
}
