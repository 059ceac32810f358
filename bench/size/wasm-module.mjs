// Reads a WebAssembly module as far as it takes to say what its bytes are spent on: sections, and the
// sizes and names of functions. https://webassembly.github.io/spec/core/binary/modules.html

const MAGIC = 8; // Bytes of the preamble: `\0asm` and the version.
const NAMES = [
  'custom',
  'type',
  'import',
  'function',
  'table',
  'memory',
  'global',
  'export',
  'start',
  'element',
  'code',
  'data',
  'data count',
  'tag',
];
const [CUSTOM, IMPORT, CODE] = [0, 2, 10];
const FUNCTION_IMPORT = 0;
/** The subsection of the custom section `name` that names functions. */
const FUNCTION_NAMES = 1;

/** A place in the bytes that goes on as it is read from. */
class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  get isAtEnd() {
    return this.at >= this.bytes.length;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** LEB128. */
  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  /** The next bytes, by themselves. */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return new TextDecoder().decode(this.take(this.unsigned()));
  }
}

/** The sections in their order: `id`, `name`, `size` and the `content`, without a custom section's name. */
export function sectionsOf(bytes) {
  const cursor = new Cursor(bytes, MAGIC);
  const sections = [];
  while (!cursor.isAtEnd) {
    const id = cursor.byte();
    const content = new Cursor(cursor.take(cursor.unsigned()));
    const size = content.bytes.length;
    const name = id === CUSTOM ? `custom "${content.text()}"` : NAMES[id];
    sections.push({ id, name, size, content: content.bytes.subarray(content.at) });
  }
  return sections;
}

/** Every function of the module: its `size` in bytes and its `name`, undefined where the module has none. */
export function functionsOf(bytes) {
  const sections = sectionsOf(bytes);
  const code = new Cursor(sections.find(({ id }) => id === CODE).content);
  const names = functionNames(sections.find(({ name }) => name === 'custom "name"'));
  const first = importedFunctions(sections.find(({ id }) => id === IMPORT));
  return Array.from({ length: code.unsigned() }, (_, index) => {
    const size = code.unsigned();
    code.take(size);
    return { size, name: names.get(first + index) };
  });
}

function functionNames(section) {
  const names = new Map();
  if (section === undefined) return names;
  const cursor = new Cursor(section.content);
  while (!cursor.isAtEnd) {
    const kind = cursor.byte();
    const part = new Cursor(cursor.take(cursor.unsigned()));
    if (kind !== FUNCTION_NAMES) continue;
    for (let left = part.unsigned(); left > 0; left -= 1) names.set(part.unsigned(), part.text());
  }
  return names;
}

/** Imported functions are numbered before the module's own. */
function importedFunctions(section) {
  if (section === undefined) return 0;
  const cursor = new Cursor(section.content);
  let count = 0;
  for (let left = cursor.unsigned(); left > 0; left -= 1) {
    cursor.text();
    cursor.text();
    const kind = cursor.byte();
    if (kind === FUNCTION_IMPORT) count += 1;
    skipDescription(kind, cursor);
  }
  return count;
}

/** A function is a type; a table a type and limits; a memory limits; a global a type and a mutability. */
function skipDescription(kind, cursor) {
  const limits = () => {
    const hasMaximum = (cursor.byte() & 1) === 1;
    cursor.unsigned();
    if (hasMaximum) cursor.unsigned();
  };
  if (kind === 0) cursor.unsigned();
  else if (kind === 1) (cursor.byte(), limits());
  else if (kind === 2) limits();
  else cursor.take(2);
}
