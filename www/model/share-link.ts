/**
 * The link that carries a token: in the fragment, which browsers do not send to a server. It holds the token,
 * the public key if wished, and what is expected of the token; a secret or a private key has no place in it.
 */
import { NO_KEY, publicKeyText, readKey } from './key.js';
import { NO_POLICY } from './policy.js';
import type { Policy, PolicyField } from './policy.js';

export interface Shared {
  readonly token: string;
  /** Public keys: a JWK, a JWK Set or PEM. */
  readonly key?: string;
  readonly policy?: Partial<Policy>;
}

/** More is no link but an attack on whoever opens it. */
const MOST_CHARACTERS = 400_000;
/** The names that tokens have in the fragments of OpenID Connect and in links to other debuggers. */
const TOKEN_NAMES = ['token', 'id_token', 'access_token', 'value'];
const KEY_NAMES = ['key', 'publicKey'];

/** The fragment, with its number sign. Of the key it has the public part, and nothing of a secret. */
export function toFragment({ token, key, policy }: Shared): string {
  const parameters = new URLSearchParams({ token });
  const shared = key === undefined ? undefined : publicPart(key);
  if (shared !== undefined) parameters.set('key', shared);
  for (const [field, text] of Object.entries(policy ?? {})) {
    const isKnown = field in NO_POLICY && text !== NO_POLICY[field as PolicyField];
    if (isKnown) parameters.set(field, text);
  }
  return `#${parameters}`;
}

/** What a fragment holds; undefined when there is no token in it. Also reads links of older debuggers. */
export function fromFragment(fragment: string): Shared | undefined {
  if (fragment.length > MOST_CHARACTERS) return undefined;
  const parameters = new URLSearchParams(fragment.replace(/^#(?:debugger-io\?|\/?\?)?/, ''));
  const token = firstOf(parameters, TOKEN_NAMES);
  if (token === undefined) return undefined;
  const named = firstOf(parameters, KEY_NAMES);
  const key = named === undefined ? undefined : publicPart(named);
  const policy: Partial<Record<PolicyField, string>> = {};
  for (const field of Object.keys(NO_POLICY) as PolicyField[]) {
    const text = parameters.get(field);
    if (text !== null) policy[field] = text;
  }
  return {
    token,
    ...(key !== undefined && { key }),
    ...(Object.keys(policy).length > 0 && { policy }),
  };
}

/**
 * Written anew from the keys themselves, so that no member that nobody looked at comes along. Also of what
 * arrives: whoever puts a secret into a link must not teach others to.
 */
function publicPart(key: string): string | undefined {
  return publicKeyText(readKey({ ...NO_KEY, text: key }, undefined));
}

function firstOf(parameters: URLSearchParams, names: readonly string[]): string | undefined {
  return names.map((name) => parameters.get(name)).find((text) => text !== null && text !== '') as
    string | undefined;
}
