/**
 * JSON as people have it: with comments and trailing commas, as a literal of JavaScript or Python, with strings that
 * a terminal broke over lines. A tree that keeps what a name that occurs twice says, and where everything is.
 */

export type LooseValue = LooseObject | LooseArray | LooseText | LooseWord;

interface Place {
  readonly start: number;
  readonly end: number;
  /** All of it is JSON as RFC 8259 has it. */
  readonly isStrict: boolean;
}

export interface LooseObject extends Place {
  readonly kind: 'object';
  readonly members: readonly (readonly [name: string, value: LooseValue])[];
}

export interface LooseArray extends Place {
  readonly kind: 'array';
  readonly items: readonly LooseValue[];
}

export interface LooseText extends Place {
  readonly kind: 'string';
  readonly value: string;
}

interface LooseWord extends Place {
  readonly kind: 'word';
  readonly text: string;
}

const NOWHERE: Place = { start: 0, end: 0, isStrict: true };

/** Deeper than any answer with keys in it. */
const DEEPEST = 60;
const BLANK = /(?:\s+|\/\/[^\n]*|#[^\n]*|\/\*[^*]*\*+(?:[^*/][^*]*\*+)*\/)+/y;
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^'\\]*(?:\\[^][^'\\]*)*'|`[^`\\]*(?:\\[^][^`\\]*)*`/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const WORD = /-?\d[\d.eE+-]*|[A-Za-z]+/y;
const WORDS: Readonly<Record<string, string>> = {
  ...{ true: 'true', false: 'false', null: 'null' },
  ...{ True: 'true', False: 'false', None: 'null' },
};

/** The value that begins at `start`; undefined where there is none. What follows it is not looked at. */
export function looseJson(text: string, start = 0): LooseValue | undefined {
  let at = start;
  let isStrict = true;
  /** The last thing read in an object or array was a comma. */
  let lastComma = false;
  skipBlanks();
  return value(0);

  function value(depth: number): LooseValue | undefined {
    const begin = at;
    const outer = isStrict;
    isStrict = true;
    const made = depth > DEEPEST ? undefined : content(depth);
    // Set and not spread: a log has a hundred thousand values.
    if (made !== undefined) Object.assign(made, { start: begin, end: at, isStrict });
    isStrict &&= outer;
    return made;
  }

  function content(depth: number): LooseValue | undefined {
    const first = text[at];
    if (first === '{') return object(depth);
    if (first === '[') return array(depth);
    const string = stringValue();
    if (string !== undefined) return { kind: 'string', value: string, ...NOWHERE };
    const word = taken(WORD);
    if (word === undefined) return undefined;
    const known = Object.hasOwn(WORDS, word) ? WORDS[word] : word;
    if (known !== word) isStrict = false;
    return isJson(known) ? { kind: 'word', text: known, ...NOWHERE } : undefined;
  }

  function object(depth: number): LooseValue | undefined {
    const members: [string, LooseValue][] = [];
    at += 1;
    for (;;) {
      skipBlanks();
      if (isClosed('}', members.length)) return { kind: 'object', members, ...NOWHERE };
      const name = stringValue() ?? bareName();
      skipBlanks();
      if (name === undefined || text[at] !== ':') return undefined;
      at += 1;
      skipBlanks();
      const member = value(depth + 1);
      if (member === undefined) return undefined;
      members.push([name, member]);
      if (!isSeparated('}')) return undefined;
    }
  }

  function array(depth: number): LooseValue | undefined {
    const items: LooseValue[] = [];
    at += 1;
    for (;;) {
      skipBlanks();
      if (isClosed(']', items.length)) return { kind: 'array', items, ...NOWHERE };
      const item = value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      if (!isSeparated(']')) return undefined;
    }
  }

  /** Here and not where it is separated: a comma may go before it. */
  function isClosed(mark: string, count: number): boolean {
    if (text[at] !== mark) return false;
    if (count > 0 && lastComma) isStrict = false;
    lastComma = false;
    at += 1;
    return true;
  }

  function isSeparated(mark: string): boolean {
    skipBlanks();
    lastComma = text[at] === ',';
    if (lastComma) at += 1;
    return lastComma || text[at] === mark;
  }

  function bareName(): string | undefined {
    const name = taken(NAME);
    if (name !== undefined) isStrict = false;
    return name;
  }

  function stringValue(): string | undefined {
    const quoted = taken(STRING);
    if (quoted === undefined) return undefined;
    if (quoted.startsWith('"')) {
      const plain = parsedString(quoted);
      if (plain !== undefined) return plain;
    }
    isStrict = false;
    const inner = quoted.slice(1, -1).replaceAll(/\r?\n[ \t]*/g, '');
    return parsedString(`"${inner.replaceAll("\\'", "'").replaceAll(/(?<!\\)"/g, '\\"')}"`);
  }

  function skipBlanks(): void {
    const blank = taken(BLANK);
    if (blank !== undefined && blank.trim() !== '') isStrict = false;
  }

  function taken(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  }
}

function parsedString(quoted: string): string | undefined {
  const value = parsed(quoted);
  return typeof value === 'string' ? value : undefined;
}

const isJson = (text: string | undefined): text is string =>
  text !== undefined && parsed(text) !== undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value as JSON text: as it is written where that is JSON, so that nothing of it is lost. */
export function jsonOf(node: LooseValue, text: string): string {
  if (node.isStrict) return text.slice(node.start, node.end);
  switch (node.kind) {
    case 'object':
      return `{${node.members
        .map(([name, member]) => `${JSON.stringify(name)}:${jsonOf(member, text)}`)
        .join(',')}}`;
    case 'array':
      return `[${node.items.map((item) => jsonOf(item, text)).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'word':
      return node.text;
  }
}

/** A member of an object; of several of one name the last. */
export function memberOf(node: LooseObject, name: string): LooseValue | undefined {
  return node.members.findLast(([known]) => known === name)?.[1];
}

/** The text of a member that is one. */
export function textOf(node: LooseObject, name: string): string | undefined {
  const member = memberOf(node, name);
  return member?.kind === 'string' ? member.value : undefined;
}
