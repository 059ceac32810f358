/** The keys in a JSON text: an answer of an API, a file of a service account, a map, a list. */
import { jsonOf, memberOf, textOf } from './loose-json.js';
import type { LooseValue } from './loose-json.js';
import { privateOfPair, publicJwkOf } from './pair.js';
import type { KeyRepair } from './repair.js';

export interface FoundKey {
  readonly text: string;
  readonly done: readonly KeyRepair[];
}

/** Looks for a key in a text inside the JSON. */
type Find = (text: string) => FoundKey | undefined;

interface Member {
  /** JSON of a JWK, or PEM. */
  readonly text: string;
  readonly done: readonly KeyRepair[];
  readonly parent: LooseValue | undefined;
  readonly name: string;
}

/** Texts are decoded at a cost, and a log has many. */
const MOST_TEXTS = 64;
const LIKE_A_KEY = /-----BEGIN|"kty|kty"|^(?:LS0tLS1|e[wy]|M[A-Z])[\w+/=\s-]{38,}$/;

/** Undefined where there is no key, or where it is not clear which is meant. */
export function keyInJson(root: LooseValue, text: string, find: Find): FoundKey | undefined {
  const sets: FoundKey[] = [];
  const keys: Member[] = [];
  let texts = 0;
  walk(root, undefined, '');
  return ofSets(sets, isSetOf(root)) ?? ofKeys(keys, root);

  function walk(node: LooseValue, parent: LooseValue | undefined, name: string): void {
    if (node.kind === 'string') return lookInto(node.value, parent, name);
    if (node.kind === 'array') return node.items.forEach((item) => walk(item, node, ''));
    if (node.kind !== 'object') return;
    if (isSetOf(node)) sets.push(setOf(node, text));
    else if (isJwk(node)) keys.push({ text: jsonOf(node, text), done: [], parent, name });
    else node.members.forEach(([member, value]) => walk(value, node, member));
  }

  function lookInto(value: string, parent: LooseValue | undefined, name: string): void {
    if (!LIKE_A_KEY.test(value) || (texts += 1) > MOST_TEXTS) return;
    const found = find(value);
    if (found === undefined) return;
    if (/^\s*\{\s*"keys"/.test(found.text)) sets.push(found);
    else keys.push({ ...found, parent, name });
  }
}

const isJwk = (node: LooseValue): boolean =>
  node.kind === 'object' && textOf(node, 'kty') !== undefined;

function isSetOf(node: LooseValue): boolean {
  const keys = node.kind === 'object' ? memberOf(node, 'keys') : undefined;
  return keys?.kind === 'array' && keys.items.some(isJwk);
}

/** A set must hold no private key: one that holds nothing else is for whoever signs. */
function setOf(node: LooseValue, text: string): FoundKey {
  const keys = node.kind === 'object' ? memberOf(node, 'keys') : undefined;
  const [only, ...others] = keys?.kind === 'array' ? keys.items : [];
  const isPrivate = only?.kind === 'object' && memberOf(only, 'd') !== undefined;
  return isPrivate && others.length === 0
    ? { text: jsonOf(only, text), done: ['only-of-set'] }
    : { text: jsonOf(node, text), done: [] };
}

function ofSets(sets: readonly FoundKey[], isWhole: boolean): FoundKey | undefined {
  const [first, ...others] = sets;
  if (first === undefined || others.some(({ text }) => text !== first.text)) return undefined;
  return isWhole ? first : { text: first.text, done: [...first.done, 'found-in-json'] };
}

function ofKeys(given: readonly Member[], root: LooseValue): FoundKey | undefined {
  const keys = [...new Map(given.map((key) => [key.text, key])).values()];
  const [first] = keys;
  if (first === undefined) return undefined;
  if (keys.length === 1) {
    const isWhole = first.parent === undefined;
    return { text: first.text, done: isWhole ? first.done : [...first.done, 'found-in-json'] };
  }
  const isChain = keys.every(({ text }) => text.startsWith('-----BEGIN CERTIFICATE'));
  const { parent } = first;
  const isTogether = keys.every((key) => key.parent === parent);
  if (isChain && parent?.kind === 'array') {
    return { text: first.text, done: ['found-in-json', 'first-certificate'] };
  }
  const own = privateOfPair(keys.map(({ text }) => text));
  if (own !== undefined) return { text: own, done: ['found-in-json', 'private-of-pair'] };
  const members = keys.map((key) => asJwk(key, parent?.kind === 'object' && isTogether));
  if (!isTogether || members.includes(undefined)) return undefined;
  const text = `{"keys":[${members.join(',')}]}`;
  const made = parent?.kind === 'array' ? 'array-as-set' : 'map-as-set';
  return { text, done: parent === root ? [made] : ['found-in-json', made] };
}

/** As a member of a set, with the name that a map has for it where it has none of its own. */
function asJwk({ text, name }: Member, isNamed: boolean): string | undefined {
  const isPem = !text.trimStart().startsWith('{');
  const jwk = isPem ? publicJwkOf(text) : undefined;
  if (isPem) return jwk && JSON.stringify(isNamed ? { ...jwk, kid: name } : jwk);
  const hasKid = /"kid"\s*:/.test(text);
  return !isNamed || hasKid ? text : text.replace('{', `{"kid":${JSON.stringify(name)},`);
}
