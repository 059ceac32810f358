/** Das Urteil, und die Zeit, für die es gilt. */
import type { Strings } from '../en.js';

export const verdict: Strings['verdict'] = {
  label: 'Urteil',
  empty: [
    'Token einfügen',
    'Oder einen Header, ein Cookie, einen curl-Befehl, eine Adresse: das Token darin wird gefunden.',
  ],
  unreadable: ['Kein Token', ''],
  encrypted: [
    'Verschlüsselt',
    'Der Header ist zu lesen. Die Claims liest nur der Empfänger, mit dem privaten Schlüssel.',
  ],
  keyRefused: ['Schlüssel unbrauchbar', ''],
  noKey: [
    'Ungeprüft',
    'Es gibt noch keinen Schlüssel. Was hier steht, kann jeder geschrieben haben.',
  ],
  noKeyAndFailing: ['Ungültig', ''],
  refused: ['Ungültig', ''],
  weak: [
    'Schwacher Schlüssel',
    'Die Signatur hält, aber ein zu erratender Schlüssel ist abzulehnen.',
  ],
  valid: ['Gültig', 'Die Signatur hält, und jede Prüfung auch.'],
  unchecked: (names) => `Nicht geprüft: ${names}.`,
  keyFromLink: 'Der Schlüssel kam mit dem Link: wer ihn gemacht hat, hat ihn gewählt.',
  expires: (span) => `läuft in ${span} ab`,
  expired: (span) => `vor ${span} abgelaufen`,
  begins: (span) => `gilt in ${span}`,
};

export const time: Strings['time'] = {
  title: 'Zeitpunkt',
  now: 'jetzt',
  date: 'Datum und Uhrzeit',
  jump: 'Springe zu',
  issued: 'ausgestellt',
  before: 'kurz vor exp',
  after: 'bei exp',
  back: 'Zurück zu jetzt',
  looking: (time) => `Das wäre am ${time} gesagt worden.`,
};
