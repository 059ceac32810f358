/** Two tokens side by side, member by member. Nothing of either is verified here. */
import { inspect } from 'edge-jwt';

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
  const [one, other] = [inspect(left), inspect(right)];
  if (one.protectedHeader === undefined || other.protectedHeader === undefined) return undefined;
  const members = [
    ...compareMembers('header', one.protectedHeader, other.protectedHeader),
    ...compareMembers('payload', one.payload ?? {}, other.payload ?? {}),
  ];
  const isSame = (member: ComparedMember) => (member.status === 'same' ? 1 : 0);
  return members.sort((a, b) => isSame(a) - isSame(b));
}

function compareMembers(
  part: ComparedMember['part'],
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): ComparedMember[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].map((name) => {
    const texts = {
      ...(Object.hasOwn(left, name) && { left: JSON.stringify(left[name]) }),
      ...(Object.hasOwn(right, name) && { right: JSON.stringify(right[name]) }),
    };
    return { part, name, status: statusOf(texts), ...texts };
  });
}

function statusOf({ left, right }: { left?: string; right?: string }): ComparedMember['status'] {
  if (left === undefined) return 'onlyRight';
  if (right === undefined) return 'onlyLeft';
  return left === right ? 'same' : 'changed';
}
