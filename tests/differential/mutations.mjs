// Tokens that are nearly right. Each comes from a good one by one or two changes: of its claims or its header,
// of their JSON text, of their encoding, each signed again or not, and of the finished token.

import { AUDIENCE, ISSUER, NOW } from './verifiers.mjs';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const OTHER_CHARACTERS = ' \t\n=+/.,~"\u0000é\ufeff';
const JSON_CHARACTERS = '{}[]",:0123456789aeE+.\\ \ttrufalsn';
/** Seconds from now. */
const TIMES = [-1e15, -60, -1, -0.5, -0.001, 0, 0.001, 0.5, 1, 60, 1e15];
const OTHER_TYPES = [null, true, 0, 7, '', 'x', [], {}, ['x'], [7], [null], { a: 1 }];

const pick = (random, list) => list[random(list.length)];

/** A token of the issuer, and what was done to it. */
export function mutated(random, issuer) {
  const how = [];
  const note = (name) => how.push(name);
  const parts = goodParts(random, issuer);
  const beforeSigning = random(10) < 7;
  if (beforeSigning) note(mutateParts(random, parts));
  const segments = [parts.header, parts.payload].map((bytes) =>
    Buffer.from(bytes).toString('base64url'),
  );
  if (random(12) === 0) note(respell(random, segments, random(2)));
  const signature = Buffer.from(issuer.signatureOf(segments.join('.'))).toString('base64url');
  segments.push(signature);
  // What is changed from here on is not signed again.
  if (random(10) === 0) note(respell(random, segments, 2));
  let token = segments.join('.');
  if (!beforeSigning || random(8) === 0) {
    const [name, changed] = mutateText(random, token);
    note(name);
    token = changed;
  }
  return { token, how };
}

function goodParts(random, { alg }) {
  const claims = {
    iss: ISSUER,
    sub: `user-${random(1000)}`,
    aud: pick(random, [AUDIENCE, [AUDIENCE], ['other', AUDIENCE]]),
    iat: NOW - random(100),
    exp: NOW + 1 + random(1000),
    ...(random(3) === 0 && { nbf: NOW - random(100) }),
    ...(random(4) === 0 && { jti: `id-${random(1000)}`, scope: 'read write', n: random(1000) / 8 }),
    ...(random(6) === 0 && { name: 'Žofie 🗝️', nested: { list: [1, [2, { three: null }]] } }),
  };
  const header = { alg, typ: 'JWT' };
  return { header: JSON.stringify(header), payload: JSON.stringify(claims) };
}

/** Changes header or payload before they are signed; says how. */
function mutateParts(random, parts) {
  const [name, change] = pick(random, BEFORE_SIGNING);
  change(random, parts);
  return name;
}

const withClaims = (change) => (random, parts) => {
  const claims = JSON.parse(parts.payload);
  change(random, claims);
  parts.payload = JSON.stringify(claims);
};
const withHeader = (change) => (random, parts) => {
  const header = JSON.parse(parts.header);
  change(random, header);
  parts.header = JSON.stringify(header);
};
/** In header or payload, the latter more often. */
const withText = (change) => (random, parts) => {
  const name = random(4) === 0 ? 'header' : 'payload';
  parts[name] = change(random, parts[name]);
};
const insertAt = (text, place, inserted) => text.slice(0, place) + inserted + text.slice(place);
/** Before the closing brace. */
const appended = (text, member) => `${text.slice(0, -1)},${member}}`;

