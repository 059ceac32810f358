// The goals: `atMost` is how long ours may take, divided by what `against` takes in the same run; with
// no `against`, it is microseconds.

export const goals = [
  { op: 'verify', alg: 'HS256', against: 'jose', atMost: 0.15 },
  { op: 'verify', alg: 'HS256', against: 'fast-jwt', atMost: 0.8 },
  { op: 'verify', alg: 'ES256', against: 'jose', atMost: 0.4 },
  { op: 'verify', alg: 'ES256', against: 'node:crypto', atMost: 1 },
  { op: 'verify', alg: 'RS256', against: 'jose', atMost: 0.6 },
  { op: 'verify', alg: 'RS256', against: 'fast-jwt', atMost: 1.3 },
  { op: 'verify', alg: 'PS256', against: 'jose', atMost: 0.6 },
  { op: 'verify', alg: 'Ed25519', against: 'jose', atMost: 0.4 },
  { op: 'verify', alg: 'Ed25519', against: '@node-rs/jsonwebtoken', atMost: 1 },
  { op: 'verify', alg: 'ES384', against: 'jose', atMost: 0.8 },
  { op: 'verify', alg: 'ES512', against: 'jose', atMost: 0.8 },
  { op: 'cache-hit', alg: 'RS256', against: 'fast-jwt', atMost: 0.3 },
  { op: 'first-use', alg: 'HS256', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'RS256', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'PS256', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'ES256', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'ES384', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'ES512', against: 'jose', atMost: 1.2 },
  { op: 'first-use', alg: 'Ed25519', against: 'jose', atMost: 1.2 },
  { op: 'decode', alg: 'RS256', against: 'jwt-decode', atMost: 0.3 },
  { op: 'decode', alg: 'RS256', against: 'jose', atMost: 1 },
  { op: 'slope', alg: 'HS256', against: 'jose', atMost: 1 },
  { op: 'start-up', alg: 'HS256', atMost: 8000 },
];

/**
 * What became of the goal that is told in the row of a library, from all rows of one operation and
 * algorithm: how much ours takes of what is allowed, and whether that is met. Without a goal, undefined.
 */
export function outcomeOf(row, ours) {
  const against = row === ours ? undefined : row.lib;
  const goal = goals.find(
    (each) => each.op === row.op && each.alg === row.alg && each.against === against,
  );
  if (goal === undefined) return undefined;
  const actual = against === undefined ? ours.us : ours.us / row.us;
  return { actual, atMost: goal.atMost, isMet: actual <= goal.atMost };
}
