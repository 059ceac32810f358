// The operations that are timed: which libraries take part in each, and with what.

/**
 * Each is a turn-by-turn comparison: `method` is what an adapter has to have to take part, `fixture` the
 * key and the tokens. An adapter's `lacks` names the algorithms that the library does not have.
 */
export function operationsOf({ keys, growing }) {
  const each = (op, method, names = Object.keys(keys)) =>
    names.map((alg) => ({ op, alg, method, fixture: keys[alg] }));
  return [
    ...each('verify', 'verify'),
    ...each('verify-sync', 'verifySync', ['HS256']),
    ...each('cache-hit', 'verifyCached', ['RS256']),
    ...each('first-use', 'firstUse'),
    // Whoever imports or decodes refuses nothing.
    ...[...each('import', 'importKey'), ...each('decode', 'decode', ['RS256'])].map(
      (operation) => ({ ...operation, refuses: false }),
    ),
    ...growing.map(({ kib, ...fixture }) => ({
      ...{ op: `verify-${kib}KB`, alg: 'HS256', method: 'verify', fixture },
      ...{ kib, only: ['edge-jwt', 'jose'] },
    })),
  ];
}

/** What can be asked for by name, beside those of the list: it takes several of them. */
export const OPERATIONS = [
  'verify',
  'verify-sync',
  'cache-hit',
  'first-use',
  'import',
  'decode',
  'growth',
  'start-up',
];

/** The name under which an operation is asked for. */
export const nameOf = ({ op, kib }) => (kib === undefined ? op : 'growth');