const BEFORE_SIGNING = [
  [
    'a time near now',
    withClaims((random, claims) => {
      claims[pick(random, ['exp', 'nbf', 'iat'])] = NOW + pick(random, TIMES);
    }),
  ],
  [
    'a claim of another type',
    withClaims((random, claims) => {
      const name = pick(random, ['exp', 'nbf', 'iat', 'iss', 'sub', 'aud', 'jti', 'other']);
      claims[name] = pick(random, OTHER_TYPES);
    }),
  ],
  [
    'a claim that is missing',
    withClaims((random, claims) => {
      delete claims[pick(random, Object.keys(claims))];
    }),
  ],
  [
    'another issuer or audience',
    withClaims((random, claims) => {
      claims[pick(random, ['iss', 'aud'])] = pick(random, [
        `${ISSUER}x`,
        ISSUER.slice(0, -1),
        ISSUER.toUpperCase(),
        [ISSUER],
        [AUDIENCE, 7],
        [],
        [[AUDIENCE]],
        'other',
        `${AUDIENCE} `,
        { [AUDIENCE]: true },
      ]);
    }),
  ],
  [
    'a number in another spelling',
    (random, parts) => {
      const spelling = pick(random, [
        '1e400',
        '1.8e9',
        `${NOW + 500}.0`,
        `${NOW + 500}.5e0`,
        `0${NOW}`,
        `+${NOW}`,
        '18e8',
        '-0',
        '1e-400',
        '.5',
        '5.',
        `"${NOW}"`,
        'Infinity',
        '0x7fffffff',
      ]);
      parts.payload = parts.payload.replace(
        /"(exp|nbf|iat)":\d+/,
        (_, name) => `"${name}":${spelling}`,
      );
    },
  ],
  [
    'another algorithm',
    withHeader((random, header) => {
      header.alg = pick(random, [
        'none',
        'None',
        '',
        'HS256 ',
        'hs256',
        'HS384',
        'RS256',
        'ES256',
        'HS256',
        'ES384',
        'EdDSA',
        null,
        256,
        ['HS256'],
        `${header.alg}\u0000`,
      ]);
    }),
  ],
  [
    'another header parameter',
    withHeader((random, header) => {
      const [name, value] = pick(random, [
        ['typ', 'at+jwt'],
        ['cty', 'JWT'],
        ['kid', 'other'],
        ['x', { y: [] }],
        ['crit', []],
        ['crit', ['x']],
        ['crit', ['exp']],
        ['crit', 'exp'],
        ['b64', false],
        ['jku', 'https://attacker.example/jwks'],
        ['jwk', { kty: 'oct', k: 'AAAA' }],
        ['kid', null],
        ['kid', 7],
        ['typ', null],
        ['x5t', []],
        ['x5c', 'MII'],
      ]);
      header[name] = value;
    }),
  ],
  [
    'a member twice',
    withText((random, text) => {
      const again = pick(random, [
        '"sub":"other"',
        `"exp":${NOW + 9}`,
        '"\\u0073ub":"user"',
        '"alg":"none"',
        '"n":1,"n":1',
        '"a":{"b":1,"b":2}',
        '"a":[{"b":1,"\\u0062":1}]',
        '"iss":"x"',
        '"__proto__":1,"__proto__":2',
      ]);
      return random(2) === 0 ? appended(text, again) : `{${again},${text.slice(1)}`;
    }),
  ],
  [
    'white space in the JSON',
    withText((random, text) => {
      const space = pick(random, [' ', '\n', '\t', '\r\n', '\u00a0', '\ufeff', '\v', '  ']);
      const places = [...text.matchAll(/[{}[\]:,]/g)].map(({ index }) => index + random(2));
      return insertAt(text, pick(random, [0, text.length, ...places]), space);
    }),
  ],
  [
    'escapes in the JSON',
    withText((random, text) => {
      const place = pick(
        random,
        [...text.matchAll(/[a-z]/g)].map(({ index }) => index),
      );
      const code = text.charCodeAt(place).toString(16).padStart(4, '0');
      const escape = pick(random, [
        `\\u${code}`,
        `\\u${code.toUpperCase()}`,
        `\\U${code}`,
        '\\x61',
        '\\/',
      ]);
      return text.slice(0, place) + escape + text.slice(place + 1);
    }),
  ],
  [
    'text that is no Unicode',
    (random, parts) => {
      const what = pick(random, ['\\ud800', '\\udfff\\ud800', '\\ud83d\\ude00', '\\u0000', 'raw']);
      const marked = appended(parts.payload, `"note":"<>"`);
      if (what !== 'raw') {
        parts.payload = marked.replace('<>', () => what);
        return;
      }
      const bytes = pick(random, [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0x1f]]);
      const place = marked.indexOf('<>');
      const [before, after] = [marked.slice(0, place), marked.slice(place + 2)];
      parts.payload = Buffer.concat(
        [before, Uint8Array.from(bytes), after].map((part) => Buffer.from(part)),
      );
    },
  ],
  [
    'a byte order mark',
    withText((random, text) => pick(random, [`\ufeff${text}`, `${text}\ufeff`])),
  ],
  [
    'deep nesting',
    withText((random, text) => {
      const levels = pick(random, [10, 62, 63, 64, 65, 99, 101, 500]);
      return appended(text, `"deep":${'['.repeat(levels)}${']'.repeat(levels)}`);
    }),
  ],
  [
    'no object',
    withText((random, text) =>
      pick(random, [
        `[${text}]`,
        'null',
        '""',
        '7',
        '',
        `${text}${text}`,
        '{}',
        `${text},`,
        "{'a':1}",
      ]),
    ),
  ],
  [
    'a character of the JSON',
    withText((random, text) => changedCharacter(random, text, JSON_CHARACTERS)),
  ],
  [
    'a member called as a method',
    withText((random, text) => {
      const name = pick(random, ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then']);
      return appended(text, `"${name}":${pick(random, ['1', '{}', '{"exp":9999999999}', 'null'])}`);
    }),
  ],
  ['nothing', () => {}],
];

