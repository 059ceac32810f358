/** Header, Nutzlast und Signatur. */
import type { Strings } from '../en.js';

export const header: Strings['header'] = {
  title: 'Header',
  label: 'JOSE-Header, JSON',
  placeholder: '{"alg":"ES256"}',
};

export const payload: Strings['payload'] = {
  title: 'Nutzlast',
  label: 'Claims, JSON',
  placeholder: 'Oder hier Claims schreiben und mit einem Schlüssel signieren',
  explained: 'Claims erklärt',
  claim: 'Claim',
  value: 'Wert',
  meaning: 'Bedeutung',
  unknown: 'Nur seinem Aussteller bekannt',
  atProvider: 'Bei',
  milliseconds: 'in Millisekunden: Claims zählen in Sekunden',
  setExpiry: 'exp setzen auf',
  expiryIn: { '900': '+15 min', '3600': '+1 h', '-60': '−1 min' },
};

export const signature: Strings['signature'] = {
  title: 'Signatur',
  label: 'Signatur, base64url',
  bytes: (count) => `${count} Bytes`,
  none: 'keine Signatur',
  sign: 'Mit diesem Schlüssel signieren',
  given: 'wie gekommen',
  signed: 'in dieser Seite mit Ihrem Schlüssel gemacht',
  stale: 'von vor der Änderung: zum Signieren fehlt ein privater Schlüssel oder ein Geheimnis',
  failed: 'nicht signiert',
  holds: 'hält',
  fails: 'hält nicht',
  unknown: 'nicht geprüft',
};
