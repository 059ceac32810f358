/** Was die Schaltfläche neben einem Hinweis tut. */
import type { Strings } from '../en.js';

const milliseconds = (claim: string) => `${claim} durch 1000 teilen`;
const useKey = (name: string) => `Schlüssel ${name} verwenden`;
const forAlgorithm = (algorithm: string) => `Diesen Schlüssel für ${algorithm} verwenden`;
const expectIt = (value: string) => `${value} erwarten`;

export const remedies: Strings['remedies'] = {
  'secret-is-base64': 'Geheimnis als base64 lesen',
  'secret-is-base64url': 'Geheimnis als base64url lesen',
  'secret-is-hex': 'Geheimnis als hex lesen',
  'secret-decoded': 'Geheimnis als Text lesen',
  'secret-without-whitespace': 'Leerraum am Rand entfernen',
  'differs-by-trailing-slash': expectIt,
  'differs-by-case': expectIt,
  'differs-by-scheme': expectIt,
  'differs-by-whitespace': expectIt,
  'exp-in-milliseconds': milliseconds,
  'nbf-in-milliseconds': milliseconds,
  'iat-in-milliseconds': milliseconds,
  'time-in-milliseconds': milliseconds,
  'time-is-text': (claim) => `${claim} zur Zahl machen`,
  'algorithm-automatic': (algorithm) => `${algorithm} verwenden`,
  'algorithm-case': (algorithm) => `${algorithm} schreiben`,
  'clock-skew': (tolerance) => `${tolerance} Abweichung der Uhren erlauben`,
  'loose-type': (claim) => `${claim} zum String machen`,
  'signature-der': 'Signatur umwandeln',
  'kid-missing': useKey,
  'kid-not-in-set': useKey,
  'same-key-type': forAlgorithm,
  'kid-skipped': forAlgorithm,
  'empty-key-set': forAlgorithm,
  'roles-elsewhere': (path) => `Rollen in ${path} suchen`,
  'scopes-elsewhere': (path) => `In ${path} suchen`,
};
