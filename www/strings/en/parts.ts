/** Header, payload and signature. */

export const header = {
  title: 'Header',
  label: 'JOSE header, JSON',
  placeholder: '{"alg":"ES256"}',
  explained: 'Parameters explained',
};

export const payload = {
  title: 'Payload',
  label: 'Claims, JSON',
  placeholder: 'Write claims here, and sign them with a key',
  tabs: { claims: 'Claims', json: 'JSON' },
  explained: 'Claims',
  claim: 'Claim',
  value: 'Value',
  meaning: 'Meaning',
  unknown: 'Custom claim',
  asSeconds: (year: number) => `in the year ${year}, as seconds`,
  asMilliseconds: 'if milliseconds were meant:',
  setExpiry: 'Set exp to',
  expiryIn: { '900': '+15 min', '3600': '+1 h', '-60': '−1 min' },
};

export const signature = {
  title: 'Signature',
  label: 'Signature, base64url',
  show: 'Show and edit',
  bytes: (count: number) => `${count} bytes`,
  none: 'no signature',
  sign: 'Sign with this key',
  given: 'from the pasted token',
  signed: 'made here with your key',
  stale: 'out of date: you edited the token',
  holds: 'verified',
  fails: 'does not verify',
  unknown: 'not checked',
};
