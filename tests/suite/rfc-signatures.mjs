// Signatures of the RFCs that come out the same each time, with the private keys that made them.
// Node only.

import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../vectors/rfc/', import.meta.url);
const EXAMPLES = [
  ['rfc7515.json', 'A.1 HMAC SHA-256'],
  ['rfc7515.json', 'A.2 RSASSA-PKCS1-v1_5 SHA-256'],
  ['rfc8037.json', 'A.1 private key: the public part verifies A.4'],
];

/** Each with `name`, `algorithm`, `key` (a JWK) and `token`. */
export function rfcSignatures() {
  return Promise.all(
    EXAMPLES.map(async ([file, title]) => {
      const { tests } = JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));
      const { algorithm, key, token } = tests.find(({ name }) => name === title);
      return { name: `${file.replace('.json', '')} ${title}`, algorithm, key, token };
    }),
  );
}
