/** Header, Nutzlast und Signatur. */
import type { Strings } from '../en.js';

export const header: Strings['header'] = {
  title: 'Header',
  label: 'JOSE-Header, JSON',
  placeholder: '{"alg":"ES256"}',
  explained: 'Parameter erklärt',
};

export const payload: Strings['payload'] = {
  title: 'Nutzlast',
  label: 'Claims, JSON',
  placeholder: 'Hier Claims schreiben und mit einem Schlüssel signieren',
  tabs: { claims: 'Claims', json: 'JSON' },
  explained: 'Claims',
  claim: 'Claim',
  value: 'Wert',
  meaning: 'Bedeutung',
  unknown: 'Eigener Claim des Ausstellers',
  asSeconds: (year) => `im Jahr ${year}, als Sekunden gelesen`,
  asMilliseconds: 'falls Millisekunden gemeint sind:',
  setExpiry: 'exp setzen auf',
  expiryIn: { '900': '+15 min', '3600': '+1 h', '-60': '−1 min' },
};

export const signature: Strings['signature'] = {
  title: 'Signatur',
  label: 'Signatur, base64url',
  show: 'Zeigen und ändern',
  bytes: (count) => `${count} Bytes`,
  none: 'keine Signatur',
  sign: 'Mit diesem Schlüssel signieren',
  given: 'aus dem eingefügten Token',
  signed: 'hier mit Ihrem Schlüssel gemacht',
  stale: 'veraltet: Sie haben das Token geändert',
  holds: 'geprüft',
  fails: 'stimmt nicht',
  unknown: 'nicht geprüft',
};
