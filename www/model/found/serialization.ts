/** Converts the JSON serializations (RFC 7515 §7.2, RFC 7516 §7.2) to the compact form. */

const MOST_VALUES = 100_000;

/** Returns the tokens in a text that is or contains one JSON value. Uses the first signature or recipient. */
export function serializedTokens(text: string): string[] {
  if (!/"(?:protected|payload|ciphertext)"/.test(text)) return [];
  const value = jsonIn(text);
  const tokens: string[] = [];
  const values: unknown[] = [value];
  for (let count = 0; values.length > 0 && count < MOST_VALUES; count += 1) {
    const next = values.pop();
    if (typeof next !== 'object' || next === null) continue;
    const token = Array.isArray(next) ? undefined : compactOf(next as Members);
    if (token !== undefined) tokens.push(token);
    else for (const inner of Object.values(next).reverse()) values.push(inner);
  }
  return tokens;
}

type Members = Readonly<Record<string, unknown>>;

function jsonIn(text: string): unknown {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}') + 1];
  for (const part of [text, text.slice(start, end)]) {
    try {
      return JSON.parse(part);
    } catch {
      // Try the next part.
    }
  }
  return undefined;
}

function compactOf(members: Members): string | undefined {
  const signature = firstOf(members, 'signatures') ?? members;
  const recipient = firstOf(members, 'recipients') ?? members;
  const isEncrypted = Object.hasOwn(members, 'ciphertext');
  const segments = isEncrypted
    ? [
        own(members, 'protected'),
        own(recipient, 'encrypted_key') ?? '',
        own(members, 'iv') ?? '',
        own(members, 'ciphertext'),
        own(members, 'tag') ?? '',
      ]
    : [own(signature, 'protected'), own(members, 'payload'), own(signature, 'signature')];
  const isWhole = segments.every(
    (segment) => typeof segment === 'string' && /^[\w-]*$/.test(segment),
  );
  return isWhole && segments[0] !== '' ? segments.join('.') : undefined;
}

function firstOf(members: Members, name: string): Members | undefined {
  const list = own(members, name);
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'object' && first !== null ? (first as Members) : undefined;
}

const own = (members: Members, name: string) =>
  Object.hasOwn(members, name) ? members[name] : undefined;
