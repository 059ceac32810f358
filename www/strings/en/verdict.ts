/** The verdict with its three lights, and the time it is for. */

export const verdict = {
  label: 'Verdict',
  empty: [
    'Paste a token',
    'Or any text with a token in it: a header, a cookie, a curl command, a URL, a log.',
  ],
  unreadable: ['Not a token', ''],
  encrypted: ['Encrypted', 'You can read the header. This page does not decrypt the rest.'],
  keyRefused: ['Key cannot be used', ''],
  edited: ['Edited, not signed yet', 'The signature is from before your edit.'],
  noKey: ['Not verified', 'Anyone could have written this: add a key to verify it.'],
  noKeyAndFailing: ['Not valid', ''],
  refused: ['Not valid', ''],
  weak: [
    'Weak key',
    'The signature verifies, but a service should refuse a key that can be guessed.',
  ],
  verified: ['Signature verified', 'But look at what is marked below.'],
  valid: ['Valid', 'The signature is verified, and all checks passed.'],
  keyFromLink: 'The key came with the link: whoever made the link chose it.',
};

export const lights = {
  names: { signature: 'Signature', time: 'Time', expectations: 'Expectations' },
  tones: { open: 'not checked', passed: 'passed', warning: 'caution', failed: 'failed' },
  unread: 'Not checked.',
  noKey: 'Not verified: there is no key yet.',
  verified: (algorithm: string) => `Verified with ${algorithm} and your key.`,
  weak: (algorithm: string) => `Verified with ${algorithm}, but this key can be guessed.`,
  keyRefused: (reason: string) => `Not verified. The key: ${reason}`,
  edited: 'Out of date: you edited the token.',
  editedNoKey: 'Out of date: you edited the token. Add a private key to sign it again.',
  notSigned: (reason: string) => `Not signed: ${reason}`,
  expires: (span: string, time: string) => `Expires in ${span}, at ${time}.`,
  expired: (span: string, time: string) => `Expired ${span} ago, at ${time}.`,
  begins: (span: string, time: string) => `Not valid for another ${span}, until ${time}.`,
  holds: 'Valid now.',
  never: 'Never expires: the token has no exp.',
  milliseconds: (claim: string) => `${claim} is in milliseconds. Verifiers read it as seconds.`,
  nothing: 'The token names no issuer and no audience that you could check.',
  unchecked: (names: string) => `Not checked: ${names}.`,
  incomplete: (names: string) => `Not checked yet. Still missing: ${names}.`,
  met: (names: string) => `As expected: ${names}.`,
  /** After what is as expected. */
  taken: 'The values come from the token itself: compare them with your own settings.',
  more: (count: number) => (count === 1 ? 'And one more.' : `And ${count} more.`),
  actions: {
    fetch: (host: string) => `Fetch the keys of ${host}`,
    rules: (title: string) => `Use the rules of ${title}`,
    addKey: 'Add a key',
    sign: 'Sign with this key',
    requireExp: 'Require exp',
    expect: 'Expect these',
    fillIn: 'Fill in',
  },
};

export const time = {
  title: 'As of',
  now: 'now',
  date: 'Date and time',
  jump: 'Go to',
  issued: 'issued',
  before: 'just before exp',
  after: 'at exp',
  back: 'Back to now',
  looking: (time: string) => `This is the verdict as of ${time}.`,
};
