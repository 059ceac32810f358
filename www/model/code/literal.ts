/** Values as JavaScript and Rust write them. */

/** JavaScript, in the style that prettier gives it. */
export function javaScript(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => javaScript(item, inner));
    return `[${items.join(', ')}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${memberName(name)}: ${javaScript(member, inner)},\n`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

const memberName = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

/** A Rust string. JSON escapes the same characters, but for those that it writes as `\u`. */
export function rustText(text: string): string {
  return JSON.stringify(text)
    .replaceAll(/\\u([0-9a-f]{4})/g, '\\u{$1}')
    .replaceAll('\\b', '\\u{8}')
    .replaceAll('\\f', '\\u{c}');
}

/** A Rust number with a fraction, as `f64` wants it. */
export const rustNumber = (value: number) =>
  Number.isInteger(value) ? `${value}.0` : String(value);
