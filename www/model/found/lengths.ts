/** Lengths of signatures and tags. They tell where a token that is broken over lines ends. */
import { SIGNATURE_LENGTHS } from '../algorithms.js';

const RSA = [128, 256, 384, 512, 1024];

/** Bytes of a signature (RFC 7518 §3, RFC 8037 §3, RFC 8812 §3). */
const SIGNATURES: ReadonlyMap<string, readonly number[]> = new Map([
  ...Object.entries(SIGNATURE_LENGTHS).map(
    ([name, length]) => [name, length === null ? RSA : [length]] as const,
  ),
  // What the package does not verify.
  ['none', [0]],
  ['ES256K', [64]],
  ['EdDSA', [64, 114]],
  ['Ed448', [114]],
]);

/** Bytes of an authentication tag (RFC 7518 §5). */
const TAGS: ReadonlyMap<string, readonly number[]> = new Map([
  ['A128CBC-HS256', [16]],
  ['A192CBC-HS384', [24]],
  ['A256CBC-HS512', [32]],
  ['A128GCM', [16]],
  ['A192GCM', [16]],
  ['A256GCM', [16]],
]);

/** Lengths in characters without padding, ascending. Empty for unknown algorithms. */
export type Lengths = readonly number[];

const inCharacters = (bytes: readonly number[] = []): Lengths =>
  bytes.map((count) => Math.ceil((count * 4) / 3));

export const signatureLengths = (algorithm: string | undefined): Lengths =>
  inCharacters(SIGNATURES.get(algorithm ?? ''));

export const tagLengths = (encryption: string): Lengths => inCharacters(TAGS.get(encryption));
