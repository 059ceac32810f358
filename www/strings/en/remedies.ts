/** What the button beside a hint does. */
import type { RemedyId } from '../../model/remedies.js';

type Word = string | ((subject: string) => string);

const milliseconds = (claim: string) => `Divide ${claim} by 1000`;
const useKey = (name: string) => `Use the key ${name}`;
const forAlgorithm = (algorithm: string) => `Use this key for ${algorithm}`;
const expectIt = (value: string) => `Expect ${value}`;

export const remedies: Record<RemedyId, Word> = {
  'secret-is-base64': 'Read the secret as base64',
  'secret-is-base64url': 'Read the secret as base64url',
  'secret-is-hex': 'Read the secret as hex',
  'secret-decoded': 'Read the secret as text',
  'secret-without-whitespace': 'Trim the secret',
  'differs-by-trailing-slash': expectIt,
  'differs-by-case': expectIt,
  'differs-by-scheme': expectIt,
  'differs-by-whitespace': expectIt,
  'exp-in-milliseconds': milliseconds,
  'nbf-in-milliseconds': milliseconds,
  'iat-in-milliseconds': milliseconds,
  'time-in-milliseconds': milliseconds,
  'time-is-text': (claim) => `Make ${claim} a number`,
  'algorithm-automatic': (algorithm) => `Use ${algorithm}`,
  'algorithm-case': (algorithm) => `Write ${algorithm}`,
  'clock-skew': (tolerance) => `Allow ${tolerance} of clock difference`,
  'loose-type': (claim) => `Make ${claim} a string`,
  'signature-der': 'Convert the signature',
  'kid-missing': useKey,
  'kid-not-in-set': useKey,
  'same-key-type': forAlgorithm,
  'kid-skipped': forAlgorithm,
  'empty-key-set': forAlgorithm,
  'roles-elsewhere': (path) => `Look for roles in ${path}`,
  'scopes-elsewhere': (path) => `Look for them in ${path}`,
};
