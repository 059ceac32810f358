// Whatever people copy, the token in it is found.

import { SECRET, segmentsJoined, TOKEN } from './fixtures.mjs';

export default function pasted({ test, assert, lib, model }) {
  const { findTokens } = model.pasted;
  const cases = {
    'a token alone': [TOKEN, { place: 'text' }],
    'quotes around it': [`"${TOKEN}"`, { place: 'text' }],
    'Bearer before it': [`Bearer ${TOKEN}`, { place: 'text' }],
    'an Authorization header': [
      `authorization: Bearer ${TOKEN}`,
      { place: 'header', name: 'authorization' },
    ],
    'a curl command': [
      `curl -s https://api.example/ \\\n  -H 'Authorization: Bearer ${TOKEN}' -d '{"a":1}'`,
      { place: 'curl', name: 'Authorization' },
    ],
    'a cookie among others': [
      `Cookie: theme=dark; session=${TOKEN}; a=b`,
      { place: 'cookie', name: 'session' },
    ],
    'a fragment': [
      `https://app.example/cb#state=1&id_token=${TOKEN}&x=y`,
      { place: 'url', name: 'id_token' },
    ],
    'a query': [`https://app.example/cb?token=${TOKEN}`, { place: 'url', name: 'token' }],
    'an answer of a token endpoint': [
      `{"token_type":"Bearer", "access_token": "${TOKEN}"}`,
      { place: 'json', name: 'access_token' },
    ],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    test(`${name}`, () => {
      const [found, ...others] = findTokens(text);
      assert.equal(others.length, 0);
      assert.equal(found.token, TOKEN);
      assert.deepEqual({ place: found.place, ...(found.name && { name: found.name }) }, expected);
      assert.equal(text.slice(found.start, found.start + TOKEN.length), TOKEN);
    });
  }

  test('a damaged token is kept whole, up to what surely ends it', () => {
    const damaged = `${TOKEN.slice(0, 60)}!*${TOKEN.slice(60)}`;
    for (const text of [damaged, `"${damaged}"`, `Bearer ${damaged}`, `?token=${damaged}&a=b`]) {
      assert.equal(findTokens(text)[0].token, damaged);
    }
    assert.equal(segmentsJoined(model.segments.segmentsOf(damaged)), damaged);
    assert.equal(findTokens(`#id_token=${TOKEN}#x`)[0].token, TOKEN);
  });

  test('a token broken over lines is put together', () => {
    const broken = TOKEN.replaceAll(/(.{64})/g, '$1\n  ');
    assert.deepEqual(
      findTokens(broken).map(({ token }) => token),
      [TOKEN],
    );
  });

  test('percent escapes of a URL are undone', () => {
    assert.equal(findTokens(`https://a.example/?t=${TOKEN}%3D&b=c`)[0].token, `${TOKEN}=`);
    assert.equal(findTokens(`?t=${TOKEN}%`)[0].token, `${TOKEN}%`);
  });

  test('several tokens are all found, each once', () => {
    const other = TOKEN.replace(/.$/, 'A');
    const text = `{"access_token":"${TOKEN}","id_token":"${other}","again":"${TOKEN}"}`;
    assert.deepEqual(
      findTokens(text).map(({ token, name }) => [token, name]),
      [
        [TOKEN, 'access_token'],
        [other, 'id_token'],
      ],
    );
  });

  test('an SD-JWT is kept whole, and its segments are those of the token that is signed', () => {
    const { segmentsOf, segmentText, withSegment, byteLength } = model.segments;
    const disclosure = Buffer.from('["salt","name","value"]').toString('base64url');
    for (const text of [
      `${TOKEN}~`,
      `${TOKEN}~${disclosure}~`,
      `${TOKEN}~${disclosure}~${TOKEN}`,
    ]) {
      assert.equal(findTokens(`"${text}"`)[0].token, text);
      assert.equal(segmentsJoined(segmentsOf(text)), TOKEN);
      assert.equal(segmentsJoined(segmentsOf(`Bearer ${text}`)), TOKEN);
      assert.equal(byteLength(segmentText(text, 'signature')), 32);
      assert.equal(withSegment(text, 'signature', 'AA').split('.')[2], 'AA');
    }
  });

  test('a JWS in JSON is put together, one with several signatures with its first', () => {
    const [header, payload, signature] = TOKEN.split('.');
    const one = { protected: header, signature };
    for (const jws of [
      { payload, ...one },
      { payload, signatures: [one, {}] },
    ]) {
      const text = `\n${JSON.stringify(jws, null, 2)}`;
      assert.deepEqual(findTokens(text), [{ token: TOKEN, start: 0, place: 'json' }]);
    }
    for (const other of [
      '{}',
      'null',
      '[]',
      '{"payload":1,"signatures":[null]}',
      '{"payload":"a"}',
    ]) {
      assert.deepEqual(findTokens(other), [], other);
    }
  });

  test('a signature has the bytes that the core reads of it', () => {
    const { byteLength, segmentText } = model.segments;
    const key = lib.importKey(SECRET, 'HS256', { encoding: 'utf8' });
    for (const end of ['', '=', '!', '…', '~', '~a~', '==x', ' ']) {
      const { checks } = lib.inspect(TOKEN + end, key);
      assert.equal(checks.find(({ name }) => name === 'signature').status, 'passed', end);
      assert.equal(byteLength(segmentText(TOKEN + end, 'signature')), 32, end);
    }
    const lengths = ['', '!', 'A', 'AA', 'AAA', 'AAAA', 'AAAAA', '-_+/'].map(byteLength);
    assert.deepEqual(lengths, [0, 0, 0, 1, 2, 3, 3, 3]);
  });

  test('text without a token has none, and a long one ends soon', () => {
    assert.deepEqual(findTokens('hello, world. this is no token'), []);
    const started = performance.now();
    findTokens('eyJ'.repeat(100_000));
    findTokens(`${'a.'.repeat(100_000)}`);
    findTokens(`${'eyJhbGciOi.'.repeat(20_000)}`);
    assert.ok(performance.now() - started < 2000);
  });

  test('segments are where they stand in the text', () => {
    const { segmentsOf, withSegment } = model.segments;
    const text = `  Bearer ${TOKEN}`;
    for (const { text: segment, start, end } of segmentsOf(text)) {
      assert.equal(text.slice(start, end), segment);
    }
    assert.equal(segmentsJoined(segmentsOf(text)), TOKEN);
    assert.equal(withSegment('', 'payload', 'e30'), '.e30.');
    assert.equal(withSegment(TOKEN, 'signature', 'AA').split('.')[2], 'AA');
  });
}
