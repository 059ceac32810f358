// An issuer's keys, found by its metadata (OpenID Connect Discovery 1.0 §4, RFC 8414 §3).

import assert from 'node:assert/strict';
import { json, startIssuer, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';

const OPENID = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';

export default function ({ test, lib, issuer }) {
  const metadata = (members = {}) => ({ issuer: issuer.origin, jwks_uri: issuer.url, ...members });
  const publish = (path, members, headers) => {
    issuer.routes.set(
      path,
      json(() => metadata(members), headers),
    );
  };
  const remote = (options, name = issuer.origin) =>
    lib.createRemoteJwkSet({ issuer: name }, { allowInsecureLoopback: true, ...options });
  const failed = (pattern) => refused(lib, remote().keysFor({}), 'ERR_JWKS_FETCH_FAILED', pattern);

  test('OpenID Connect: the path of an issuer comes before', async () => {
    for (const [path, name] of [
      ['', issuer.origin],
      ['', `${issuer.origin}/`],
      ['/tenant', `${issuer.origin}/tenant`],
      ['/tenant', `${issuer.origin}/tenant/`],
    ]) {
      publish(path + OPENID, { issuer: name });
      const keys = remote({}, name);
      assert.equal(keys.url, undefined);
      const token = await issuer.token('one');
      assert.ok(lib.verify(token, await keys.keysFor({ kid: 'one' })), name);
      assert.equal(keys.url, issuer.url);
      issuer.routes.delete(path + OPENID);
    }
  });

  test('RFC 8414, when there is nothing: the path comes after', async () => {
    for (const [path, name] of [
      ['', issuer.origin],
      ['/a/b', `${issuer.origin}/a/b`],
      ['/a/b', `${issuer.origin}/a/b/`],
    ]) {
      publish(OAUTH + path, { issuer: name });
      assert.ok(await remote({}, name).keysFor({}));
      issuer.routes.delete(OAUTH + path);
    }
  });

  test('the fallback is for 404 alone', async () => {
    publish(OAUTH);
    for (const code of [403, 410, 500]) {
      issuer.routes.set(OPENID, status(code));
      await failed(new RegExp(`openid-configuration responded with status ${code}`));
    }
    assert.equal(issuer.countOf(OAUTH), 0);
    issuer.routes.set(OPENID, status(404));
    issuer.routes.set(OAUTH, status(404));
    await failed(/oauth-authorization-server responded with status 404/);
  });

  test('metadata of another issuer is refused, however near', async () => {
    for (const name of [
      `${issuer.origin}/`,
      issuer.origin.toUpperCase(),
      'https://other.example',
      [issuer.origin],
      null,
      undefined,
    ]) {
      publish(OPENID, { issuer: name });
      await failed(/another issuer/);
    }
    assert.equal(issuer.countOf('/jwks'), 0);
  });

  test('a jwks_uri that may not be fetched is refused', async () => {
    for (const uri of [
      'http://issuer.example/jwks',
      'http://127.0.0.2/jwks',
      'http://127.0.0.1.nip.example/jwks',
      'https://user:canary@issuer.example/jwks',
      'file:///etc/passwd',
      'data:application/json,{"keys":[]}',
      'ftp://issuer.example/jwks',
      '/jwks',
      '',
      1,
      [issuer.url],
      undefined,
    ]) {
      publish(OPENID, { jwks_uri: uri });
      await failed(/jwks_uri/);
    }
    assert.equal(issuer.countOf('/jwks'), 0);
  });

  test('http on loopback is for those who ask for it', async () => {
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return new Response(
        JSON.stringify({ issuer: 'https://issuer.example', jwks_uri: issuer.url }),
      );
    };
    const keys = lib.createRemoteJwkSet({ issuer: 'https://issuer.example' }, { fetch });
    await refused(lib, keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED', /jwks_uri/);
    assert.equal(asked, 1);
  });

  test('metadata that is no JSON object', async () => {
    for (const text of ['', '<html>canary', 'null', '"canary"', '1', '{"issuer":']) {
      issuer.routes.set(OPENID, (_, response) => response.end(text));
      await failed(/JSON object|another issuer/);
    }
  });

  test('metadata is redirected nowhere and is no longer than keys may be', async () => {
    publish('/elsewhere');
    issuer.routes.set(OPENID, status(302, { location: '/elsewhere' }));
    await failed();
    issuer.routes.set(OPENID, (_, response) => response.end(' '.repeat(2 ** 21)));
    await failed(/longer than/);
  });

  test('one timeout for metadata and keys together', async () => {
    publish(OPENID);
    issuer.answer(() => {});
    await refused(lib, remote({ timeout: 0.1 }).keysFor({}), 'ERR_JWKS_TIMEOUT', /jwks gave no/);
  });

  test('metadata is kept like keys are', async ({ clock }) => {
    publish(OPENID, {}, { 'cache-control': 'max-age=3600' });
    const keys = remote();
    await keys.keysFor({});
    clock.pass(3599);
    await keys.refresh();
    assert.deepEqual([issuer.countOf(OPENID), issuer.countOf('/jwks')], [1, 2]);
    clock.pass(1);
    await keys.refresh();
    assert.equal(issuer.countOf(OPENID), 2);
  });

  test('it is read again when the keys have gone from where they were', async () => {
    for (const code of [404, 410]) {
      publish(OPENID);
      issuer.answerWith();
      const keys = remote();
      await keys.keysFor({});
      issuer.answer(status(code));
      issuer.routes.set(
        '/moved',
        json(() => issuer.jwks()),
      );
      publish(OPENID, { jwks_uri: `${issuer.origin}/moved` });
      await keys.refresh();
      assert.equal(keys.url, `${issuer.origin}/moved`);
    }
  });

  test('but not twice, and not for other failures', async () => {
    publish(OPENID);
    const keys = remote();
    await keys.keysFor({});
    for (const [code, reads] of [
      [500, 1],
      [404, 2],
    ]) {
      issuer.answer(status(code));
      await refused(lib, keys.refresh(), 'ERR_JWKS_FETCH_FAILED');
      assert.equal(issuer.countOf(OPENID), reads);
    }
    assert.ok(keys.jwkSet, 'the old keys stay');
  });

  test('headers of the caller go to the issuer, and not where its metadata points', async () => {
    const other = await startIssuer();
    try {
      publish(OPENID, { jwks_uri: other.url });
      await remote({ headers: { authorization: 'canary' } }).keysFor({});
      assert.equal(issuer.hits[0].headers.authorization, 'canary');
      assert.equal(other.hits[0].headers.authorization, undefined);
    } finally {
      await other.stop();
    }
  });
}
