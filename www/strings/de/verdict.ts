/** Das Urteil mit seinen drei Ampeln, und die Zeit, für die es gilt. */
import type { Strings } from '../en.js';

export const verdict: Strings['verdict'] = {
  label: 'Urteil',
  empty: [
    'Token einfügen',
    'Oder einen Text, in dem eines steht: Header, Cookie, curl-Befehl, URL, Protokoll.',
  ],
  unreadable: ['Kein Token', ''],
  encrypted: ['Verschlüsselt', 'Lesbar ist der Header. Den Rest entschlüsselt diese Seite nicht.'],
  keyRefused: ['Schlüssel nicht verwendbar', ''],
  edited: ['Geändert, noch nicht signiert', 'Die Signatur stammt von vor der Änderung.'],
  noKey: ['Ungeprüft', 'Das kann jeder geschrieben haben: zum Prüfen fehlt ein Schlüssel.'],
  noKeyAndFailing: ['Ungültig', ''],
  refused: ['Ungültig', ''],
  weak: [
    'Schwacher Schlüssel',
    'Die Signatur stimmt, aber ein Dienst sollte einen Schlüssel ablehnen, der sich erraten lässt.',
  ],
  verified: ['Signatur geprüft', 'Beachten Sie aber, was unten markiert ist.'],
  valid: ['Gültig', 'Die Signatur stimmt, und alle Prüfungen sind bestanden.'],
  keyFromLink: 'Der Schlüssel kam mit dem Link: wer den Link gemacht hat, hat ihn gewählt.',
};

export const lights: Strings['lights'] = {
  names: { signature: 'Signatur', time: 'Zeit', expectations: 'Erwartungen' },
  tones: { open: 'nicht geprüft', passed: 'bestanden', warning: 'Vorsicht', failed: 'gescheitert' },
  unread: 'Nicht geprüft.',
  noKey: 'Nicht geprüft: es gibt noch keinen Schlüssel.',
  verified: (algorithm) => `Geprüft mit ${algorithm} und Ihrem Schlüssel.`,
  weak: (algorithm) => `Geprüft mit ${algorithm}, aber dieser Schlüssel lässt sich erraten.`,
  keyRefused: (reason) => `Nicht geprüft. Der Schlüssel: ${reason}`,
  edited: 'Veraltet: Sie haben das Token geändert.',
  editedNoKey:
    'Veraltet: Sie haben das Token geändert. Zum Signieren fehlt ein privater Schlüssel.',
  notSigned: (reason) => `Nicht signiert: ${reason}`,
  expires: (span, time) => `Läuft in ${span} ab, ${time}.`,
  expired: (span, time) => `Vor ${span} abgelaufen, ${time}.`,
  begins: (span, time) => `Gilt erst in ${span}, ab ${time}.`,
  holds: 'Gilt jetzt.',
  never: 'Läuft nie ab: das Token hat kein exp.',
  milliseconds: (claim) => `${claim} steht in Millisekunden. Gelesen wird es als Sekunden.`,
  nothing: 'Das Token nennt weder Aussteller noch Empfänger, die zu prüfen wären.',
  unchecked: (names) => `Nicht geprüft: ${names}.`,
  incomplete: (names) => `Noch nicht geprüft. Es fehlt: ${names}.`,
  met: (names) => `Wie erwartet: ${names}.`,
  taken: 'Die Werte stammen aus dem Token selbst: Vergleichen Sie sie mit Ihren Einstellungen.',
  more: (count) => (count === 1 ? 'Und eine weitere.' : `Und ${count} weitere.`),
  actions: {
    fetch: (host) => `Schlüssel von ${host} abrufen`,
    rules: (title) => `Regeln von ${title} anwenden`,
    addKey: 'Schlüssel eingeben',
    sign: 'Mit diesem Schlüssel signieren',
    requireExp: 'exp verlangen',
    expect: 'Diese erwarten',
    fillIn: 'Ausfüllen',
  },
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
  looking: (time) => `Das ist das Urteil zum Zeitpunkt ${time}.`,
};
