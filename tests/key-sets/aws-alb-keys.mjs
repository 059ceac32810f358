// The keys of AWS load balancers: one at a time, by a kid that is a stranger's word.

import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { status } from './issuer.mjs';
import { keysHere, tokenOf } from './provider-tokens.mjs';
import { refused } from '../support/refusal.mjs';
import { inWorkers } from '../support/runtime.mjs';

const REGION = 'eu-central-1';
const HOST = `public-keys.auth.elb.${REGION}.amazonaws.com`;
const ARN = `arn:aws:elasticloadbalancing:${REGION}:123456789012:loadbalancer/app/web/0123456789abcdef`;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = publicKey.export({ format: 'pem', type: 'spki' });

export default function ({ test, lib, issuer }) {
  const preset = (keyOptions) =>
    lib.awsAlb({
      loadBalancerArn: ARN,
      issuer: 'https://idp.example',
      clientId: '1example',
      keyOptions: { fetch: keysHere(issuer), ...keyOptions },
    });
  const keysWith = (keyOptions) => {
    const { keys } = preset(keyOptions);
    return async (kid) => keys({ alg: 'ES256', kid });
  };
  const answer = (kid, route) => issuer.routes.set(`/${HOST}/${kid}`, route);
  const publish = (kid, text = PEM, headers = {}) =>
    answer(kid, (_, response) => response.writeHead(200, headers).end(text));
  const published = (count) =>
    Array.from({ length: count }, () => {
      const kid = randomUUID();
      publish(kid);
      return kid;
    });
  const countOf = (kid) => issuer.countOf(`/${HOST}/${kid}`);
  const absent = (promise) => refused(lib, promise, 'ERR_JWKS_NO_MATCHING_KEY');
  const failed = (promise, pattern) => refused(lib, promise, 'ERR_JWKS_FETCH_FAILED', pattern);

  test('a padded token is verified; from then on synchronously, without a fetch', async () => {
    const [kid] = published(1);
    const { keys, algorithms, acceptPadding, issuer: iss, audience } = preset();
    const verifier = lib.createVerifier({ keys, algorithms, acceptPadding, issuer: iss, audience });
    const claims = { sub: 'user', iss, exp: Math.floor(Date.now() / 1000) + 120 };
    const token = tokenOf({ alg: 'ES256', kid, signer: ARN }, claims, privateKey, {
      isPadded: true,
    });
    assert.ok(token.includes('='), 'there is padding to speak of');
    assert.throws(() => verifier.verify(token), { code: 'ERR_API_MISUSE' });
    assert.deepEqual((await verifier.verifyAsync(token)).payload, claims);
    assert.deepEqual(verifier.verify(token).payload, claims);
    assert.equal(countOf(kid), 1);
  });

  test('single flight: many at once make one request for each key', async () => {
    const kids = published(2);
    const keyFor = keysWith();
    const asked = Array.from({ length: 50 }, (_, index) => keyFor(kids[index % 2]));
    assert.equal(new Set(await Promise.all(asked)).size, 2);
    assert.deepEqual(kids.map(countOf), [1, 1]);
  });

  test('in Workers no request waits for the promise of another', async () => {
    const [kid] = published(1);
    await inWorkers(async () => {
      const keyFor = keysWith();
      await Promise.all([keyFor(kid), keyFor(kid)]);
    });
    assert.equal(countOf(kid), 2);
  });

  test('a key that is not there is not looked for again for a while', async ({ clock }) => {
    for (const code of [403, 404, 410]) {
      const kid = randomUUID();
      answer(kid, status(code));
      const keyFor = keysWith({ cooldown: '30s' });
      await absent(keyFor(kid));
      clock.pass(29);
      await absent(keyFor(kid));
      assert.equal(countOf(kid), 1);
      publish(kid);
      clock.pass(1);
      assert.ok(await keyFor(kid));
    }
  });

  test('few keys are looked for at once: random names cause no crowd of requests', async () => {
    const kids = Array.from({ length: 100 }, () => randomUUID());
    const keyFor = keysWith();
    const outcomes = await Promise.all(kids.map((kid) => keyFor(kid).catch(({ code }) => code)));
    assert.equal(issuer.hits.length, 5);
    assert.deepEqual(
      new Set(outcomes),
      new Set(['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_FETCH_FAILED']),
    );
    const [known] = published(1);
    assert.ok(await keyFor(known), 'and then there is room again');
  });

  test('a look-up that never ends gives up its place', async ({ clock }) => {
    const never = () => new Promise(() => {});
    const { keys } = preset({ fetch: never, timeout: 3 });
    for (let count = 0; count < 5; count += 1) {
      keys({ alg: 'ES256', kid: randomUUID() }).catch(() => {});
    }
    await failed(keys({ alg: 'ES256', kid: randomUUID() }), /too many/);
    clock.pass(4);
    const another = keys({ alg: 'ES256', kid: randomUUID() });
    const outcome = await Promise.race([another, new Promise((done) => setTimeout(done, 20))]);
    assert.equal(outcome, undefined, 'it is under way');
  });

  test('at most 20 keys are kept, and those in use stay', async () => {
    const kids = published(21);
    const keyFor = keysWith();
    for (const kid of kids.slice(0, 20)) await keyFor(kid);
    await keyFor(kids[0]);
    await keyFor(kids[20]);
    await keyFor(kids[0]);
    assert.equal(countOf(kids[0]), 1);
    await keyFor(kids[1]);
    assert.equal(countOf(kids[1]), 2, 'the one that was not used for longest went');
  });

  test('a key is renewed when it is no longer fresh, by what the answer says', async ({
    clock,
  }) => {
    const kid = randomUUID();
    publish(kid, PEM, { 'cache-control': 'max-age=3600' });
    const keyFor = keysWith();
    await keyFor(kid);
    clock.pass(3599);
    await keyFor(kid);
    assert.equal(countOf(kid), 1);
    clock.pass(1);
    await keyFor(kid);
    assert.equal(countOf(kid), 2);
  });

  test('a key stays in use while it cannot be renewed, until maxStale', async ({ clock }) => {
    const [kid] = published(1);
    const keyFor = keysWith({ cacheMaxAge: '10m', maxStale: '1h' });
    const key = await keyFor(kid);
    answer(kid, status(500));
    clock.pass(600);
    assert.equal(await keyFor(kid), key);
    assert.equal(await keyFor(kid), key);
    assert.equal(countOf(kid), 2, 'and is not asked for by every token');
    clock.pass(3599);
    assert.equal(await keyFor(kid), key);
    clock.pass(1);
    await failed(keyFor(kid), /status 500/);
  });

  test('a key that was withdrawn is gone with its renewal', async ({ clock }) => {
    const [kid] = published(1);
    const keyFor = keysWith({ cacheMaxAge: '10m' });
    await keyFor(kid);
    answer(kid, status(404));
    clock.pass(600);
    await absent(keyFor(kid));
    await absent(keyFor(kid));
  });

  test('what is no key is a failure of the place, which is left alone for a second', async ({
    clock,
  }) => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    for (const text of ['', '<html>canary', rsa.export({ format: 'pem', type: 'spki' })]) {
      const [kid, other] = published(2);
      publish(kid, text);
      const keyFor = keysWith();
      await failed(keyFor(kid), /is not the PEM text/);
      await failed(keyFor(other), /is not the PEM text/);
      assert.equal(countOf(other), 0);
      clock.pass(1);
      assert.ok(await keyFor(other));
    }
  });

  test('redirects, long answers and slow ones are treated as those of key sets are', async () => {
    const kid = randomUUID();
    answer(kid, status(302, { location: `/${HOST}/${published(1)[0]}` }));
    await failed(keysWith()(kid));
    publish(kid, ' '.repeat(2 ** 21));
    await failed(keysWith()(kid), /longer than/);
    answer(kid, () => {});
    await refused(lib, keysWith({ timeout: 0.05 })(kid), 'ERR_JWKS_TIMEOUT');
    assert.equal(issuer.hits.length, 3);
  });

  test('options that are about sets of keys are refused', () => {
    for (const option of [
      { store: lib.memoryStore() },
      { algorithms: ['ES256'] },
      { allowWeakKey: true },
      { timeout: 0 },
      { fetch: undefined },
    ]) {
      assert.throws(() => preset(option), { code: 'ERR_API_MISUSE' });
    }
  });
}
