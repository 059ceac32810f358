/** Die Dialoge. */
import type { Strings } from '../en.js';

export const compare: Strings['compare'] = {
  title: 'Vergleichen',
  lead: 'Vergleicht zwei Tokens Claim für Claim, ohne sie zu prüfen.',
  left: 'Dieses Token',
  right: 'Das andere Token',
  placeholder: 'Das andere Token einfügen',
  unreadable: 'Eines der beiden Tokens ist nicht lesbar.',
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
  lead: 'Gerade mit einem neuen Schlüssel signiert; Änderungen werden neu signiert.',
  fresh: 'Eines für jeden Algorithmus',
  others: 'Von anderen Bibliotheken',
  by: (name) => `von ${name}`,
  tour: 'Angriffe',
  tourLead: 'Tokens, wie Angreifer sie schreiben, und wie sie abgelehnt werden.',
  start: 'Rundgang beginnen',
  failed: 'Dieser Browser kann einen solchen Schlüssel nicht erzeugen.',
};

export const share: Strings['share'] = {
  title: 'Teilen',
  lead: 'Das Token steht im Teil nach #, den Browser nie senden. Wer den Link hat, hat das Token.',
  withKey: 'Mit dem öffentlichen Schlüssel',
  noKey:
    'Es gibt keinen öffentlichen Schlüssel zum Teilen. Links enthalten nie Geheimnisse oder private Schlüssel.',
  withPolicy: 'Mit den Erwartungen',
  live: 'Dieses Token gilt noch. Wer den Link hat, kann es verwenden.',
  confirm: 'Verstanden; Link erstellen',
  link: 'Link',
  copy: 'Link kopieren',
};
