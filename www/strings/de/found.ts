/** Was in einem eingefügten Text gefunden wurde, und wonach ein Text aussieht, in dem kein Token ist. */
import type { Strings } from '../en.js';

const named = (before: string, after: string, otherwise: string) => (name: string | undefined) =>
  name === undefined ? otherwise : `${before}${name}${after}`;

export const found: Strings['found'] = {
  title: 'Gefundene Tokens',
  places: {
    curl: named('im Header ', ' eines curl-Befehls', 'in einem curl-Befehl'),
    header: named('im Header ', '', 'in einem Header'),
    cookie: named('im Cookie ', '', 'in einem Cookie'),
    json: named('im JSON-Feld ', '', 'in JSON'),
    url: named('im URL-Parameter ', '', 'in einer URL'),
    form: named('im Formularfeld ', '', 'in einem Formular'),
    code: named('im Quelltext bei ', '', 'im Quelltext'),
    env: named('in der Variablen ', '', 'in einer Liste von Variablen'),
    yaml: named('in YAML bei ', '', 'in YAML'),
    log: named('in einem Log bei ', '', 'in einem Log'),
    har: named('in einer HAR-Datei bei ', '', 'in einer HAR-Datei'),
    base64: named('in Base64 bei ', '', 'in Base64'),
    serialization: () => 'in seiner JSON-Serialisierung; dies ist die kompakte Form',
    text: () => 'im eingefügten Text',
  },
  line: (place) => `Token gefunden ${place}.`,
  several: (count, place) => `${count} Tokens gefunden. Das gezeigte steht ${place}.`,
  showPasted: 'Eingefügten Text zeigen',
  choose: 'Token wählen',
  compare: 'Vergleichen',
  compareWith: (name) => `Mit ${name} vergleichen`,
  numbered: (index) => `Token ${index}`,
  looks: {
    opaque: ({ name = '' }) =>
      `Das ist ein Zugangsschlüssel von ${name}, kein JWT. Er ist undurchsichtig: Nur ${name} weiß, wofür er gilt. Behandeln Sie ihn wie ein Passwort.`,
    paseto: ({ name = '' }) =>
      `Das ist ein PASETO (${name}), kein JWT. Prüfen kann ihn eine PASETO-Bibliothek.`,
    saml: () => 'Das ist eine SAML-Nachricht, kein JWT: XML, das anders signiert wird.',
    uuid: () =>
      'Das ist eine UUID, kein JWT: ein Bezeichner, in dem nichts zu lesen oder zu prüfen ist.',
    jwk: () => 'Das ist ein Schlüssel (JWK), kein Token.',
    'jwk-set': () => 'Das ist ein Schlüsselsatz (JWK Set), kein Token.',
    pem: ({ name = 'key' }) => `Das ist PEM (${name.toLowerCase()}), kein Token.`,
    'ssh-key': () => 'Das ist ein SSH-Schlüssel, kein Token.',
    claims: () => 'Das ist ein JSON-Objekt, kein Token. Es kann die Nutzlast eines Tokens sein.',
    header: () =>
      'Das ist der dekodierte Header eines Tokens. Prüfen lässt sich nur das kodierte Token.',
    part: ({ name }) =>
      name === 'header'
        ? 'Das ist der erste Teil eines JWT, sein Header. Ein JWT hat drei Teile mit Punkten dazwischen.'
        : 'Das ist ein Teil eines JWT, seine Nutzlast. Ein JWT hat drei Teile mit Punkten dazwischen.',
    shortened: () => 'Dieses Token wurde gekürzt: Die Mitte fehlt. Kopieren Sie das ganze Token.',
    placeholder: ({ name = '' }) =>
      `„${name}“ ist ein Platzhalter: Das echte Token wurde nie eingesetzt.`,
    url: ({ moveTo }) =>
      moveTo === 'keys-url'
        ? 'Das ist die URL eines Schlüsselsatzes, kein Token.'
        : 'Das ist eine URL ohne Token.',
    basic: () =>
      'Das sind Basic-Zugangsdaten in Base64: ein Benutzername und ein Passwort, kein Token.',
    fernet: () =>
      'Das ist ein Fernet-Token, kein JWT. Es ist verschlüsselt und braucht seine eigene Bibliothek.',
    macaroon: () => 'Das ist ein Macaroon, kein JWT. Prüfen kann es eine Macaroon-Bibliothek.',
    branca: () =>
      'Das ist ein Branca-Token, kein JWT. Es ist verschlüsselt und braucht seine eigene Bibliothek.',
    'hex-secret': () => 'Das ist hexadezimal, kein Token: vielleicht ein Geheimnis.',
  },
  moves: {
    key: 'In das Schlüsselfeld verschieben',
    payload: 'Als Nutzlast verwenden',
  },
  fetch: (host) => `Schlüssel von ${host} holen`,
  fetching: (host) => `Die Schlüssel werden von ${host} geholt …`,
  repairs: {
    padding: 'es hat Füllzeichen (=)',
    alphabet: 'es ist in Base64 statt in Base64url (+ und / statt - und _)',
    whitespace: 'es enthält Leerraum',
  },
  repairable: (faults) =>
    `Dieses Token ist nicht so geschrieben, wie der Standard es will: ${faults}.`,
  repair: 'Reparieren',
  repairHint: 'Wurde es in dieser Form signiert, passt die Signatur nicht zum reparierten Token.',
  inText: (count) =>
    count === 1 ? 'In diesem Text ist ein Token.' : `In diesem Text sind ${count} Tokens.`,
  take: (count) => (count === 1 ? 'Token zeigen' : 'Tokens zeigen'),
  table: (count) => `Alle ${count} Tokens`,
  columns: {
    order: 'Nr.',
    place: 'Gefunden in',
    issuer: 'Aussteller',
    subject: 'Subjekt',
    expires: 'Läuft ab',
    verdict: 'Ergebnis',
  },
  open: (index) => `Token ${index} öffnen`,
  never: 'nie',
  more: (count) => `${count} weitere Tokens sind nicht aufgeführt.`,
  drop: 'Datei loslassen: Das Token oder der Schlüssel darin wird in dieser Seite gelesen und nirgendwohin gesendet.',
  done: {
    token: 'Das eingefügte Token wird gezeigt.',
    tokens: (count) => `${count} Tokens gefunden. Das erste wird gezeigt.`,
    key: 'Der Schlüssel steht im Schlüsselfeld.',
    text: 'Im eingefügten Text ist kein Token.',
    tooLarge: 'Die Datei ist größer als 20 MB und wurde nicht gelesen.',
    unreadable: 'Die Datei ließ sich nicht lesen.',
  },
};
