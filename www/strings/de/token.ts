/** Das Feld des Tokens. */
import type { Strings } from '../en.js';

export const token: Strings['token'] = {
  title: 'Token',
  label: 'JSON Web Token, kodiert',
  placeholder: 'Ein Token einfügen, oder worin es steht',
  found: 'Im eingefügten Text gefunden:',
  places: {
    curl: 'curl-Befehl',
    header: 'Header',
    cookie: 'Cookie',
    json: 'Feld',
    url: 'Parameter',
    text: 'Text',
  },
  segments: {
    header: 'Header',
    payload: 'Nutzlast',
    signature: 'Signatur',
    encryptedKey: 'verschlüsselter Schlüssel',
    iv: 'Initialisierungsvektor',
    ciphertext: 'Chiffrat',
    tag: 'Prüfmarke',
    unknown: 'unbekannt',
  },
  fault: (segment, place) => `Der Fehler liegt hier: ${segment}${place}.`,
  atCharacter: (offset) => `, beim Zeichen ${offset + 1} des Textes`,
  atLine: (line, column) => `, in Zeile ${line}, Byte ${column}`,
  whole: 'Token als Ganzes',
};
