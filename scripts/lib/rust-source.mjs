// Reads Rust source just far enough to ask which names it uses.

/** What is not code, except block comments. A lifetime ('a) is not the beginning of a character. */
const NOT_CODE = new RegExp(
  [
    String.raw`\/\/[^\n]*`,
    String.raw`\bb?r(#*)"[\s\S]*?"\1`,
    String.raw`"(?:[^"\\]|\\[\s\S])*"`,
    String.raw`'(?:[^'\\\n]|\\(?:[nrt0\\'"]|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F_]+\}))'`,
  ].join('|'),
  'uy',
);

/** The string literals, with the index of each. */
export function stringsOf(source) {
  const strings = [];
  for (let at = 0; at < source.length;) {
    const length = lengthOfBlockComment(source, at) || lengthOfOther(source, at);
    const text = source.slice(at, at + length);
    if (/^b?r?#*"/u.test(text)) strings.push({ index: at, text });
    at += length || 1;
  }
  return strings;
}

const blank = (text) => text.replace(/[^\n]/gu, ' ');

/** The source with comments, strings and characters blanked out, and every line where it was. */
export function codeOf(source) {
  let code = '';
  while (code.length < source.length) {
    const at = code.length;
    const length = lengthOfBlockComment(source, at) || lengthOfOther(source, at);
    code += length > 0 ? blank(source.slice(at, at + length)) : source[at];
  }
  return withoutTestModules(code);
}

function lengthOfOther(source, start) {
  NOT_CODE.lastIndex = start;
  return NOT_CODE.exec(source)?.[0].length ?? 0;
}

/** Block comments nest, which no regular expression can follow. */
function lengthOfBlockComment(source, start) {
  if (!source.startsWith('/*', start)) return 0;
  const marks = /\/\*|\*\//gu;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(source); mark !== null; mark = marks.exec(source)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex - start;
  }
  return source.length - start;
}

/** Tests may look at the code from any floor: a `#[cfg(test)] mod name { … }` is blanked out. */
function withoutTestModules(code) {
  const opening = /#\[cfg\(test\)\]\s*(?:#\[[^\]]*\]\s*)*mod\s+\w+\s*\{/u.exec(code);
  if (opening === null) return code;
  let end = opening.index + opening[0].length;
  for (let depth = 1; depth > 0 && end < code.length; end += 1) {
    if (code[end] === '{') depth += 1;
    if (code[end] === '}') depth -= 1;
  }
  const test = code.slice(opening.index, end);
  return withoutTestModules(code.replace(test, () => blank(test)));
}

/** The line, counted from 1, that a position in the source is on. */
export const lineAt = (source, index) => source.slice(0, index).split('\n').length;
