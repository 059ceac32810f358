/** Base64url (RFC 7515 §2) of what the panes hold. What a pasted token means is for the package to say. */

/** Characters in one call of `String.fromCharCode`, which takes them as arguments. */
const CHUNK = 0x8000;

export function bytesToBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function textToBase64url(text: string): string {
  return bytesToBase64url(new TextEncoder().encode(text));
}

/** The bytes of either alphabet, padded or not; undefined where it is neither. */
export function bytesFromBase64url(text: string): Uint8Array | undefined {
  try {
    const binary = atob(withoutPadding(text).replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Not by a regular expression, which would look at each run of equals signs once for each of them. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '=') end -= 1;
  return text.slice(0, end);
}

/** The UTF-8 text of a segment, digit for digit as it was signed; undefined where it is none. */
export function textFromBase64url(segment: string): string | undefined {
  const bytes = bytesFromBase64url(segment);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
