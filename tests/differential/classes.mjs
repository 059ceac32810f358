// What only jose accepts, by kind: the token tells, not how it came to be. Each has the reason why it is refused
// here. The test asserts that there is no other kind, and that each of these occurs.

const STRINGS = ['iss', 'sub', 'jti'];
const DATES = ['exp', 'nbf', 'iat'];
const MOST_LEVELS = 64;

const segmentsOf = (token) => token.split('.');
const bytesOf = (segment) => Buffer.from(segment.replaceAll(/[=\s]/g, ''), 'base64');
const textsOf = (token) =>
  segmentsOf(token)
    .slice(0, 2)
    .map((segment) => bytesOf(segment).toString());
const claimsOf = (token) => JSON.parse(textsOf(token)[1]);

export const CLASSES = [
  {
    name: 'another spelling of base64url',
    why:
      'RFC 7515 §2 has no padding, no white space and one alphabet, and unused bits are zero: one token must have ' +
      'one text, or a list of revoked texts is worth nothing.',
    holds: (token) =>
      segmentsOf(token).some((segment) => bytesOf(segment).toString('base64url') !== segment),
  },
  {
    name: 'a byte order mark',
    why: 'RFC 8259 §8.1 forbids to write one, and a parser that does not skip it reads nothing.',
    holds: (token) => textsOf(token).some((text) => text.startsWith('\ufeff')),
  },
  {
    name: 'a payload that says it is not encoded',
    why: 'RFC 7797 §7: "b64" is never false in a JWT; without "crit" jose does not look at it.',
    holds: (token) => JSON.parse(textsOf(token)[0]).b64 === false,
  },
  {
    name: 'a member twice',
    why: 'RFC 7519 §4 lets a parser refuse it, and two parsers that do not may read two tokens in one.',
    holds: (token) => textsOf(token).some(hasRepeatedMember),
  },
  {
    name: 'a lone surrogate',
    why: 'RFC 7493 §2.1: it is no Unicode text, and turns into another one on its way into UTF-8.',
    holds: (token) => textsOf(token).some((text) => !isWellFormed(JSON.parse(text))),
  },
  {
    name: 'nesting beyond the limit',
    why: 'Work is bounded before it is done; the limit is an option.',
    holds: (token) => textsOf(token).some((text) => depthOf(JSON.parse(text)) > MOST_LEVELS),
  },
  {
    name: 'a registered claim of another type',
    why: 'RFC 7519 §4.1 gives each its type, and code that reads the claims relies on it.',
    holds: (token) => {
      const claims = claimsOf(token);
      return (
        STRINGS.some((name) => name in claims && typeof claims[name] !== 'string') ||
        DATES.some((name) => name in claims && !Number.isFinite(claims[name])) ||
        [claims.aud].flat().some((name) => typeof name !== 'string')
      );
    },
  },
];

/** Whether an object in the JSON text, which is well-formed, has two members of one name. */
function hasRepeatedMember(text) {
  const open = [];
  for (const [piece, string] of text.matchAll(
    /("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g,
  )) {
    if (piece === '{' || piece === '[') open.push(new Set());
    else if (piece === '}' || piece === ']') open.pop();
    else if (string !== undefined) {
      const name = JSON.parse(string);
      if (open.at(-1).has(name)) return true;
      open.at(-1).add(name);
    }
  }
  return false;
}

function isWellFormed(value) {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([name, member]) => name.isWellFormed() && isWellFormed(member),
  );
}

function depthOf(value) {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
