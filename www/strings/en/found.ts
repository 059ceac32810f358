/** What was found in a pasted text, and what a text looks like in which there is no token. */
import type { LookAlike, LookAlikeKind } from '../../model/found/look-alike.js';
import type { Repair } from '../../model/found/repair.js';
import type { Column } from '../../model/found/table.js';
import type { TokenPlace } from '../../model/found/place.js';

/** The words for a place: with the name of the header, the member or the variable, where there is one. */
type InPlace = (name: string | undefined) => string;

const named = (before: string, after: string, otherwise: string) => (name: string | undefined) =>
  name === undefined ? otherwise : `${before}${name}${after}`;

const places: Readonly<Record<TokenPlace, InPlace>> = {
  curl: named('in the ', ' header of a curl command', 'in a curl command'),
  header: named('in the ', ' header', 'in a header'),
  cookie: named('in the cookie ', '', 'in a cookie'),
  json: named('in the JSON member ', '', 'in JSON'),
  url: named('in the URL parameter ', '', 'in a URL'),
  form: named('in the form field ', '', 'in a form'),
  code: named('in source code, at ', '', 'in source code'),
  env: named('in the variable ', '', 'in a list of variables'),
  yaml: named('in YAML, at ', '', 'in YAML'),
  log: named('in a log, at ', '', 'in a log'),
  har: named('in a HAR file, at ', '', 'in a HAR file'),
  base64: named('in base64, at ', '', 'in base64'),
  serialization: () => 'in its JSON serialization; this is its compact form',
  text: () => 'in the pasted text',
};

const looks: Readonly<Record<LookAlikeKind, (like: LookAlike) => string>> = {
  opaque: ({ name = '' }) =>
    `This is a credential of ${name}, not a JWT: it is opaque, and only ${name} can say what it is for. Treat it as a password.`,
  paseto: ({ name = '' }) =>
    `This is a PASETO (${name}), not a JWT. It needs a PASETO library to be verified.`,
  saml: () => 'This is a SAML message, not a JWT: XML that is signed in another way.',
  uuid: () => 'This is a UUID, not a JWT: an identifier, with nothing in it to read or verify.',
  jwk: () => 'This is a key (JWK), not a token.',
  'jwk-set': () => 'This is a key set (JWK Set), not a token.',
  pem: ({ name = 'key' }) => `This is PEM (${name.toLowerCase()}), not a token.`,
  'ssh-key': () => 'This is an SSH key, not a token.',
  claims: () => 'This is a JSON object, not a token. It can be the payload of one.',
  header: () => 'This is the decoded header of a token. Paste the encoded token to verify it.',
  part: ({ name }) =>
    name === 'header'
      ? 'This is the first part of a JWT, its header. A JWT has three parts separated by dots.'
      : 'This is one part of a JWT, its payload. A JWT has three parts separated by dots.',
  shortened: () => 'This token was shortened: its middle is missing. Copy the whole token.',
  placeholder: ({ name = '' }) =>
    `“${name}” is a placeholder: the real token was never put in its place.`,
  url: ({ moveTo }) =>
    moveTo === 'keys-url'
      ? 'This is the URL of a key set, not a token.'
      : 'This is a URL without a token in it.',
  basic: () => 'These are Basic credentials in base64: a user name and a password, not a token.',
  fernet: () => 'This is a Fernet token, not a JWT. It is encrypted, and needs its own library.',
  macaroon: () => 'This is a macaroon, not a JWT. It needs a macaroon library to be verified.',
  branca: () => 'This is a Branca token, not a JWT. It is encrypted, and needs its own library.',
  'hex-secret': () => 'This is hexadecimal, not a token: perhaps a secret.',
};

const repairs: Readonly<Record<Repair, string>> = {
  padding: 'it has padding (=)',
  alphabet: 'it is in base64, not in base64url (+ and / instead of - and _)',
  whitespace: 'it has white space in it',
};

const columns: Readonly<Record<Column, string>> = {
  order: 'No.',
  place: 'Found in',
  issuer: 'Issuer',
  subject: 'Subject',
  expires: 'Expires',
  verdict: 'Verdict',
};

export const found = {
  title: 'Found tokens',
  places,
  /** One token. */
  line: (place: string) => `Token found ${place}.`,
  /** Several, of which one is shown. */
  several: (count: number, place: string) => `${count} tokens found. The one shown is ${place}.`,
  showPasted: 'Show the pasted text',
  choose: 'Choose a token',
  compare: 'Compare',
  compareWith: (name: string) => `Compare with ${name}`,
  numbered: (index: number) => `token ${index}`,
  looks,
  moves: {
    key: 'Move it to the key field',
    payload: 'Use it as the payload',
  },
  fetch: (host: string) => `Fetch the keys from ${host}`,
  fetching: (host: string) => `Fetching the keys from ${host} …`,
  repairs,
  repairable: (faults: string) => `This token is not written as the standard asks: ${faults}.`,
  repair: 'Repair it',
  /** Under what can be repaired, as the repair may cost the signature. */
  repairHint: 'If the issuer signed it this way, the signature does not match the repaired token.',
  /** A text in the pane with tokens in it. */
  inText: (count: number): string =>
    count === 1 ? 'There is a token in this text.' : `There are ${count} tokens in this text.`,
  take: (count: number): string => (count === 1 ? 'Show the token' : 'Show the tokens'),
  table: (count: number) => `All ${count} tokens`,
  columns,
  open: (index: number) => `Open token ${index}`,
  never: 'never',
  more: (count: number) => `${count} more tokens are not listed.`,
  drop: 'Drop the file: the token or key in it is read in this page and sent nowhere.',
  /** What a paste or a drop did, for screen readers too. */
  done: {
    token: 'The pasted token is shown.',
    tokens: (count: number) => `${count} tokens found. The first is shown.`,
    key: 'The key is in the key field.',
    text: 'There is no token in the pasted text.',
    tooLarge: 'The file is larger than 20 MB and was not read.',
    unreadable: 'The file could not be read.',
  },
};
