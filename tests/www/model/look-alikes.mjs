// What is no token is told what it looks like, and a token that is only written wrongly is repaired.

import { generateKeyPairSync } from 'node:crypto';

import { PAYLOAD, TOKEN, tokenOf } from './fixtures.mjs';
import { hostileTexts, randomly } from './random.mjs';
import { processorTime } from './processor-time.mjs';

export default function lookAlikes({ test, assert, model }) {
  const { looksLike } = model['found/look-alike'];
  const { repairOf } = model['found/repair'];
  const { rowsOf, sortRows } = model['found/table'];
  const { findTokens } = model['found/find-tokens'];
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const base64 = (value) => Buffer.from(value).toString('base64');
  const base64url = (value) => Buffer.from(value).toString('base64url');
  const many = (length) => 'Ab3dE6gH9jK2mN5pQ8sT1vW4yZ7'.repeat(20).slice(0, length);
  const fernet = Buffer.alloc(89, 7);
  fernet.set([0x80, 0, 0, 0, 0, 0x65, 0x5f, 1, 2]);
  const branca = branca62([0xba, 0x65, 0x5f, 1, 2, ...Buffer.alloc(50, 9)]);

  const cases = {
    // In two pieces, as scanners of repositories look for these.
    'a GitHub token': [`gh${'p_'}${many(36)}`, { kind: 'opaque', name: 'GitHub' }],
    'a fine-grained one': [`github${'_pat_'}${many(82)}`, { kind: 'opaque', name: 'GitHub' }],
    'one with Bearer': [
      `Authorization: Bearer gh${'o_'}${many(36)}`,
      { kind: 'opaque', name: 'GitHub' },
    ],
    'one of GitLab': [`gl${'pat-'}${many(20)}`, { kind: 'opaque', name: 'GitLab' }],
    'one of Slack': [
      `xo${'xb-'}1234567890-1234567890-${many(24)}`,
      { kind: 'opaque', name: 'Slack' },
    ],
    'a key of Stripe': [`rk${'_live_'}${many(24)}`, { kind: 'opaque', name: 'Stripe' }],
    'a key of Stripe or Clerk': [
      `sk${'_test_'}${many(40)}`,
      { kind: 'opaque', name: 'Stripe or Clerk' },
    ],
    'a token of Google': [`ya${'29.'}${many(60)}`, { kind: 'opaque', name: 'Google' }],
    'a key of Google': [`AI${'za'}${many(35)}`, { kind: 'opaque', name: 'Google' }],
    'a token of npm': [`np${'m_'}${many(36)}`, { kind: 'opaque', name: 'npm' }],
    'a key ID of AWS': [`AK${'IA'}IOSFODNN7EXAMPLE`, { kind: 'opaque', name: 'AWS' }],
    'a key of Anthropic': [
      `ANTHROPIC_API_KEY=sk-${'ant-'}api03-${many(80)}`,
      { kind: 'opaque', name: 'Anthropic' },
    ],
    'a key of OpenAI': [`sk-${'proj-'}${many(80)}`, { kind: 'opaque', name: 'OpenAI' }],
    'a token of Hugging Face': [`h${'f_'}${many(34)}`, { kind: 'opaque', name: 'Hugging Face' }],
    'a token of Mapbox': [
      `pk.${base64url('{"u":"me","a":"b"}')}.${many(22)}`,
      { kind: 'opaque', name: 'Mapbox' },
    ],
    'a token of Discord': [`M${many(23)}.GhIjKl.${many(38)}`, { kind: 'opaque', name: 'Discord' }],
    'a PASETO': [`v4.public.${many(120)}`, { kind: 'paseto', name: 'v4.public' }],
    'a SAML response': [
      base64('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>'),
      { kind: 'saml' },
    ],
    'SAML in a form': ['SAMLResponse=PHNhbWxwOlJlc3BvbnNl&RelayState=a', { kind: 'saml' }],
    'SAML as XML': [
      '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>',
      { kind: 'saml' },
    ],
    'a UUID': ['550e8400-e29b-41d4-a716-446655440000', { kind: 'uuid' }],
    'a JWK': [JSON.stringify(jwk), { kind: 'jwk', moveTo: 'key' }],
    'a JWK Set': [JSON.stringify({ keys: [jwk] }, null, 2), { kind: 'jwk-set', moveTo: 'key' }],
    'a PEM': [pem, { kind: 'pem', name: 'PUBLIC KEY', moveTo: 'key' }],
    'an SSH key': [
      `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${many(40)} me@host`,
      { kind: 'ssh-key', moveTo: 'key' },
    ],
    claims: [PAYLOAD, { kind: 'claims', moveTo: 'payload', text: PAYLOAD }],
    'a header': ['{"alg":"RS256","typ":"JWT","kid":"a"}', { kind: 'header' }],
    'a header, encoded': [TOKEN.split('.')[0], { kind: 'part', name: 'header' }],
    'a payload, encoded': [TOKEN.split('.')[1], { kind: 'part', name: 'payload', text: PAYLOAD }],
    'a token without its middle': [
      `${TOKEN.slice(0, 20)}...${TOKEN.slice(-8)}`,
      { kind: 'shortened' },
    ],
    'the address of keys': [
      'https://issuer.example/.well-known/jwks.json',
      { kind: 'url', moveTo: 'keys-url' },
    ],
    'an address': ['https://app.example/home', { kind: 'url' }],
    'Basic credentials': [base64('user:a long password'), { kind: 'basic' }],
    'a Fernet token': [fernet.toString('base64url'), { kind: 'fernet' }],
    'a macaroon': [
      base64('0021location http://mybank.example/\n0026identifier we used a key'),
      { kind: 'macaroon' },
    ],
    'a Branca token': [branca, { kind: 'branca' }],
    hexadecimal: ['0123456789abcdef'.repeat(4), { kind: 'hex-secret', moveTo: 'key' }],
    'an unset variable': ['Bearer undefined', { kind: 'placeholder', name: 'undefined' }],
    'a variable of a shell': [
      'Authorization: Bearer $TOKEN',
      { kind: 'placeholder', name: '$TOKEN' },
    ],
    'a variable of Postman': ['{{access_token}}', { kind: 'placeholder' }],
    'a masked secret': ['***', { kind: 'placeholder' }],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    test(`${name} is told from its form`, () => {
      assert.deepEqual(findTokens(text), []);
      const like = looksLike(`  ${text}\n`);
      for (const [member, value] of Object.entries(expected)) assert.equal(like?.[member], value);
      if (!('moveTo' in expected) && !('text' in expected)) {
        assert.equal(like.moveTo, undefined);
      }
      for (const { found } of [model.en.en, model.de.de]) {
        assert.match(found.looks[like.kind](like), /^[^]{20,}\.$/);
      }
    });
  }

  test('what looks like nothing in particular is told nothing', () => {
    for (const text of [
      '',
      ' ',
      'hello',
      'hello world',
      'a.b.c',
      '42',
      'true',
      '[]',
      '"x"',
      'password',
    ]) {
      assert.equal(looksLike(text), undefined, text);
    }
    assert.equal(looksLike(TOKEN), undefined);
  });

  test('no text makes it throw or takes long', () => {
    const random = randomly(99);
    for (let count = 0; count < 2000; count += 1) {
      const text = random.rubbish();
      looksLike(text);
      repairOf(text);
    }
    for (const part of hostileTexts(TOKEN)) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const started = processorTime();
      looksLike(text);
      repairOf(text);
      assert.ok(processorTime() - started < 1000, JSON.stringify(part));
    }
  });

  test('padding, the other alphabet and white space are repaired, one by one and together', () => {
    const token = tokenOf('{"a":"???>>>~~~"}', '{"alg":"HS256","x":"??>>"}');
    const segments = token.split('.');
    const padded = segments.map((text) => text + '='.repeat((4 - (text.length % 4)) % 4)).join('.');
    const other = token.replaceAll('-', '+').replaceAll('_', '/');
    assert.notEqual(other, token);
    assert.notEqual(padded, token);
    assert.deepEqual(repairOf(padded), { token, repairs: ['padding'] });
    assert.deepEqual(repairOf(other), { token, repairs: ['alphabet'] });
    assert.deepEqual(repairOf(`${token.slice(0, 30)} \n${token.slice(30)}`), {
      ...{ token, repairs: ['whitespace'] },
    });
    assert.deepEqual(repairOf(`${token.slice(0, 30)}\u200b${token.slice(30)}`)?.token, token);
    const all = padded.replaceAll('-', '+').replaceAll('_', '/').replaceAll('.', '.\n');
    assert.deepEqual(repairOf(all), { token, repairs: ['whitespace', 'padding', 'alphabet'] });
  });

  test('what is whole needs no repair, and what is broken otherwise gets none', () => {
    const [header, payload, signature] = TOKEN.split('.');
    for (const text of [
      TOKEN,
      '',
      'hello',
      'hello world',
      `${TOKEN}!=`,
      `${TOKEN}===`,
      `${header}=.${payload}`,
      `${header}.${payload}.${signature}AA=`,
      `${header}x=.${payload}.${signature}`,
      `${TOKEN}=.x`,
    ]) {
      assert.equal(repairOf(text), undefined, text);
    }
  });

  test('many tokens are rows, sorted by any column, and rows without a value come last', () => {
    const tokens = [
      tokenOf('{"iss":"b","sub":"1","exp":300}'),
      tokenOf('{"iss":"a","sub":"2"}'),
      tokenOf('{"iss":"c","exp":100}'),
      tokenOf('[1]'),
      tokenOf('{"iss":"a","sub":"0","exp":"soon"}'),
    ];
    const found = findTokens(tokens.map((token, index) => `t${index}=${token}`).join('\n'));
    const rows = rowsOf(found, (token) => (token === tokens[1] ? 'valid' : 'refused'));
    const order = (column, direction) =>
      sortRows(rows, column, direction).map((row) => tokens.indexOf(row.found.token));
    assert.deepEqual(order('order', 'ascending'), [0, 1, 2, 3, 4]);
    assert.deepEqual(order('order', 'descending'), [4, 3, 2, 1, 0]);
    assert.deepEqual(order('issuer', 'ascending'), [1, 4, 0, 2, 3]);
    assert.deepEqual(order('issuer', 'descending'), [2, 0, 1, 4, 3]);
    assert.deepEqual(order('subject', 'ascending'), [4, 0, 1, 2, 3]);
    assert.deepEqual(order('expires', 'ascending'), [2, 0, 1, 3, 4]);
    assert.deepEqual(order('expires', 'descending'), [0, 2, 1, 3, 4]);
    assert.deepEqual(order('verdict', 'descending'), [1, 0, 2, 3, 4]);
    assert.deepEqual(order('place', 'ascending'), [0, 1, 2, 3, 4]);
    assert.equal(rows[0].expires.getTime(), 300_000);
    assert.deepEqual(
      rows.map(({ isUnlimited }) => isUnlimited),
      [false, true, false, true, false],
    );
    assert.deepEqual(
      rows.map(({ verdict }) => verdict).filter((kind) => kind === 'valid').length,
      1,
    );
  });
}

/** The bytes as one number, in base62. */
function branca62(bytes) {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 62n) text = digits[Number(number % 62n)] + text;
  return text;
}
