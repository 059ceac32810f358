/** Which of several keys in one text is meant. */
import { exportJwk, importKey, inspectKey } from 'edge-jwt';
import type { Jwk } from 'edge-jwt';

/** What makes a public key the one that it is (RFC 7638 §3.2); undefined when it cannot be imported. */
export function publicJwkOf(text: string): Jwk | undefined {
  const { algorithms } = inspectKey(text);
  const [algorithm] = algorithms;
  if (algorithm === undefined || algorithm.startsWith('HS')) return undefined;
  try {
    const isJwk = text.trimStart().startsWith('{');
    const options = { algorithms: [algorithm], allowWeakKey: true };
    const key = isJwk
      ? importKey(text, undefined, options)
      : importKey(text, algorithm, { allowWeakKey: true });
    const { kty, crv, x, y, n, e } = exportJwk(key);
    return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Jwk;
  } catch {
    return undefined;
  }
}

/** More than people paste together. */
const MOST = 16;

/** Of a private key and its own public one the private one; undefined where they are of several pairs. */
export function privateOfPair(texts: readonly string[]): string | undefined {
  const keys = texts.length > MOST ? [undefined] : texts.map(publicJwkOf);
  const [first] = keys;
  if (first === undefined) return undefined;
  const isOne = keys.every((key) => JSON.stringify(key) === JSON.stringify(first));
  return isOne ? (texts.find((text) => inspectKey(text).isSecret) ?? texts[0]) : undefined;
}
