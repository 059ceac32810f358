/** The value of a claim as people read it: lists as lists, the rest as JSON. */

/** Claims whose text is a list with spaces between. */
const SPACED = ['scope', 'scp'];
const LONGEST = 400;

export interface ReadableValue {
  /** Several, where the value is a list. */
  readonly items: readonly string[];
  readonly isList: boolean;
}

export function readableValue(name: string, value: unknown): ReadableValue {
  if (SPACED.includes(name) && typeof value === 'string') {
    return { items: value.split(' ').filter((item) => item !== ''), isList: true };
  }
  if (Array.isArray(value)) return { items: value.map(textOf), isList: true };
  return { items: [textOf(value)], isList: false };
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
