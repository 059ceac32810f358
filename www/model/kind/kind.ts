/** What kind of token it is, as far as its own words tell, and what its kind asks a verifier to check. */
import type { Inspection } from 'edge-jwt';

import { isObject } from '../claims/issuer.js';
import type { Payload } from '../claims/issuer.js';
import type { PROFILES } from '../policy.js';
import type { KindCheck } from './kind-check.js';
import { managementOf } from './encrypted.js';
import type { Management } from './encrypted.js';
import { hasDisclosures } from './sd-jwt.js';
import { serializationOf } from './serialization.js';
import type { Serialization } from './serialization.js';
import { signedKind } from './signed-kind.js';
import type { SignedKind } from './signed-kind.js';

export type KindId = SignedKind | 'jws' | 'jwe';

/** What has to be known besides its kind. */
export type Trait =
  'unsecured' | 'unencoded' | 'detached' | 'nested' | 'selective' | 'flattened' | 'general';

export interface TokenKind {
  readonly id: KindId;
  readonly checks: readonly KindCheck[];
  readonly traits: readonly Trait[];
  /** The algorithms that the header names. */
  readonly algorithms: readonly string[];
  /** The profile of the package that makes these checks. */
  readonly profile?: (typeof PROFILES)[number];
  /** Of an encrypted token: how its key is managed, and so who can open it. */
  readonly management?: Management;
  /** The token that is the payload. */
  readonly nested?: string;
  readonly serialization?: Serialization;
}

export interface KindInput {
  readonly token: string;
  readonly inspection: Inspection;
  /** The text of the payload, which need not be JSON. */
  readonly payload: string;
  /** The text that the token was found in. */
  readonly pasted?: string;
}

/** Undefined where there is no header to go by. */
export function kindOf(input: KindInput): TokenKind | undefined {
  const { token, inspection, payload: text, pasted = '' } = input;
  const header = inspection.protectedHeader;
  if (header === undefined) return undefined;
  const serialization = serializationOf(pasted) ?? serializationOf(token);
  const algorithms = [header.alg, header['enc']].filter((name) => typeof name === 'string');
  const about = { algorithms, ...(serialization && { serialization }) };
  if (isEncrypted(inspection)) {
    const traits: Trait[] = serialization === undefined ? [] : [serialization.form];
    const management = managementOf(header.alg);
    return { id: 'jwe', checks: ['key.recipient', 'inner'], traits, ...about, management };
  }
  // Also one that the package refuses, for a member that it has twice.
  const payload = inspection.payload ?? parsedObject(text);
  const nested = nestedToken(text);
  const kind =
    payload !== undefined && nested === undefined
      ? signedKind(header, payload)
      : ({ id: 'jws', checks: ['key.issuer'] } as const);
  const traits = [
    ...traitsOf(token, header, nested),
    ...(serialization ? [serialization.form] : []),
  ];
  const checks: KindCheck[] = [
    ...kind.checks,
    ...(nested === undefined ? [] : (['inner'] as const)),
    ...(traits.includes('selective') ? (['disclosures', 'keyBinding'] as const) : []),
  ];
  return { ...kind, checks, traits, ...about, ...(nested !== undefined && { nested }) };
}

function parsedObject(text: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isEncrypted = ({ segments }: Inspection) => segments[1]?.name === 'encryptedKey';

function traitsOf(token: string, header: Payload, nested: string | undefined): Trait[] {
  const { alg, b64 } = header;
  const [, payload, signature = ''] = token.trim().split('~', 1)[0]?.split('.') ?? [];
  return [
    ...(typeof alg === 'string' && alg.toLowerCase() === 'none' ? (['unsecured'] as const) : []),
    ...(b64 === false ? (['unencoded'] as const) : []),
    ...(payload === '' && signature !== '' ? (['detached'] as const) : []),
    ...(nested === undefined ? [] : (['nested'] as const)),
    ...(hasDisclosures(token) ? (['selective'] as const) : []),
  ];
}

/** Three or five segments, the first of them JSON that begins as an object does; bare, or as a JSON string. */
const NESTED = /^\s*"?(e[wy][\w-]+(?:\.[\w-]*){2}(?:(?:\.[\w-]*){2})?)"?\s*$/;

const nestedToken = (payload: string): string | undefined => NESTED.exec(payload)?.[1];

/** The payload of a token that does not encode it (RFC 7797 §5.2): what is between the first and the last dot. */
export function unencodedPayload(token: string, header: Payload | undefined): string | undefined {
  if (header?.['b64'] !== false) return undefined;
  const [first, last] = [token.indexOf('.'), token.lastIndexOf('.')];
  return first < last ? token.slice(first + 1, last) : undefined;
}
