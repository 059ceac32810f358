/**
 * The blocks of PEM (RFC 7468) in a text, whatever became of their lines: broken elsewhere, lost, written out as
 * `\n`, indented, quoted, commented, percent-encoded, or without the last one.
 */
import { bytesFromBase64url } from '../base64url.js';
import type { KeyRepair } from './repair.js';

export interface PemBlock {
  readonly label: string;
  /** As RFC 7468 §2 lays it out. */
  readonly text: string;
  readonly done: readonly KeyRepair[];
}

export interface PemText {
  /** The blocks that can be keys. */
  readonly blocks: readonly PemBlock[];
  /** One of them is damaged, and only the package can say how. */
  readonly isDamaged: boolean;
  /** There is more than the blocks. */
  readonly hasMore: boolean;
  /** What was done to the text as a whole. */
  readonly done: readonly KeyRepair[];
}

/** Each of the two lines, with the dashes that a word processor makes of two. */
const LINE =
  /[-\u2010-\u2015\u2212]{2,6}[ \t]?(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,40}?)[ \t]?[-\u2010-\u2015\u2212]{2,6}/g;
const LABELS = [
  'PUBLIC KEY',
  'RSA PUBLIC KEY',
  'CERTIFICATE',
  'PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
];
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** As it stands in source code, in a comment, in a quoted answer. */
const BEFORE_LINE = /^(?:[#>|*+.]+|\/\/+)[ \t]+|^(?:[#>|*.]+|\/\/)$/;
const AFTER_LINE = /["'`] ?[+.]? ?\\?$/;
const MARKS = /["'`\\,;()\u2018-\u201e]/g;

/** Undefined where there is no line of PEM. */
export function pemIn(given: string): PemText | undefined {
  const { text, done } = withLineBreaks(given);
  const lines = [...text.matchAll(LINE)];
  if (lines.length === 0) return undefined;
  const blocks: PemBlock[] = [];
  let isDamaged = false;
  let hasMore = false;
  let at = 0;
  const passOver = (end: number) =>
    (hasMore ||= /[^\s"'`,;\u2018-\u201e]/.test(text.slice(at, end)));
  lines.forEach((line, index) => {
    const [whole, word, label = ''] = line;
    if (word !== 'BEGIN') return;
    passOver(line.index);
    const next = lines[index + 1];
    const isClosed = next?.[1] === 'END';
    at = isClosed ? next.index + next[0].length : (next?.index ?? text.length);
    if (!LABELS.includes(label)) return;
    const raw = text.slice(line.index + whole.length, isClosed ? next.index : at);
    const body = isClosed && next[2] !== label ? undefined : bodyOf(raw, isClosed);
    if (body === undefined) isDamaged = true;
    else blocks.push({ label, text: pemOf(label, body), done: repairs(whole, raw, isClosed) });
  });
  passOver(text.length);
  return { blocks, isDamaged, hasMore, done };
}

/** Base64 between the lines of its label. */
export function pemOf(label: string, base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

function withLineBreaks(given: string): Pick<PemText, 'done'> & { text: string } {
  const isEncoded = /BEGIN(?:%20|\+)[A-Z]/.test(given);
  const plain = (isEncoded ? percentDecoded(given) : given)
    .replaceAll(/\\{1,4}r|\r|&#(?:13|x0?D);/gi, '')
    .replaceAll(/\p{Cf}/gu, '');
  const text = plain.replaceAll(/\\{1,4}n|\\{1,4}u000a|&#(?:10|x0?A);/gi, '\n');
  return {
    text,
    done: [
      ...(isEncoded ? (['percent-decoded'] as const) : []),
      ...(text === plain ? [] : (['line-breaks-restored'] as const)),
    ],
  };
}

/** As proxies write a certificate into a header. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll(/(?<=BEGIN|END|PUBLIC|PRIVATE|RSA|EC)\+/g, ' '));
  } catch {
    return text;
  }
}

/** The base64 alone; undefined where there is anything else, and where the end is missing and more than its line. */
function bodyOf(raw: string, isClosed: boolean): string | undefined {
  const cut = isClosed ? raw : (/^[^-]*/.exec(raw)?.[0] ?? '');
  const body = cut.split('\n').map(bareLine).join('').replaceAll(/\s/g, '');
  if (!BASE64.test(body)) return undefined;
  return isClosed || isWholeDer(body) ? body : undefined;
}

/** A line without what source code, a comment or a quotation puts around it. A plus is also a digit of base64. */
const bareLine = (line: string) =>
  line.trim().replace(BEFORE_LINE, '').replace(AFTER_LINE, '').replaceAll(MARKS, '');

/** Whether base64 is of one SEQUENCE (X.690 §8.1.3), from its first byte to its last. */
function isWholeDer(base64: string): boolean {
  const bytes = bytesFromBase64url(base64);
  if (bytes === undefined || bytes[0] !== 0x30) return false;
  const [, first = 0, second = 0, third = 0] = bytes;
  if (first < 0x80) return bytes.length === 2 + first;
  if (first === 0x81) return bytes.length === 3 + second;
  return first === 0x82 && bytes.length === 4 + second * 256 + third;
}

function repairs(line: string, raw: string, isClosed: boolean): KeyRepair[] {
  return [
    ...(raw.includes('\n') ? [] : (['line-breaks-restored'] as const)),
    ...(/\n(?:[ \t]+|[#>|*]+[ \t]|\/\/ )\S/.test(raw) ? (['unindented'] as const) : []),
    ...(/["'`\\,;()\u2018-\u201e]/.test(raw) ? (['unquoted'] as const) : []),
    ...(/^-----BEGIN [A-Z0-9 ]+-----$/.test(line) ? [] : (['pem-lines-added'] as const)),
    ...(isClosed ? [] : (['end-line-added'] as const)),
  ];
}
