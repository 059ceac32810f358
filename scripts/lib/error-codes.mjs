// Reads the error codes out of the places that list them.

const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/** The string literals of Rust source, comments aside. */
export function codesInRust(source) {
  return all(source.replace(/\/\/[^\n]*/gu, ''), /"(ERR_[A-Z0-9_]+)"/gu);
}

/** The members of the union `JoseErrorCode`. */
export function codesInTypeScript(source) {
  const union = /\btype JoseErrorCode\s*=([^;]*);/u.exec(source)?.[1] ?? '';
  return all(union, /'(ERR_[A-Z0-9_]+)'/gu);
}

/** The rows of a table whose first cell is a code and nothing else. */
export function codesInMarkdown(source) {
  return all(source, /^\|\s*`(ERR_[A-Z0-9_]+)`\s*\|/gmu);
}
