// Options that were compiled are found again by what they say, which must never be seen in an answer.

import { encode } from './support/base64url.mjs';

const ISSUER = 'https://issuer.example';
const NOW = 1_700_000_000;

export default function ({ test, assert, lib, freshCopy, secret, sign, key, rejects }) {
  const mismatch = (token, options, claim) =>
    rejects(() => lib.verify(token, key, options), 'ERR_JWT_CLAIM_VALIDATION_FAILED', { claim });
  const token = sign({ iss: ISSUER, exp: 9999999999, n: 1, roles: ['user'] });

  /** A copy of the package whose memory can be looked at. */
  const copyAndMemory = async () => {
    const copy = await freshCopy();
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = function (...args) {
      const instance = new Instance(...args);
      ({ memory } = instance.exports);
      return instance;
    };
    try {
      return [copy, copy.importKey(secret, 'HS256'), memory];
    } finally {
      WebAssembly.Instance = Instance;
    }
  };

  test('an object that was changed is read anew, however deep the change is', () => {
    const options = {
      issuer: [ISSUER],
      claims: { n: [1, 2] },
      requiredRoles: { any: ['user'] },
      limits: { jsonDepth: 3 },
    };
    for (let round = 0; round < 2; round += 1) {
      assert.ok(lib.verify(token, key, options));
      options.claims.n[0] = 3;
      mismatch(token, options, 'n');
      options.claims.n[0] = 1;
      options.requiredRoles.any[0] = 'admin';
      mismatch(token, options, 'roles');
      options.requiredRoles.any[0] = 'user';
      options.issuer[0] = `${ISSUER}/`;
      mismatch(token, options, 'iss');
      options.issuer[0] = ISSUER;
      options.limits.jsonDepth = 1;
      rejects(() => lib.verify(token, key, options), 'ERR_JOSE_LIMIT_EXCEEDED');
      options.limits.jsonDepth = 3;
      options.subject = 'someone';
      mismatch(token, options, 'sub');
      delete options.subject;
    }
  });

  test('two objects that say the same are answered the same, and those that nearly do are not', () => {
    for (let round = 0; round < 2; round += 1) {
      assert.ok(lib.verify(token, key, { claims: { n: 1 } }));
      assert.ok(lib.verify(token, key, { claims: { n: [1] } }));
      for (const n of ['1', true, 0, -0, [], [[1]], null, {}]) {
        const refusal = Array.isArray(n) || typeof n === 'object' ? 'ERR_API_MISUSE' : undefined;
        const { code } = failureOf(() => lib.verify(token, key, { claims: { n } }));
        assert.equal(code, refusal ?? 'ERR_JWT_CLAIM_VALIDATION_FAILED');
      }
      mismatch(token, { claims: { m: 1 } }, 'm');
      rejects(
        () => lib.verify(token, key, { claims: { n: 1 }, issuers: ISSUER }),
        'ERR_API_MISUSE',
      );
      rejects(() => lib.verify(token, key, { issuer: undefined }), 'ERR_API_MISUSE');
      rejects(() => lib.verify(token, key, { issuer: new Date(0) }), 'ERR_API_MISUSE');
      assert.ok(lib.verify(token, key));
      assert.ok(lib.verify(token, key, {}));
    }
  });

  test('of two claims that are wrong the first in the options is the reason, also the second time', () => {
    for (let round = 0; round < 2; round += 1) {
      mismatch(token, { claims: { n: 2, m: 2 } }, 'n');
      mismatch(token, { claims: { m: 2, n: 2 } }, 'm');
    }
  });

  test('the clock is no part of what is kept', () => {
    const short = sign({ exp: NOW });
    const at = (seconds) => ({ clockTolerance: 5, currentDate: new Date(seconds * 1000) });
    for (let round = 0; round < 2; round += 1) {
      assert.ok(lib.verify(short, key, at(NOW + 4)));
      rejects(() => lib.verify(short, key, at(NOW + 5)), 'ERR_JWT_EXPIRED');
    }
    const date = new Date((NOW - 10) * 1000);
    const old = sign({ iat: NOW - 5, exp: 9999999999 });
    const options = { rejectBefore: date };
    assert.ok(lib.verify(old, key, options));
    date.setTime(NOW * 1000);
    rejects(() => lib.verify(old, key, options), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
  });

  test('what a getter throws is thrown, also where its value was seen before', () => {
    const options = { issuer: ISSUER, subject: undefined };
    delete options.subject;
    assert.ok(lib.verify(token, key, options));
    const mine = new RangeError('mine');
    Object.defineProperty(options, 'issuer', {
      enumerable: true,
      get() {
        throw mine;
      },
    });
    assert.equal(
      failureOf(() => lib.verify(token, key, options)),
      mine,
    );
    assert.ok(lib.verify(token, key, { issuer: ISSUER }));
  });

  test('those of decode: limits and padding go by the call', () => {
    const padded = `${encode('{"alg":"none"}')}=.e30=.`;
    for (let round = 0; round < 2; round += 1) {
      rejects(() => lib.decode(padded), 'ERR_JWS_INVALID');
      assert.ok(lib.decode(padded, { acceptPadding: true }));
      rejects(() => lib.decode(padded, { acceptPadding: 'yes' }), 'ERR_API_MISUSE');
      rejects(
        () => lib.decode(padded, { acceptPadding: true, limits: { tokenLength: 5 } }),
        'ERR_JOSE_LIMIT_EXCEEDED',
      );
      rejects(() => lib.decode(padded, { issuer: ISSUER }), 'ERR_API_MISUSE');
    }
  });

  test('they are kept in bounded memory, however many there are', async () => {
    const [copy, ownKey, memory] = await copyAndMemory();
    const options = (i) => ({ issuer: [ISSUER, `${i}`.repeat(500)] });
    const ofOneToken = (i) => ({ issuer: ISSUER, jwtId: `${i}`.repeat(500) });
    const verifyInManyWays = (from, to) => {
      for (let i = from; i < to; i += 1) {
        copy.verify(token, ownKey, options(i));
        failureOf(() => copy.verify(token, ownKey, ofOneToken(i)));
        failureOf(() => copy.verify(token, ownKey, { issuer: 'x'.repeat(2000), subject: i }));
      }
    };
    verifyInManyWays(1000, 1100);
    const before = memory.buffer.byteLength;
    verifyInManyWays(1100, 4000);
    // A page or two may be had for other reasons; each way alone would have taken 50.
    assert.ok(memory.buffer.byteLength - before <= 4 * 65_536);
    assert.ok(copy.verify(token, ownKey, options(1000)), 'also one that was dropped');
  });

  test('a token that is too long takes no memory', async () => {
    const [copy, ownKey, memory] = await copyAndMemory();
    copy.verify(token, ownKey);
    const before = memory.buffer.byteLength;
    const long = 'A'.repeat(20_000_000);
    const refusal = failureOf(() => copy.verify(long, ownKey));
    assert.equal(refusal.code, 'ERR_JOSE_LIMIT_EXCEEDED');
    assert.equal(failureOf(() => copy.decode(long)).message, refusal.message);
    assert.equal(memory.buffer.byteLength, before);
  });

  test('tokens of any length come one after the other, also when the memory has grown', async () => {
    const copy = await freshCopy();
    const ownKey = copy.importKey(secret, 'HS256');
    // More each time, so that the memory has to grow, whatever is free in it.
    let padding = 'x'.repeat(50_000);
    const growMemory = () => {
      padding += 'x'.repeat(50_000);
      copy.importJwkSet({ keys: [], padding });
    };
    const big = (length) => sign({ exp: 9999999999, text: 'é'.repeat(length) });
    for (const length of [0, 3000, 1, 9000, 20, 60_000, 2, 85_000]) {
      const { payload } = copy.verify(big(length), ownKey);
      assert.equal(payload.text.length, length);
      assert.equal(copy.decode(token).payload.iss, ISSUER);
      growMemory();
      assert.equal(copy.verify(token, ownKey).payload.iss, ISSUER);
      growMemory();
      assert.equal(copy.decode(token).payload.iss, ISSUER);
    }
    // Longer in UTF-8 than in UTF-16, and nothing that a token can have.
    for (const text of ['é', '\u20ac', '\ud83d\udddd', '\ud800']) {
      const foreign = token.slice(0, -1) + text;
      assert.equal(failureOf(() => copy.verify(foreign, ownKey)).code, 'ERR_JWS_INVALID');
      const alone = text.repeat(50_000);
      assert.equal(failureOf(() => copy.decode(alone)).code, 'ERR_JWS_INVALID');
    }
  });

  test('what decode gives is the caller’s, and no later token is written over it', () => {
    const { signature } = lib.decode(token);
    const was = [...signature];
    assert.equal(was.length, 32);
    lib.decode(sign({ exp: 1 }));
    lib.verify(token, key);
    assert.deepEqual([...signature], was);
    signature.fill(0);
    assert.deepEqual([...lib.decode(token).signature], was);
  });
}

function failureOf(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
