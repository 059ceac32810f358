// A fault a person can act on. It is told in one sentence and never with a stack trace.

export class Fault extends Error {
  name = 'Fault';
}

/**
 * Runs a script's work. A `Fault` becomes its sentence on standard error and exit code 1; anything
 * else is a mistake in the scripts themselves and keeps its stack trace.
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The flags of the command line, all of which must be among `known`. */
export function flags(known) {
  const given = process.argv.slice(2);
  const unknown = given.find((flag) => !known.includes(flag));
  if (unknown !== undefined) {
    const choice = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`;
    throw new Fault(`The option ${unknown} is not one of this command: ${choice}.`);
  }
  return new Set(given);
}
