/** Decodes base64 of either alphabet, as far as the search for tokens needs it. */
import { textFromBase64url } from '../base64url.js';

/** Returns the JSON object that a segment decodes to, or undefined. */
export function objectIn(segment: string): Readonly<Record<string, unknown>> | undefined {
  const text = segment === '' ? undefined : textFromBase64url(segment);
  if (text === undefined || !/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Returns an own member of the object if it is a string. */
export function textMember(
  object: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined {
  const value = object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Decodes up to the first character that is not base64. Each character of the result is one byte. */
export function binaryOf(base64: string): string {
  const [clean = ''] = /^[\w+/-]*/.exec(base64) ?? [];
  // One character alone holds no byte.
  const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  return atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
}

/** Returns how many characters of `base64` its leading JSON object takes, or undefined if there is none. */
export function lengthOfObject(base64: string): number | undefined {
  const binary = binaryOf(base64);
  const end = endOfObject(binary);
  if (end === undefined) return undefined;
  const length = Math.ceil((end * 4) / 3);
  const padding = /^={0,2}/.exec(base64.slice(length, length + 2))?.[0].length ?? 0;
  return length + padding;
}

function endOfObject(binary: string): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < binary.length; at += 1) {
    const character = binary.charAt(at);
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > 0 || isString) continue;
    if (depth < 0 || (character !== '}' && character.trim() !== '')) return undefined;
    if (character === '}')
      return at + 1 + (/^[\s]*/.exec(binary.slice(at + 1, at + 9))?.[0].length ?? 0);
  }
  return undefined;
}
