// The module as JavaScript: that it sees its own memory, and the two phases of a verification where signatures
// are verified by Web Crypto: what is given out before the signature held, and who is believed that it did.

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { inProject } from '../../scripts/lib/project.mjs';
import { loop, report } from '../support/loop.mjs';

const { test, run } = loop();
const generated = (name) => import(pathToFileURL(inProject('pkg', 'wasm2js', name)).href);
const glue = await generated('edge_jwt.js');
const { initSync, JwsPolicy, Policy, TokenBuffer, importJwkSet, importJwk } = glue;
const { instantiate } = await generated('edge_jwt_bg.js');
const { memory } = initSync({ module: instantiate });

const NOW = 1_800_000_000;
const REFUSED = { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' };
const pairs = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const jwks = pairs.map(({ publicKey }) => ({
  ...publicKey.export({ format: 'jwk' }),
  alg: 'ES256',
}));
const set = importJwkSet(JSON.stringify({ keys: jwks }), undefined);
const key = importJwk(JSON.stringify(jwks[0]), undefined, undefined);
const policy = new Policy({ issuer: 'a' });
const patient = new Policy({ issuer: 'a', tryAllMatchingKeys: true });

function tokenOf(claims = {}, header = { alg: 'ES256' }, pair = pairs[0]) {
  const all = { iss: 'a', exp: NOW + 60, ...claims };
  const input = [header, all].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const options = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' };
  const signature = sign('sha256', Buffer.from(input.join('.')), options);
  return [...input, signature.toString('base64url')].join('.');
}

const buffer = new TokenBuffer(65_536);

/** The token where the module reads it, and how long it is. */
function written(token) {
  const bytes = Buffer.from(token);
  new Uint8Array(memory.buffer, buffer.address, bytes.length).set(bytes);
  return [buffer, bytes.length];
}

const begun = (token = tokenOf()) => policy.begin(...written(token), key, NOW);
const begunWithSet = (token, keys, rules) => rules.begin(...written(token), keys, NOW);

test('the claims come out for the answer true', () => {
  const [payload, header, index] = JSON.parse(begun().finish([true]));
  assert.deepEqual([header.alg, payload.iss, index], ['ES256', 'a', 0]);
});

test('they come out for no other answer, none, or a promise that nobody waited for', () => {
  const no = [false, undefined, null, 1, 'true', {}, [true], Object(true), Promise.resolve(true)];
  for (const answers of [[], ...no.map((answer) => [answer]), [false, true]]) {
    assert.throws(() => begun().finish(answers), REFUSED, String(answers));
  }
});

test('nothing that is given out before has the claims in it', () => {
  const pending = begun(tokenOf({ sub: 'canary' }));
  const members = Object.getOwnPropertyNames(Object.getPrototypeOf(pending));
  const known = ['constructor', '__destroy_into_raw', 'free', 'finish', 'keyIndexes'];
  assert.deepEqual(
    members.filter((name) => !known.includes(name)).sort(),
    ['verifySignature', 'verifySignatureHere'].sort(),
  );
});

test('an answer is good for one token, and once', () => {
  const pending = begun();
  pending.finish([true]);
  assert.throws(() => pending.finish([true]));
});

test('what fails before the signature does not get so far', () => {
  const cases = [
    [{ alg: 'none' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    [{ alg: 'HS256' }, 'ERR_JOSE_KEY_MISMATCH'],
    [{ alg: 'ES256', crit: ['x'], x: 1 }, 'ERR_JOSE_NOT_SUPPORTED'],
  ];
  for (const [header, code] of cases) assert.throws(() => begun(tokenOf({}, header)), { code });
  assert.throws(() => begun('a.b.c'), { code: 'ERR_JWS_INVALID' });
  const named = tokenOf({}, { alg: 'ES256', kid: 'other' });
  const keys = jwks.map((jwk, index) => ({ ...jwk, kid: `${index}` }));
  const namedSet = importJwkSet(JSON.stringify({ keys }), undefined);
  assert.throws(() => begunWithSet(named, namedSet, policy), { code: 'ERR_JWKS_NO_MATCHING_KEY' });
});

test('the claims are judged after the signature, and only then', () => {
  const expired = tokenOf({ exp: NOW - 1 });
  assert.throws(() => begun(expired).finish([false]), REFUSED);
  assert.throws(() => begun(expired).finish([true]), { code: 'ERR_JWT_EXPIRED' });
});

test('SubtleCrypto is asked about what was signed, and about nothing else', async () => {
  const token = tokenOf();
  const asked = [];
  const cryptoKey = {};
  const subtle = {
    verify(algorithm, given, signature, data) {
      assert.equal(given, cryptoKey);
      assert.equal(
        Object.getPrototypeOf(algorithm),
        null,
        'what is on Object.prototype is not read',
      );
      asked.push([{ ...algorithm }, Buffer.from(signature), Buffer.from(data)]);
      return Promise.resolve(true);
    },
  };
  assert.equal(await begun(token).verifySignature(0, cryptoKey, subtle), true);
  const [input, signature] = [token.slice(0, token.lastIndexOf('.')), token.split('.')[2]];
  const expected = [Buffer.from(signature, 'base64url'), Buffer.from(input)];
  assert.deepEqual(asked, [[{ name: 'ECDSA', hash: 'SHA-256' }, ...expected]]);
});

test('a signature of another length is a no, whatever SubtleCrypto would say', async () => {
  const yes = { verify: () => Promise.resolve(true) };
  const token = tokenOf();
  const [start, signature] = [token.slice(0, token.lastIndexOf('.') + 1), token.split('.')[2]];
  const bytes = Buffer.from(signature, 'base64url');
  const others = [Buffer.concat([bytes, Buffer.alloc(3)]), bytes.subarray(1), Buffer.alloc(0)];
  for (const other of others) {
    const pending = begun(start + other.toString('base64url'));
    assert.equal(await pending.verifySignature(0, {}, yes), false);
  }
  assert.equal(await begun(token).verifySignature(0, {}, yes), true);
});

test('a SubtleCrypto that throws rejects, and a key that is not to be tried is a no', async () => {
  const throwing = {
    verify() {
      throw new Error('broken');
    },
  };
  await assert.rejects(begun().verifySignature(0, {}, throwing), /broken/);
  assert.equal(await begun().verifySignature(1, {}, throwing), false);
  assert.equal(begun().verifySignatureHere(1), false);
});

test('of several keys the one that answered true has verified it', () => {
  const token = tokenOf({}, { alg: 'ES256' }, pairs[1]);
  assert.throws(() => begunWithSet(token, set, policy), {
    code: 'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
  });
  const pending = begunWithSet(token, set, patient);
  assert.deepEqual([...pending.keyIndexes], [0, 1]);
  const answers = [0, 1].map((index) => pending.verifySignatureHere(index));
  assert.deepEqual(answers, [false, true]);
  assert.equal(JSON.parse(pending.finish(answers))[2], 1);
});

test('a memory that has grown is looked at anew', () => {
  const token = tokenOf({ sub: 'é'.repeat(2000) });
  const form = JwsPolicy.forDecode(undefined);
  const decoded = () => JSON.parse(form.decode(...written(token))).slice(0, 2);
  const expected = decoded();
  // Longer each time, so that the memory has to grow, whatever is free in it.
  for (let length = 100_000; length < 1_000_000; length += 100_000) {
    importJwkSet(JSON.stringify({ keys: [], padding: 'x'.repeat(length) }), undefined).free();
    assert.deepEqual(decoded(), expected);
    assert.deepEqual(JSON.parse(begun(token).finish([true])).slice(0, 2), expected);
  }
});

if (!report('wasm2js', await run())) process.exitCode = 1;
