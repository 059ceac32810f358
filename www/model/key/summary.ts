/** A key in one line, and the members of a set with what each of them is for. */
import { calculateJwkThumbprint, exportJwk, inspectKey, JwkSet } from 'edge-jwt';
import type { Jwk, JoseErrorCode, VerifyingKey } from 'edge-jwt';

import { keyText } from '../key-text.js';
import { secretBits } from '../key.js';
import type { KeyInput, ReadKey } from '../key.js';

export type KeySummary =
  | {
      readonly kind: 'secret';
      readonly characters: number;
      readonly bits: number;
      readonly algorithm: string;
    }
  | { readonly kind: 'set'; readonly count: number }
  | {
      readonly kind: 'key';
      /** RSA, the curve of an elliptic one, or Ed25519. */
      readonly type: string;
      readonly isPrivate: boolean;
      readonly algorithm: string;
      /** The key's own ID, else the beginning and the end of its thumbprint (RFC 7638). */
      readonly name: string;
    };

/** Undefined where there is no key that can be used. */
export function keySummary(
  { key, inspection, canSign }: ReadKey,
  input: KeyInput,
): KeySummary | undefined {
  if (key === undefined) return undefined;
  if (key instanceof JwkSet) return { kind: 'set', count: key.keys.length };
  const { algorithm } = key;
  const jwk = algorithm.startsWith('HS') ? undefined : exportJwk(key);
  if (jwk === undefined) {
    const isText = inspection?.kind === 'secret';
    const characters = isText ? [...input.text].length : 0;
    return { kind: 'secret', characters, bits: isText ? secretBits(input) : 0, algorithm };
  }
  return { kind: 'key', type: typeOf(jwk), isPrivate: canSign, algorithm, name: nameOf(key, jwk) };
}

const typeOf = ({ kty = '', crv }: Jwk) => (kty === 'EC' ? `EC ${crv}` : (crv ?? kty));

function nameOf({ keyId }: VerifyingKey, jwk: Jwk): string {
  if (keyId !== undefined && keyId.length <= 40) return keyId;
  const thumbprint = calculateJwkThumbprint(jwk);
  return `${thumbprint.slice(0, 4)}…${thumbprint.slice(-4)}`;
}

export interface SetMember {
  readonly keyId: string | undefined;
  /** What the key is for: an algorithm, or the type of the key where it fits several. */
  readonly use: string;
  /** In use; for another algorithm than the token's; or not usable at all. */
  readonly status: 'usable' | 'other' | 'unusable';
  /** With `unusable`: why. */
  readonly code?: JoseErrorCode;
  readonly message?: string;
}

/** In the order of what can be used, then of the set. */
export function membersOf({ key }: ReadKey, input: KeyInput): readonly SetMember[] {
  if (!(key instanceof JwkSet)) return [];
  const usable = key.keys.map(({ keyId, algorithm }) => ({
    ...{ keyId, use: algorithm, status: 'usable' as const },
  }));
  if (key.skipped.length === 0) return usable;
  const jwks = keysIn(keyText(input.text));
  const rest = key.skipped.map(({ index, keyId, code, message }): SetMember => {
    const use = otherUse(jwks[index]);
    if (use !== undefined) return { keyId, use, status: 'other' };
    return { keyId, use: '', status: 'unusable', code, message };
  });
  return [...usable, ...rest];
}

/** What a key is for that would be used for another algorithm. */
function otherUse(jwk: unknown): string | undefined {
  const { valid, algorithms } = inspectKey(JSON.stringify(jwk ?? {}));
  const [algorithm, ...others] = algorithms;
  if (!valid || algorithm === undefined) return undefined;
  return others.length === 0 ? algorithm : String((jwk as Jwk).kty);
}

function keysIn(text: string): readonly unknown[] {
  try {
    const { keys } = JSON.parse(text) as { keys: unknown };
    return Array.isArray(keys) ? keys : [];
  } catch {
    return [];
  }
}
