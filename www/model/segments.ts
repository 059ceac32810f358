/** The segments of what the token pane holds, by their places, for its colours and for what edits them. */
import { findTokens } from './found/find-tokens.js';

export type SegmentName = 'header' | 'payload' | 'signature';

export interface Segment {
  readonly text: string;
  /** Where it begins and ends in the whole text. */
  readonly start: number;
  readonly end: number;
}

const ORDER: Record<SegmentName, number> = { header: 0, payload: 1, signature: 2 };

/** The last result, because several panels ask about the same text at every key stroke. */
let last: { readonly text: string; readonly segments: readonly Segment[] } | undefined;

/**
 * The token inside the text, without what stands around it, and its segments. What follows the first tilde
 * of an SD-JWT (RFC 9901 §4) is no part of its token.
 */
export function segmentsOf(text: string): readonly Segment[] {
  if (last?.text !== text) last = { text, segments: readSegments(text) };
  return last.segments;
}

function readSegments(text: string): Segment[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const start = text.indexOf(trimmed);
  // Usually the text is one token, and there is nothing to search for.
  if (/^[\w.~=+/-]+$/.test(trimmed)) return segmentsFrom(trimmed, start);
  const [first] = findTokens(text);
  return first !== undefined && text.startsWith(first.token, first.start)
    ? segmentsFrom(first.token, first.start)
    : segmentsFrom(trimmed, start);
}

function segmentsFrom(token: string, from: number): Segment[] {
  const [signed = ''] = token.split('~', 1);
  let start = from;
  return signed.split('.').map((segment) => {
    const place = { text: segment, start, end: start + segment.length };
    start = place.end + 1;
    return place;
  });
}

/** The text with one segment replaced; what stands around the token goes, as nobody signs that. */
export function withSegment(text: string, name: SegmentName, segment: string): string {
  const segments = segmentsOf(text).map((part) => part.text.replaceAll(/\s+/g, ''));
  while (segments.length < 3) segments.push('');
  segments[ORDER[name]] = segment;
  return segments.slice(0, 3).join('.');
}

/** One segment's text without whitespace; empty when there is none. */
export function segmentText(text: string, name: SegmentName): string {
  return segmentsOf(text)[ORDER[name]]?.text.replaceAll(/\s+/g, '') ?? '';
}

/** What a signature is over: header and payload, as they stand. */
export function signingInput(text: string): string {
  return `${segmentText(text, 'header')}.${segmentText(text, 'payload')}`;
}

/** How many bytes a segment stands for: as far as the core reads it, up to what is no base64. */
export const byteLength = (segment: string): number =>
  Math.floor(segment.search(/[^\w+/-]|$/) * 0.75);

/** The token in what the pane holds, without what is around it. */
export function tokenIn(text: string): string {
  const [first] = segmentsOf(text);
  if (first === undefined) return '';
  return findTokens(text)[0]?.token ?? text.trim();
}
