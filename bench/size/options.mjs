// The command line of the weighing.

import { parseArgs } from 'node:util';
import { Fault } from '../../scripts/lib/fault.mjs';

/** `json` is a switch, `names` the path of a module. */
export function sizeOptions(args) {
  const options = { json: { type: 'boolean', default: false }, names: { type: 'string' } };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Fault(`${error.message}: it takes --json and --names.`);
  }
}
