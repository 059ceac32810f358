// How the package says no.

/** The code of a refusal. Anything else that is thrown is a mistake of the package or of this run. */
export function refusalCode(lib, error) {
  if (!(error instanceof lib.JoseError)) throw error;
  return error.code;
}
