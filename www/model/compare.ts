/** Two tokens side by side, member by member. Nothing of either is verified here. */
import { inspect } from 'edge-jwt';

import { textFromBase64url } from './base64url.js';
import { memberTexts } from './json-text.js';
import { segmentText } from './segments.js';
import type { SegmentName } from './segments.js';

export interface ComparedMember {
  readonly part: 'header' | 'payload';
  readonly name: string;
  readonly status: 'same' | 'changed' | 'onlyLeft' | 'onlyRight';
  /** JSON text, where the token has the member. */
  readonly left?: string;
  readonly right?: string;
}

/** Undefined when one of them cannot be read. What differs comes first, in the order of the tokens. */
export function compareTokens(left: string, right: string): ComparedMember[] | undefined {
  const [one, other] = [membersOf(left), membersOf(right)];
  if (one === undefined || other === undefined) return undefined;
  const members = [
    ...compareMembers('header', one.header, other.header),
    ...compareMembers('payload', one.payload, other.payload),
  ];
  const isSame = (member: ComparedMember) => (member.status === 'same' ? 1 : 0);
  return members.sort((a, b) => isSame(a) - isSame(b));
}

/** As they are written: two long numbers may be one to `JSON.parse`. */
function membersOf(token: string) {
  const { protectedHeader, payload } = inspect(token);
  if (protectedHeader === undefined) return undefined;
  const texts = (part: SegmentName) =>
    memberTexts(textFromBase64url(segmentText(token, part)) ?? '');
  return {
    header: texts('header'),
    payload: payload === undefined ? new Map<string, string>() : texts('payload'),
  };
}

function compareMembers(
  part: ComparedMember['part'],
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): ComparedMember[] {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].map((name) => {
    const [one, other] = [left.get(name), right.get(name)];
    const texts = {
      ...(one !== undefined && { left: one }),
      ...(other !== undefined && { right: other }),
    };
    return { part, name, status: statusOf(texts), ...texts };
  });
}

function statusOf({ left, right }: { left?: string; right?: string }): ComparedMember['status'] {
  if (left === undefined) return 'onlyRight';
  if (right === undefined) return 'onlyLeft';
  return left === right ? 'same' : 'changed';
}
