// PEM for the tests, in a runtime that may have neither Buffer nor node:crypto.

/** What is between the lines of dashes. */
export const bodyOfPem = (pem) =>
  pem
    .split('\n')
    .filter((line) => !line.includes('---') && !line.includes(': '))
    .join('\n');

/** The bytes that PEM stands for. */
export const bytesOfPem = (pem) => bytesOfBase64(bodyOfPem(pem));

export const bytesOfBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll('\n', '')), (character) => character.charCodeAt(0));
