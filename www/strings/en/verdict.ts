/** The verdict, and the time it is for. */

export const verdict = {
  label: 'Verdict',
  empty: [
    'Paste a token',
    'Or a header, a cookie, a curl command, an address: the token in it is found.',
  ],
  unreadable: ['Not a token', ''],
  encrypted: [
    'Encrypted',
    'The header can be read. The claims can be read by the recipient alone, with the private key.',
  ],
  keyRefused: ['Key not usable', ''],
  noKey: [
    'Not verified',
    'There is no key yet. Whatever stands here, anybody can have written it.',
  ],
  noKeyAndFailing: ['Not valid', ''],
  refused: ['Not valid', ''],
  weak: ['Weak key', 'The signature holds, but services should refuse a key that can be guessed.'],
  valid: ['Valid', 'The signature holds, and so does every check.'],
  unchecked: (names: string) => `Not checked: ${names}.`,
  keyFromLink: 'The key came with the link: whoever made the link chose it.',
  expires: (span: string) => `expires in ${span}`,
  expired: (span: string) => `expired ${span} ago`,
  begins: (span: string) => `valid in ${span}`,
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
  looking: (time: string) => `This is what would have been said at ${time}.`,
};
