// Changes the glue that wasm-bindgen writes:
// - It becomes a function that makes the glue of one instance. Nothing of an instance that broke, neither a handle
//   nor a finalizer, can then reach the next one.
// - It takes encoder and decoder of text from pkg/src/utf8.ts, which makes them on first use and not on import.
// - It compares buffers to see whether the memory has grown, where it asks for a member that older engines look for
//   on Object.prototype.

import { Fault } from './fault.mjs';

const NEW_DECODER = "new TextDecoder('utf-8', { ignoreBOM: true })";

/** Each is in the glue exactly once. */
const CHANGES = [
  {
    from: `let cachedTextDecoder = ${NEW_DECODER};\ncachedTextDecoder.decode();\n`,
    to: 'let cachedTextDecoder;\n',
  },
  { from: `cachedTextDecoder = ${NEW_DECODER};`, to: 'cachedTextDecoder = newUtf8Decoder();' },
  {
    from: 'return cachedTextDecoder.decode(bytes);',
    to: 'cachedTextDecoder ??= newUtf8Decoder();\n    return cachedTextDecoder.decode(bytes);',
  },
  {
    from: /const cachedTextEncoder = new TextEncoder\(\);\n\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/g,
    to: '',
  },
  { from: 'cachedTextEncoder.encode(arg)', to: 'utf8Encoder().encode(arg)' },
  { from: 'cachedTextEncoder.encodeInto(arg, view)', to: 'utf8Encoder().encodeInto(arg, view)' },
];

const IS_DETACHED =
  /(?<view>cached\w+)\.buffer\.detached === true \|\| \(\k<view>\.buffer\.detached === undefined && \k<view>\.buffer !== wasm\.memory\.buffer\)/g;
const IS_ANOTHER = '$<view>.buffer !== wasm.memory.buffer';

/** What would be left of something that this file does not know. */
const LEFT_OVER = /\bTextDecoder\b|\bTextEncoder\b|\bcachedTextEncoder\b|\bdetached\b/;

/** What follows starts the one instance that wasm-bindgen knows of. */
const START = '\nlet wasmModule, wasmInstance, wasm;\n';
const EXPORT = /^export (?=(?:class|function) (?<name>\w+))/gm;
/** They run at any time: also after the instance has stopped, when there is nothing left to free. */
const FINALIZER = /\bptr => wasm\.__wbg_/g;

/** The glue, changed. `utf8` is where the two functions are to be imported from. */
export function changedGlue(glue, utf8) {
  let changed = glue;
  for (const { from, to } of CHANGES) {
    const pieces = changed.split(from);
    if (pieces.length !== 2) throw anotherForm();
    changed = pieces.join(to);
  }
  changed = changed.replace(IS_DETACHED, IS_ANOTHER);
  if (LEFT_OVER.test(changed)) throw anotherForm();
  return `import { newUtf8Decoder, utf8Encoder } from '${utf8}';\n${madeByFunction(changed)}`;
}

/** As a function of the one that starts the module with its imports and gives its exports. */
function madeByFunction(glue) {
  const [body, start, ...others] = glue.split(START);
  const names = [...body.matchAll(EXPORT)].map(({ groups }) => groups.name);
  if (start === undefined || others.length > 0 || !names.includes('Policy')) throw anotherForm();
  // A module without references has nothing to start.
  const begin = start.includes('wasm.__wbindgen_start();') ? 'wasm.__wbindgen_start();\n' : '';
  const inner = body.replace(EXPORT, '').replace(FINALIZER, 'ptr => wasm?.__wbg_');
  return `
export function newGlue(exportsOf) {
${inner}
let wasm = exportsOf(__wbg_get_imports());
${begin}return { ${names.join(', ')}, memory: wasm.memory, stop() { wasm = undefined; } };
}
`;
}

const anotherForm = () =>
  new Fault('The glue of wasm-bindgen has another form than scripts/lib/glue.mjs knows.');
