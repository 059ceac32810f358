/** The JSON serializations of JWS (RFC 7515 §7.2) and JWE (RFC 7516 §7.2). */
import { isObject, isText } from '../claims/issuer.js';

export interface Serialization {
  readonly form: 'flattened' | 'general';
  /** How many signatures a JWS has, or recipients a JWE. */
  readonly count: number;
  /** What is in the header beside what is signed: of the first signature, and of all. */
  readonly unprotected?: Readonly<Record<string, unknown>>;
}

/** Undefined of any other text. */
export function serializationOf(text: string): Serialization | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const value = parsed(text);
  if (!isObject(value)) return undefined;
  const { payload, signatures, signature, ciphertext, recipients, unprotected, header } = value;
  if (isText(payload) && isText(signature)) return made('flattened', 1, header);
  if (isText(payload) && Array.isArray(signatures)) return general(signatures);
  if (!isText(ciphertext)) return undefined;
  return Array.isArray(recipients)
    ? general(recipients, unprotected)
    : made('flattened', 1, unprotected, header);
}

function general(list: readonly unknown[], ...shared: unknown[]): Serialization | undefined {
  if (list.length === 0 || !list.every(isObject)) return undefined;
  return made('general', list.length, ...shared, list[0]?.['header']);
}

function made(form: Serialization['form'], count: number, ...headers: unknown[]): Serialization {
  const unprotected = Object.fromEntries(headers.filter(isObject).flatMap(Object.entries));
  return { form, count, ...(Object.keys(unprotected).length > 0 && { unprotected }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
