// The provider's keys change while tokens come in.

import assert from 'node:assert/strict';
import { SignJWT } from 'jose';
import { refused } from '../support/refusal.mjs';
import { eventually } from '../support/runtime.mjs';
import { JWKS, METADATA, slowBy } from './chaos.mjs';
import { createDpopKey } from './dpop-key.mjs';
import { serviceToken } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { apiOf } from './settings.mjs';

const COOLDOWN = 30;
const FRESH = 600;

export default function ({ test, lib }) {
  const tokenOf = (issuer, algorithm = 'ES256') =>
    serviceToken(issuer, { resource: apiOf(algorithm) });
  const tokensOf = (issuer) =>
    Promise.all(ALGORITHMS.map((algorithm) => tokenOf(issuer, algorithm)));
  const verifierOf = (issuer, keys, changes) =>
    lib.createVerifier({
      ...{ keys, issuer, audience: ALGORITHMS.map(apiOf), typ: 'at+jwt' },
      ...changes,
    });
  const generationOf = ({ key }) => key.keyId.split('-')[0];
  /** So many at once, of each of the tokens in turn. */
  const load = (verifier, tokens, count) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        verifier.verifyAsync(tokens[index % tokens.length]),
      ),
    );

  for (const cache of [false, true]) {
    const how = cache ? 'with a cache of tokens' : 'without';

    test(`under load, ${how}: no token of a published key is refused, and one fetch made`, async ({
      issuer,
      provider,
      proxy,
      clock,
      remote,
    }) => {
      // Long enough that all tokens of a load are under way before the new keys are there.
      proxy.disturb(JWKS, slowBy(200));
      const verifier = verifierOf(issuer, remote(), { cache });
      const tokens = await tokensOf(issuer);
      await load(verifier, tokens, 100);
      for (const name of ['two', 'three']) {
        proxy.forgetCounts();
        clock.pass(COOLDOWN);
        await Promise.all([load(verifier, tokens, 200), provider.addKeys(name)]);
        assert.equal(proxy.countOf(JWKS), 0, 'known keys need no fetch');
        tokens.push(...(await tokensOf(issuer)));
        const verified = await load(verifier, tokens, 400);
        assert.equal(new Set(verified.map(generationOf)).size, tokens.length / ALGORITHMS.length);
        assert.equal(proxy.countOf(JWKS), 1, 'one fetch for a new generation');
      }
    });

    test(`a withdrawn key, ${how}: believed until the renewal, and no longer`, async ({
      issuer,
      provider,
      clock,
      remote,
    }) => {
      const keys = remote();
      const verifier = verifierOf(issuer, keys, { cache });
      const old = await tokensOf(issuer);
      await load(verifier, old, 8);
      await provider.addKeys('two');
      provider.withdrawKeys('one');
      clock.pass(FRESH - 1);
      await load(verifier, old, 8);
      clock.pass(1);
      await load(verifier, old, 8);
      await eventually(() => keys.isFresh);
      for (const token of old) {
        await refused(lib, verifier.verifyAsync(token), 'ERR_JWKS_NO_MATCHING_KEY');
      }
      const verified = await load(verifier, await tokensOf(issuer), 8);
      assert.ok(verified.every((result) => generationOf(result) === 'two'));
    });
  }

  test('within the cool-down a new key is not looked for, and after it is', async ({
    issuer,
    provider,
    proxy,
    clock,
    remote,
  }) => {
    const verifier = verifierOf(issuer, remote());
    const old = await tokenOf(issuer);
    await verifier.verifyAsync(old);
    await provider.addKeys('two');
    const token = await tokenOf(issuer);
    clock.pass(COOLDOWN - 1);
    await refused(lib, verifier.verifyAsync(token), 'ERR_JWKS_NO_MATCHING_KEY');
    assert.ok(await verifier.verifyAsync(old));
    assert.equal(proxy.countOf(JWKS), 1);
    clock.pass(1);
    assert.equal(generationOf(await verifier.verifyAsync(token)), 'two');
    assert.equal(proxy.countOf(JWKS), 2);
  });

  test('a flood of tokens of unknown keys makes one fetch per cool-down', async ({
    issuer,
    proxy,
    clock,
    remote,
  }) => {
    const { privateKey } = await createDpopKey();
    const verifier = verifierOf(issuer, remote());
    const good = await tokenOf(issuer);
    await verifier.verifyAsync(good);
    for (let round = 1; round <= 3; round += 1) {
      clock.pass(COOLDOWN);
      const forged = Array.from({ length: 300 }, (_, index) =>
        new SignJWT(lib.decode(good).payload)
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: `${round}-${index}` })
          .sign(privateKey),
      );
      await Promise.all(
        forged.map(async (token) => {
          await refused(lib, verifier.verifyAsync(await token), 'ERR_JWKS_NO_MATCHING_KEY');
          assert.ok(await verifier.verifyAsync(good));
        }),
      );
      assert.equal(proxy.countOf(JWKS), 1 + round);
    }
    assert.equal(proxy.countOf(METADATA), 1);
  });

  test('a token of the new keys withdraws the old ones at once', async ({
    issuer,
    provider,
    clock,
    remote,
  }) => {
    const verifier = verifierOf(issuer, remote());
    const old = await tokenOf(issuer);
    await verifier.verifyAsync(old);
    await provider.addKeys('two');
    provider.withdrawKeys('one');
    clock.pass(COOLDOWN);
    await verifier.verifyAsync(await tokenOf(issuer));
    await refused(lib, verifier.verifyAsync(old), 'ERR_JWKS_NO_MATCHING_KEY');
  });
}
