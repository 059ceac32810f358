// The command line of the benchmark.

import { parseArgs } from 'node:util';
import { Fault } from '../../scripts/lib/fault.mjs';
import { OPERATIONS } from './operations.mjs';

/** For whoever needs the names and not what it takes to run them. */
export const RUNTIMES = [
  'node',
  'node22',
  'node24',
  'bun',
  'deno',
  'chromium',
  'firefox',
  'workerd',
  'fastly',
];

/** `json` and `quick` are switches, `runtime` and `operation` names. */
export function benchOptions(args) {
  const values = parse(args);
  requireOneOf(RUNTIMES, values.runtime, '--runtime');
  if (values.operation !== undefined) requireOneOf(OPERATIONS, values.operation, '--operation');
  return values;
}

function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        runtime: { type: 'string', default: 'node' },
        operation: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new Fault(`${error.message}: it takes --json, --quick, --runtime and --operation.`);
  }
}

function requireOneOf(known, name, option) {
  if (known.includes(name)) return;
  throw new Fault(`${option} ${name} is not known: there are ${known.join(', ')}.`);
}
