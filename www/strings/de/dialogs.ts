/** Die Dialoge. */
import type { Strings } from '../en.js';

export const compare: Strings['compare'] = {
  title: 'Vergleichen',
  lead: 'Zwei Tokens, Claim für Claim. Geprüft wird hier nichts.',
  left: 'Dieses Token',
  right: 'Das andere Token',
  placeholder: 'Das andere Token einfügen',
  unreadable: 'Eines der beiden ist nicht zu lesen.',
  part: 'Teil',
  name: 'Name',
  status: 'Unterschied',
  statuses: {
    same: 'gleich',
    changed: 'verschieden',
    onlyLeft: 'nur in diesem',
    onlyRight: 'nur im anderen',
  },
  summary: (count) => (count === 1 ? '1 Unterschied' : `${count} Unterschiede`),
};

export const examples: Strings['examples'] = {
  title: 'Beispiele',
  lead: 'In diesem Moment signiert, mit einem eigens gemachten Schlüssel: ändern Sie die Nutzlast, und es wird neu signiert.',
  fresh: 'Eines für jeden Algorithmus',
  others: 'Von anderen Bibliotheken gemacht',
  by: (name) => `von ${name}`,
  tour: 'Angriffe',
  tourLead: 'Tokens, wie Angreifer sie schreiben, und wie jedes abgelehnt wird.',
  start: 'Rundgang beginnen',
  failed: 'Dieser Browser kann einen solchen Schlüssel nicht machen.',
};

export const share: Strings['share'] = {
  title: 'Teilen',
  lead: 'Der Link hat das Token nach dem Nummernzeichen, das Browser an keinen Server senden. Wer den Link hat, hat das Token.',
  withKey: 'Mit dem öffentlichen Schlüssel',
  noKey:
    'Es gibt keinen öffentlichen Schlüssel zu teilen. Geheimnisse und private Schlüssel sind nie Teil eines Links.',
  withPolicy: 'Mit den Erwartungen',
  live: 'Dieses Token gilt noch. Wer den Link hat, kann es verwenden.',
  confirm: 'Ich weiß, und will den Link trotzdem',
  link: 'Link',
  copy: 'Link kopieren',
};
