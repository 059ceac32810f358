/** How the key of an encrypted token is managed (RFC 7518 §4.1): who can open it. */

export type Management = 'agreement' | 'direct' | 'password' | 'recipient' | 'unknown' | 'wrapped';

const BY_PATTERN: readonly (readonly [RegExp, Management])[] = [
  [/^dir$/, 'direct'],
  [/^RSA(?:1_5|-OAEP(?:-\d{3})?)$/, 'recipient'],
  [/^A\d{3}(?:GCM)?KW$/, 'wrapped'],
  [/^ECDH-ES(?:\+A\d{3}KW)?$/, 'agreement'],
  [/^PBES2-HS\d{3}\+A\d{3}KW$/, 'password'],
];

export function managementOf(algorithm: unknown): Management {
  if (typeof algorithm !== 'string') return 'unknown';
  return BY_PATTERN.find(([pattern]) => pattern.test(algorithm))?.[1] ?? 'unknown';
}
