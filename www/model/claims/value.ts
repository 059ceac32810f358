/** The value of a claim as people read it: lists as lists, the rest as JSON. */

/** Claims whose text is a list with spaces between. */
const SPACED = ['scope', 'scp'];
const LONGEST = 400;

export interface ReadableValue {
  /** Several, where the value is a list. */
  readonly items: readonly string[];
  readonly isList: boolean;
}

/** `written` is the value as the token has it, whose numbers may be longer than a `number` is. */
export function readableValue(name: string, value: unknown, written?: string): ReadableValue {
  if (SPACED.includes(name) && typeof value === 'string') {
    return { items: value.split(' ').filter((item) => item !== ''), isList: true };
  }
  if (Array.isArray(value)) return { items: value.map((item) => textOf(item)), isList: true };
  return { items: [textOf(value, written)], isList: false };
}

function textOf(value: unknown, written = JSON.stringify(value)): string {
  const text = typeof value === 'string' ? value : written;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
