// Rust's symbols as paths: https://doc.rust-lang.org/rustc/symbol-mangling/index.html. Only as far as it takes
// to tell a function from others; what is no symbol of Rust stays as it is.

/** What the legacy scheme writes for characters that a symbol must not have. */
const ESCAPED = { LT: '<', GT: '>', RF: '&', BP: '*', LP: '(', RP: ')', C: ',', u20: ' ' };

/** In `_ZN4core3fmt5write17h0123456789abcdefE` the parts are counted; the last one is a hash. */
export function demangled(symbol) {
  if (symbol.startsWith('_ZN')) return unescaped(countedParts(symbol.slice(3)).slice(0, -1));
  if (symbol.startsWith('_R')) return partsOfV0(symbol).join('::');
  return symbol;
}

const unescaped = (parts) =>
  parts
    .join('::')
    .replace(/\$(\w+)\$/g, (text, code) => ESCAPED[code] ?? text)
    .replaceAll('..', '::')
    .replaceAll('_<', '<');

function countedParts(text) {
  const parts = [];
  for (let rest = text; /^\d/.test(rest);) {
    const length = Number.parseInt(rest, 10);
    const start = `${length}`.length;
    parts.push(rest.slice(start, start + length));
    rest = rest.slice(start + length);
  }
  return parts;
}

/**
 * The crate first, and then the names as they come, without generic arguments' structure: a crate is `C`, perhaps
 * a disambiguator, and a counted name.
 */
function partsOfV0(symbol) {
  const crate = /C(?:s[0-9A-Za-z]*_)?(?=\d)/.exec(symbol);
  return crate === null ? [symbol] : countedParts(symbol.slice(crate.index + crate[0].length));
}
