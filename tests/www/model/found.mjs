// Whatever people copy, the token in it is found.

import { generateKeyPairSync, sign } from 'node:crypto';

import { texts } from '../texts.mjs';
import { hostileTexts, randomly } from './random.mjs';
import { ENCRYPTED, PAYLOAD, SECRET, segmentsJoined, TOKEN, tokenOf } from './fixtures.mjs';
import { processorTime } from './processor-time.mjs';

export default function found({ test, assert, lib, model }) {
  const { findTokens } = model['found/find-tokens'];
  const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'));
  for (const { name, text, tokens, place, label } of texts({
    ...{ token: TOKEN, other, encrypted: ENCRYPTED },
  })) {
    test(`in ${name}`, () => {
      const all = findTokens(text);
      assert.deepEqual(
        all.map(({ token }) => token),
        tokens,
      );
      if (place !== undefined) assert.equal(all[0].place, place);
      if (label !== undefined) assert.equal(all[0].name, label);
      for (const { token, start, end } of all) {
        assert.ok(start >= 0 && start < end && end <= text.length);
        if (text.includes(token)) assert.ok(text.slice(start, end).includes(token));
      }
    });
  }

  test('its place is that of the token alone', () => {
    for (const [before, after] of [
      ['Bearer ', ''],
      ['{"a":"b", "token": "', '"}'],
      ['\ufeff%20&quot;', '&quot; and so on'],
    ]) {
      const [{ start, end }] = findTokens(before + TOKEN + after);
      assert.deepEqual([start, end], [before.length, before.length + TOKEN.length]);
    }
    const escaped = `x=${TOKEN.replaceAll('.', '%2E')}; a=b`;
    const [{ start, end }] = findTokens(escaped);
    assert.equal(escaped.slice(start, end), TOKEN.replaceAll('.', '%2E'));
  });

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
    // As zsh marks the end of what has no line break.
    assert.equal(findTokens(`?t=${TOKEN}%`)[0].token, TOKEN);
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
      assert.deepEqual(findTokens(text), [
        { token: TOKEN, start: 0, end: text.length, place: 'serialization' },
      ]);
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

  test('however the lines of a long token are broken, it is put together', () => {
    const encode = (value) => Buffer.from(value).toString('base64url');
    const signedWith = (bits) => {
      const input = `${encode('{"alg":"RS256","typ":"JWT","kid":"a"}')}.${encode(PAYLOAD)}`;
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
      return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
    };
    const disclosure = (length) => encode(JSON.stringify(['salt', 'name', 'x'.repeat(length)]));
    const bound = tokenOf('{"nonce":"a"}', '{"alg":"HS256","typ":"kb+jwt"}');
    const disclosed = `${TOKEN}~${disclosure(3)}~${disclosure(90)}~`;
    const unknown = `${encode('{"alg":"XYZ"}')}.${encode(PAYLOAD)}.${'q'.repeat(300)}`;
    const [two, three] = [signedWith(2048), signedWith(3072)];
    const broken = (text, width, by = '\n') =>
      text.replaceAll(new RegExp(`(.{${width}})(?=.)`, 'g'), `$1${by}`);
    for (const width of [33, 60, 64, 76, 80, 100]) {
      for (const [text, ...tokens] of [
        [`x ${broken(three, width)}\nnext line of words`, three],
        [`${broken(two, width)}\nword\n`, two],
        [`${broken(two, width)}\n${broken(three, width)}\n${broken(two, width)}`, two, three],
        [`${broken(unknown, width)}\n\nthat was it`, unknown],
        [`${broken(disclosed, width)}\n`, disclosed],
        [
          `${broken(disclosed + bound, width)}\n${broken(`${other}~`, width)}`,
          disclosed + bound,
          `${other}~`,
        ],
        [`${disclosed}\n${other}~${disclosure(5)}~`, disclosed, `${other}~${disclosure(5)}~`],
        [`${broken(ENCRYPTED, width)}\n${broken(TOKEN, width)}`, ENCRYPTED, TOKEN],
        [broken(Buffer.from(`{"t":"${two}"}`).toString('base64'), width), two],
        [`Dear all,=20\n${broken(`token=3D${two}`, width, '=\n')}\n\nBye`, two],
        [`t := "${broken(two, width, '" +\n\t"')}"`, two],
        [`{"t":"${broken(two, width, '\\n')}"}`, two],
        [`echo ${broken(two, width, '\\\n')}`, two],
        [`>> ${broken(two, width, '\n>> ')}\n>> bye`, two],
        [`│ ${broken(two, width, ' │\n│ ')} │`, two],
        [`<td>${broken(two, width, '<br/>')}</td>`, two],
        [broken(`2026-11-12 token=${two} from 10.0.0.1 to b`, width), two],
      ]) {
        assert.deepEqual(
          findTokens(text).map(({ token }) => token),
          tokens,
          text,
        );
      }
    }
  });

  test('a header may begin with white space, and one without alg needs something of a token', () => {
    const encode = (value) => Buffer.from(value).toString('base64url');
    const [, payload, signature] = TOKEN.split('.');
    for (const header of [
      ' {"alg":"HS256"}',
      '\n{"alg":"HS256"}',
      '\r\n {"alg":"HS256"}',
      '{\n "alg":"HS256"}',
    ]) {
      const token = `${encode(header)}.${payload}.${signature}`;
      assert.equal(findTokens(`x ${token}`)[0]?.token, token);
    }
    const noAlg = encode('{"user":1}');
    for (const [text, count] of [
      [`${noAlg}.ZxYabc.${signature}`, 1],
      [`${noAlg}.${payload}`, 1],
      [`${noAlg}.txt`, 0],
      [`${encode('{}')}.ZxYabc.${signature}`, 0],
      [`${encode('[1]')}.${payload}.${signature}`, 0],
      [`${encode('"a"')}.${payload}.${signature}`, 0],
      [`pk.${noAlg}.${signature}`, 0],
    ]) {
      assert.equal(findTokens(text).length, count, text);
    }
  });

  test('a token whose header is broken is kept, for the report to say where', () => {
    const [header, payload, signature] = TOKEN.split('.');
    const token = `${header.slice(0, -4)}.${payload}.${signature}`;
    assert.equal(findTokens(`Authorization: Bearer ${token}`)[0].token, token);
    assert.deepEqual(
      findTokens(`${token} ${TOKEN}`).map((entry) => entry.token),
      [TOKEN],
    );
  });

  test('text without a token has none', () => {
    for (const text of [
      '',
      ' ',
      'hello, world. this is no token',
      'a.b.c',
      'www.example.com',
      '1.2.3',
      '...',
      'eyJ',
      'eyJ.eyJ.eyJ',
      'e30',
      'https://example.com/eyJhbGciOi/index.html',
      'key.json',
      '550e8400-e29b-41d4-a716-446655440000',
      'v4.public.eyJzdWIiOiJ1c2VyLTEifQIBAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fIA',
      Buffer.from('{"a":1}').toString('base64'),
      Buffer.from('a text without any token in it, but long enough').toString('base64'),
      `${TOKEN.slice(0, 20)}...${TOKEN.slice(-8)}`,
    ]) {
      assert.deepEqual(findTokens(text), [], text);
    }
  });

  test('a token is found in random text, however its lines are broken', () => {
    const random = randomly(20_261);
    for (let count = 0; count < 3000; count += 1) {
      const { text, token } = random.textWithToken();
      const all = findTokens(text).map((entry) => entry.token);
      assert.ok(all.includes(token), JSON.stringify({ text, all }));
    }
  });

  test('no random text makes it throw, or has a token without a header', () => {
    const random = randomly(4711);
    for (let count = 0; count < 3000; count += 1) {
      const text = random.rubbish();
      for (const { token, start, end } of findTokens(text)) {
        assert.ok(0 <= start && start < end && end <= text.length, JSON.stringify(text));
        const [header] = token.split('.');
        assert.match(Buffer.from(header, 'base64url').toString(), /^\s*\{/);
      }
    }
  });

  test('a text of a megabyte is searched in time that grows with its length alone', () => {
    const megabyte = (part) => part.repeat(Math.ceil(1_000_000 / part.length));
    const hostile = hostileTexts(TOKEN).map((part) => [part, megabyte(part)]);
    // Headers that begin everywhere and go on to the end.
    hostile.push(
      ['headers', `${megabyte('-eyJhYWFh')}.e30.`],
      ['tildes', `${TOKEN}${megabyte('~eyJh')}.`],
      ['padding', `eyJhIjox${megabyte('=')} e30.`],
    );
    for (const [part, text] of hostile) {
      // Of the processor: a machine that tests does other things as well.
      const started = process.cpuUsage();
      findTokens(text);
      const taken = process.cpuUsage(started).user / 1000;
      assert.ok(taken < 4000, `${JSON.stringify(part.slice(0, 40))}: ${Math.round(taken)} ms`);
    }
  });

  test('thousands of tokens are all found, and as many as a table can show', () => {
    const tokens = Array.from({ length: 10_500 }, (_, index) => tokenOf(`{"sub":"${index}"}`));
    const lines = tokens.map((token) => `2026-11-12T10:15:32Z token=${token} ok`);
    assert.deepEqual(
      findTokens(lines.join('\n')).map(({ token }) => token),
      tokens.slice(0, 10_000),
    );
  });

  test('a pane of a megabyte has its segments at once', () => {
    const { segmentsOf } = model.segments;
    const [header, , signature] = TOKEN.split('.');
    const payload = Buffer.from(JSON.stringify({ a: 'x'.repeat(700_000) })).toString('base64url');
    const started = processorTime();
    for (let count = 0; count < 20; count += 1) {
      assert.equal(segmentsOf(`${header}.${payload}.${signature}${'A'.repeat(count)}`).length, 3);
    }
    assert.ok(processorTime() - started < 1000);
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
