// createSigner: prepared once, and the same as sign.

import { decodeText } from './support/base64url.mjs';
import { rejectionOfPromise } from './support/rejection.mjs';

const NOW = 1_800_000_000;

export default function ({ test, assert, lib, secret, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const newKey = () => lib.importSigningKey(secret, 'HS256', { keyId: 'mine' });
  const OPTIONS = {
    ...{ issuer: 'i', audience: 'a', subject: 's', issuedAt: NOW, expiresIn: '5m', notBefore: 1 },
    ...{ jwtId: 'id', typ: 'at+jwt', header: { cty: 'x' } },
  };

  test('a signer makes the tokens that sign makes', async () => {
    const key = await newKey();
    const signer = lib.createSigner({ key, ...OPTIONS });
    for (const claims of [{}, { role: 'reader' }]) {
      assert.equal(await signer.sign(claims), await lib.sign(claims, key, OPTIONS));
    }
  });

  test('what is said for one token goes before what is said for all', async () => {
    const key = await newKey();
    const signer = lib.createSigner({ key, ...OPTIONS });
    const call = { subject: 't', expiresIn: 9, keyId: 'other', header: { cty: 'y' } };
    const token = await signer.sign({}, call);
    assert.equal(token, await lib.sign({}, key, { ...OPTIONS, ...call }));
    assert.equal(await signer.sign({}), await lib.sign({}, key, OPTIONS), 'and for that one alone');
  });

  test('a random ID is another for each token, and so is the time', async () => {
    const signer = lib.createSigner({ key: await newKey(), jwtId: true });
    const [one, two] = [await signer.sign({}), await signer.sign({})].map(
      (token) => JSON.parse(decodeText(token.split('.')[1])).jti,
    );
    assert.ok(one !== two);
  });

  test('options are read when the signer is created, and not again', async () => {
    const audience = ['a'];
    const options = { key: await newKey(), audience };
    const signer = lib.createSigner(options);
    options.audience = 'changed';
    audience.push('b');
    assert.deepEqual(lib.decode(await signer.sign({})).payload.aud, ['a']);
  });

  test('a mistake in the options shows when the signer is created', async () => {
    const key = await newKey();
    for (const options of [
      undefined,
      null,
      1,
      [],
      {},
      { key: undefined },
      { key: secret },
      { key: {} },
      { key, audiance: 'a' },
      { key, expiresIn: 'x' },
      { key, issuer: '' },
      { key, header: 1 },
      { key, header: { kid: 'a' } },
    ]) {
      rejects(() => lib.createSigner(options), 'ERR_API_MISUSE');
    }
    const signer = lib.createSigner({ key, issuer: 'i' });
    await rejectsLater(() => signer.sign({}, { key }), 'ERR_API_MISUSE');
    await rejectsLater(() => signer.sign({ iss: 'i' }), 'ERR_API_MISUSE');
    await rejectsLater(() => signer.sign(), 'ERR_API_MISUSE');
  });
}
