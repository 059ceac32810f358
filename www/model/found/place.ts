/** Tells where a token was found (a header, a cookie, a JSON member, a log) by the text around it. */

export type TokenPlace =
  | 'curl'
  | 'header'
  | 'cookie'
  | 'json'
  | 'url'
  | 'form'
  | 'code'
  | 'env'
  | 'yaml'
  | 'log'
  | 'har'
  | 'base64'
  | 'serialization'
  | 'text';

export interface Placed {
  readonly place: TokenPlace;
  /** The name of the header, the member, the parameter, the cookie or the variable. */
  readonly name?: string;
}

/** How many characters before a token are looked at. */
const LOOKED_AT = 240;
const NAME = '[\\w.$-]{1,80}';
const SCHEME =
  /(?<![\w-])(?:bearer|dpop)[ \t+]+["']?$|(?<=:[ \t]?)(?:jwt|token|basic)[ \t+]+["']?$/i;
/** The time or level at the beginning of a log line. */
const LOG =
  /^[[({"'\s]{0,4}(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|(?:\d{1,3}\.){3}\d{1,3} |[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d|(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b|(?:time|ts|level|lvl)=|I\d{4} )/;
const HEADER_NAMES =
  /^(?:(?:proxy-)?authorization|dpop|cookie|x-[\w-]+|[\w-]+-(?:token|jwt|assertion|authorization)|token|jwt)$/i;

/** Holds facts about the whole text, so that they are computed once. */
export class Places {
  #text: string;
  #isHar: boolean;
  #curl: number;

  constructor(text: string) {
    this.#text = text;
    this.#isHar = /^\s*\{\s*"log"\s*:/.test(text.slice(0, 200)) && text.includes('"entries"');
    this.#curl = text.search(/(?<![\w-])curl(?:\.exe)?[ \t]/);
  }

  /** Describes the place of the token with this range. */
  of(start: number, end: number): Placed {
    const before = this.#text.slice(Math.max(0, start - LOOKED_AT), start);
    const placed = this.#byName(before, end);
    if (this.#isHar) return { ...placed, place: 'har' };
    const isInCurl = this.#curl >= 0 && this.#curl < start;
    if (isInCurl && (placed.place === 'header' || placed.place === 'text')) {
      return { ...placed, place: 'curl' };
    }
    return placed;
  }

  #byName(before: string, end: number): Placed {
    const hasScheme = SCHEME.test(before);
    const bare = before.replace(SCHEME, '');
    const line = bare.slice(bare.lastIndexOf('\n') + 1);
    const after = this.#text.slice(end, end + 40);
    const pair = match(
      `["']name["']\\s*:\\s*["'](${NAME})["']\\s*,\\s*["']value["']\\s*:\\s*["']$`,
      bare,
    );
    if (pair !== undefined) return { place: 'json', name: pair };
    const member = match(`["'](${NAME})["']\\s*(?::|=>|=|,)\\s*[bru]?["'\`]?$`, bare);
    if (member !== undefined) return { place: memberPlace(bare, member), name: member };
    const assigned = match(
      `(?:^|[^\\w.$-])(${NAME})\\s?:?=\\s{0,20}\\(?\\s{0,20}["'\`]?(?:base64-|s:|j:)?$`,
      bare,
    );
    if (assigned !== undefined) return this.#assigned(assigned, bare, line, after);
    const header = match(`(?:^|[^\\w.-])(${NAME}):[ \\t]*["'\`]?$`, bare);
    if (header !== undefined) return named(header, hasScheme, line, after);
    if (hasScheme) return { place: LOG.test(line) ? 'log' : 'header', name: 'Authorization' };
    if (/https?:\/\/[^\s"'<>]*$/.test(line.slice(-200))) return { place: 'url' };
    if (/^[ \t]*(?:(?:\/\/|const|let|var|return|await)\b|.*\(\s*["'`]$)/.test(line))
      return { place: 'code' };
    return { place: LOG.test(line) ? 'log' : 'text' };
  }

  /** `name=`: a parameter, a cookie, a variable. */
  #assigned(name: string, before: string, line: string, after: string): Placed {
    const sign = before.lastIndexOf(name) - 1;
    const mark = before.charAt(sign);
    const isUrl =
      /[?#]/.test(line) && /[?#&]/.test(mark) && /(?:^|[\s"'(<=])[\w+.-]*:?\/|^[?#]/.test(line);
    if (isUrl || mark === '?' || mark === '#') return { place: 'url', name };
    const isCookie =
      /cookie\b|(?:^|\s)-b\s/i.test(line) ||
      mark === ';' ||
      /;\s?$/.test(before.slice(0, sign + 1));
    if (isCookie) return { place: 'cookie', name };
    if (mark === '&' || /^&[\w.-]+=/.test(after)) return { place: 'form', name };
    if (
      /^;\s?(?:[\w.-]+=|path|secure|httponly|$)/i.test(after) &&
      !/^\s*(?:const|let|var|final|export)\s/.test(line)
    ) {
      return { place: 'cookie', name };
    }
    if (LOG.test(line)) return { place: 'log', name };
    const isSpaced = /\s:?=|=\s/.test(before.slice(sign + 1 + name.length));
    const isCode =
      isSpaced || /^\s*(?:const|let|var|final|auto|val|string|private|public|static)\s/i.test(line);
    if (isCode) return { place: 'code', name };
    return { place: /^[A-Za-z_]\w*$/.test(name) ? 'env' : 'text', name };
  }
}

function match(pattern: string, text: string): string | undefined {
  return patternOf(pattern).exec(text)?.[1];
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source);
  patterns.set(source, known);
  return known;
}

/** `"name": "…"` is JSON. `'name' => "…"`, `"name" = "…"` and arguments of calls are source code. */
function memberPlace(before: string, name: string): TokenPlace {
  const sign = /(:|=>|=|,)\s*[bru]?["'`]?$/.exec(before)?.[1];
  if (sign === ':') return before.endsWith("'") || before.endsWith('`') ? 'code' : 'json';
  if (sign === ',' && /^cookie$/i.test(name)) return 'cookie';
  return 'code';
}

/** `name: …`: a header, YAML, or a member of an object in source code. */
function named(name: string, hasScheme: boolean, line: string, after: string): Placed {
  const isQuoted = /["'`]$/.test(line);
  if (hasScheme || (HEADER_NAMES.test(name) && !(isQuoted && /^["'`],/.test(after)))) {
    const isHeader = /^(?:[\s"'$*<>|-]*|.*(?:-H|--header|headers?)\b.*)$/i.test(
      line.slice(0, -name.length - 1).slice(0, 120),
    );
    if (!/^(?:token|jwt)$/i.test(name) || hasScheme)
      return { place: isHeader || !LOG.test(line) ? 'header' : 'log', name };
  }
  if (LOG.test(line)) return { place: 'log', name };
  if (isQuoted && /^["'`]\s*[,)}]/.test(after)) return { place: 'code', name };
  return { place: /^[\s-]*["']?[\w.$/-]+:/.test(line) ? 'yaml' : 'text', name };
}
