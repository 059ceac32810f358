/** The pane of the token. */

export const token = {
  title: 'Token',
  label: 'JSON Web Token, encoded',
  placeholder: 'Paste a JWT, or any text containing one',
  segments: {
    header: 'header',
    payload: 'payload',
    signature: 'signature',
    encryptedKey: 'encrypted key',
    iv: 'initialization vector',
    ciphertext: 'ciphertext',
    tag: 'authentication tag',
    unknown: 'unknown',
  },
  fault: (segment: string, place: string) => `Problem in the ${segment}${place}.`,
  atCharacter: (offset: number) => `, at character ${offset + 1} of the text`,
  atLine: (line: number, column: number) => `, at line ${line}, byte ${column}`,
  whole: 'token',
};
