/** The key that verifies a token, where the JWK in the pane is for another algorithm or the set names it otherwise. */
import { importKey, inspect } from 'edge-jwt';
import type { Algorithm } from 'edge-jwt';

import { readKeyText } from '../key-text.js';

type Member = Readonly<Record<string, unknown>>;

/** Sets of issuers have a handful, and each is tried. */
const MOST_KEYS = 20;
const FAMILIES = new Map([
  ['H', 'oct'],
  ['R', 'RSA'],
  ['P', 'RSA'],
  ['E', 'EC'],
]);

/** The pane's text with the token's algorithm as the `alg` of the key that verifies it. */
export function withAlgorithm(text: string, token: string, algorithm: Algorithm) {
  return changed(text, (members) => {
    const found = members.find((jwk) => verifies(jwk, token, algorithm));
    return found && members.map((jwk) => (jwk === found ? { ...jwk, alg: algorithm } : jwk));
  });
}

/** The one key of the set that verifies the token, and its name. */
export function keyOfSet(text: string, token: string, algorithm: Algorithm) {
  const members = membersOf(text);
  if (members === undefined || members.isOne) return undefined;
  const found = members.all.find((jwk) => verifies(jwk, token, algorithm));
  return found && { text: laidOut(found), name: String(found['kid'] ?? algorithm) };
}

function changed(
  text: string,
  change: (members: readonly Member[]) => readonly Member[] | undefined,
): string | undefined {
  const members = membersOf(text);
  const all = members && change(members.all);
  if (members === undefined || all === undefined) return undefined;
  return laidOut(members.isOne ? all[0] : { ...members.whole, keys: all });
}

const laidOut = (value: unknown) => JSON.stringify(value, null, 2);

function membersOf(
  given: string,
): { whole: Member; all: readonly Member[]; isOne: boolean } | undefined {
  try {
    const whole = JSON.parse(readKeyText(given).text) as Member;
    const keys = whole['keys'];
    if (!Array.isArray(keys)) return { whole, all: [whole], isOne: true };
    const all = keys.filter((key): key is Member => typeof key === 'object' && key !== null);
    return all.length > MOST_KEYS ? undefined : { whole, all, isOne: false };
  } catch {
    return undefined;
  }
}

function verifies(jwk: Member, token: string, algorithm: Algorithm): boolean {
  const family = algorithm.startsWith('Ed') ? 'OKP' : FAMILIES.get(algorithm.charAt(0));
  if (jwk['kty'] !== family) return false;
  try {
    const text = JSON.stringify({ ...jwk, alg: algorithm, kid: undefined });
    const key = importKey(text, undefined, { allowWeakKey: true });
    const { checks } = inspect(token, key, { audience: null });
    return checks.some(({ name, status }) => name === 'signature' && status === 'passed');
  } catch {
    return false;
  }
}
