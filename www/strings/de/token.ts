/** Das Feld des Tokens. */
import type { Strings } from '../en.js';

export const token: Strings['token'] = {
  title: 'Token',
  label: 'JSON Web Token, kodiert',
  placeholder: 'Ein JWT einfügen oder einen Text, der eines enthält',
  segments: {
    header: 'Header',
    payload: 'Nutzlast',
    signature: 'Signatur',
    encryptedKey: 'verschlüsselter Schlüssel',
    iv: 'Initialisierungsvektor',
    ciphertext: 'Chiffrat',
    tag: 'Authentifizierungs-Tag',
    unknown: 'unbekannt',
  },
  fault: (segment, place) => `Fehlerhaft: ${segment}${place}.`,
  atCharacter: (offset) => `, Zeichen ${offset + 1} des Textes`,
  atLine: (line, column) => `, Zeile ${line}, Byte ${column}`,
  whole: 'Token',
};
