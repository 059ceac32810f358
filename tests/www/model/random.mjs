// Random texts that are the same in every run.

import { tokenOf } from './fixtures.mjs';

const WORDS = [
  'hello',
  'the',
  'a.b',
  'HTTP/1.1',
  '200',
  'OK',
  '"x"',
  "'y'",
  '{',
  '}',
  '[1,2]',
  'foo=bar',
  '-',
  '--',
  '\n',
  '\n\n',
  '\t',
  'é',
  '日本',
  '🙂',
  '\\n',
  '%20',
  '%',
  '&amp;',
  '&#x2e;',
  '=',
  '==',
  '.',
  '...',
  '~',
  ';',
  ',',
  'eyJ',
  'ey',
  'eyJhbGciOi',
  'QUJD',
  '> ',
  '| ',
  '# ',
  '//',
  '```',
  '10.0.0.1',
  'e30',
  'e30.e30',
  'IHsi',
  '\\u0022',
  '\ufeff',
  '\u200b',
  '<br>',
  '+',
  '_',
  'https://a.example/x?y=z',
  'Bearer',
  'curl -H',
  'Cookie: a.0=b; a.1=c',
  'base64-eyJhIjoxfQ',
];

/** Mulberry32. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function randomly(seed) {
  const number = generator(seed);
  const pick = (list) => list[number(list.length)];
  const words = (most) =>
    Array.from({ length: number(most) }, () => pick(WORDS) + pick([' ', '\n', ' ', '', ', '])).join(
      '',
    );
  function wrapped(token) {
    const lineBreak = pick(['\n', '\r\n', '\n  ', '\n> ', '\n\t', '\\n']);
    const way = number(3);
    if (way === 0) return token;
    const width = way === 1 ? 10 + number(70) : 0;
    let text = '';
    let column = 0;
    for (const character of token) {
      text += character;
      column += 1;
      if (width === 0 ? number(40) > 0 : column < width) continue;
      text += lineBreak;
      column = 0;
    }
    return text.endsWith(lineBreak) ? text.slice(0, -lineBreak.length) : text;
  }
  return {
    textWithToken() {
      const algorithm = pick(['{"alg":"HS256","typ":"JWT"}', '{"typ":"JWT","alg":"HS256"}']);
      const token = tokenOf(`{"sub":"${number(1e6)}","x":"${'y'.repeat(number(60))}"}`, algorithm);
      const before = pick(['(', ' ', '\n', '"', 'Bearer ', '=', '<', ': ', '/', '%22', '&quot;']);
      const after = pick([
        '',
        ' ',
        '\n',
        '"',
        '&',
        '>',
        ', ',
        '\n\n',
        '. ',
        ';',
        '%22',
        '\\"',
        '|',
      ]);
      // A word right behind it would be a part of it.
      const rest = after === '' ? '' : words(12);
      return { token, text: words(12) + before + wrapped(token) + after + rest };
    },
    rubbish() {
      const bytes = Array.from({ length: number(300) }, () => String.fromCharCode(number(256)));
      const base64 = Buffer.from(bytes.join(''), 'latin1').toString(pick(['base64', 'base64url']));
      return words(20) + pick([bytes.join(''), base64, '']) + words(20);
    },
  };
}

/** What makes careless searches slow, to be repeated. */
export const hostileTexts = (token) => [
  'eyJ',
  'a.',
  '{',
  '%25',
  '-----BEGIN ',
  'eyJhbGciOi.',
  '/eyJ',
  '\\',
  '\n',
  '"',
  '&amp;',
  '~',
  '=',
  '&',
  '%',
  '<',
  ' ',
  'a',
  'A',
  '.',
  '"+',
  '" ',
  '\\u',
  'QUFB',
  'eyJhIjox\n',
  '\neyJhIjox',
  'a.0=',
  '.0=e',
  'eyJhbGciOiJIUzI1NiJ9.',
  'eyJhbGciOiJIUzI1NiJ9.\n',
  'eyJhbGciOiJIUzI1NiJ9..a~',
  'curl ',
  'token: ',
  'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.',
  'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.\n',
  'ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZTMwLg==\n',
  '"protected":"',
  '{"payload":',
  '{"a":',
  '[',
  `${token}\n`,
  `"${token}" + `,
  `${token}~W10~`,
  `${token.slice(0, -5)}\nabc\n`,
];