/** Writes a segment in another spelling of the same bytes; says which. */
function respell(random, segments, index) {
  const segment = segments[index];
  const [name, spelled] = pick(random, [
    ['padding', segment + '='.repeat(pick(random, [1, 2, 3, 4]))],
    ['the other alphabet', segment.replaceAll('-', '+').replaceAll('_', '/')],
    [
      'white space in a segment',
      insertAt(segment, random(segment.length + 1), pick(random, [' ', '\n', '\t'])),
    ],
    ['other last bits', withOtherLastBits(random, segment)],
    ['one character more', segment + pick(random, [...BASE64URL])],
  ]);
  segments[index] = spelled;
  return `${name} of segment ${index}`;
}

function withOtherLastBits(random, segment) {
  const place = BASE64URL.indexOf(segment.at(-1));
  const unused = { 0: 0, 2: 4, 3: 2 }[segment.length % 4] ?? 0;
  const last = BASE64URL[(place & -(2 ** unused)) | random(2 ** unused)] ?? segment.at(-1);
  return segment.slice(0, -1) + last;
}

/** Changes the finished token; says how. */
function mutateText(random, token) {
  const place = random(token.length);
  const other = pick(random, random(6) === 0 ? [...OTHER_CHARACTERS] : [...BASE64URL]);
  return pick(random, [
    ['a character', changedCharacter(random, token, BASE64URL + OTHER_CHARACTERS)],
    ['another character', token.slice(0, place) + other + token.slice(place + 1)],
    ['the last character', token.slice(0, -1) + other],
    ['one character less', token.slice(0, place) + token.slice(place + 1)],
    ['a character twice', insertAt(token, place, token[place])],
    ['two characters swapped', swapped(token, place)],
    ['cut off', token.slice(0, place)],
    ['one more segment', `${token}.${pick(random, ['', 'AAAA', token])}`],
    [
      'one segment less',
      token
        .split('.')
        .slice(random(2), 3 - random(2))
        .join('.'),
    ],
    ['an empty segment', emptied(random, token)],
    ['segments in another order', token.split('.').reverse().join('.')],
    [
      'something around it',
      pick(random, [` ${token}`, `${token}\n`, `"${token}"`, `Bearer ${token}`]),
    ],
    ['nothing', token],
  ]);
}

function changedCharacter(random, text, alphabet) {
  const place = random(text.length);
  const character = pick(random, [...alphabet]);
  return pick(random, [
    text.slice(0, place) + character + text.slice(place + 1),
    insertAt(text, place, character),
    text.slice(0, place) + text.slice(place + 1),
    swapped(text, place),
  ]);
}

const swapped = (text, place) =>
  text.slice(0, place) + (text[place + 1] ?? '') + text[place] + text.slice(place + 2);

function emptied(random, token) {
  const segments = token.split('.');
  segments[random(3)] = '';
  return segments.join('.');
}
