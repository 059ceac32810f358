/** Header, payload and signature. */

export const header = {
  title: 'Header',
  label: 'JOSE header, JSON',
  placeholder: '{"alg":"ES256"}',
};

export const payload = {
  title: 'Payload',
  label: 'Claims, JSON',
  placeholder: 'Or write claims here, and sign them with a key',
  explained: 'Claims explained',
  claim: 'Claim',
  value: 'Value',
  meaning: 'Meaning',
  unknown: 'Known to its issuer alone',
  atProvider: 'At',
  milliseconds: 'in milliseconds: claims count in seconds',
  setExpiry: 'Set exp to',
  expiryIn: { '900': '+15 min', '3600': '+1 h', '-60': '−1 min' },
};

export const signature = {
  title: 'Signature',
  label: 'Signature, base64url',
  bytes: (count: number) => `${count} bytes`,
  none: 'no signature',
  sign: 'Sign with this key',
  given: 'as it came',
  signed: 'made in this page with your key',
  stale: 'from before the edit: put in a private key or a secret to sign',
  failed: 'not signed',
  holds: 'holds',
  fails: 'does not hold',
  unknown: 'not checked',
};
