// Changes the glue that wasm-bindgen writes:
// - It can start another instance of the module (`startInstance`, `stopInstance`). A finalizer frees nothing that lay
//   in an instance before.
// - It takes encoder and decoder of text from pkg/src/checks/utf8.ts, which makes them on first use and not on import.
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
const REGISTRATION = /Finalization\.register\((?<handle>\w+), \k<handle>\.__wbg_ptr, \k<handle>\)/g;
const FINALIZATION =
  /\(typeof FinalizationRegistry === 'undefined'\)\s*\?[^?]*: new FinalizationRegistry\(ptr => wasm\.(?<free>__wbg_\w+_free)\(ptr, 1\)\);/g;
/** Handles have this for callers of wasm-bindgen's classes, whom nobody is. */
const DISPOSAL = /^if \(Symbol\.dispose\) .*\n/gm;

/** For a module that is JavaScript, where engines make no room for what is never run: 64 KiB of arguments. */
const REACH_DOWN = `
const room = new Array(8192).fill(0);
const take = (..._room) => {};
export function reachDown() {
  take(...room);
}
`;

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
  return `import { newUtf8Decoder, utf8Encoder } from '${utf8}';\n${startedAgain(changed)}`;
}

/** With an end of our own. */
function startedAgain(glue) {
  const [body, start, ...others] = glue.split(START);
  const count = (pattern) => glue.match(pattern)?.length ?? 0;
  if (start === undefined || others.length > 0) throw anotherForm();
  if (count(/Finalization\.register\(/g) !== count(REGISTRATION)) throw anotherForm();
  if (count(/new FinalizationRegistry\(/g) !== count(FINALIZATION)) throw anotherForm();
  // A module without references has nothing to start.
  const begin = start.includes('wasm.__wbindgen_start();') ? 'wasm.__wbindgen_start();' : '';
  return `${body
    .replace(
      REGISTRATION,
      'Finalization.register($<handle>, { ptr: $<handle>.__wbg_ptr, of: instance }, $<handle>)',
    )
    .replace(FINALIZATION, '/* @__PURE__ */ finalization((ptr) => wasm.$<free>(ptr, 1));')
    .replace(DISPOSAL, '')}
let wasm;
let instance = 0;

function finalization(free) {
  return typeof FinalizationRegistry === 'undefined'
    ? { register() {}, unregister() {} }
    : new FinalizationRegistry(({ ptr, of }) => {
        if (of === instance) free(ptr);
      });
}

export function startInstance(exportsOf) {
  wasm = exportsOf(__wbg_get_imports());
  cachedDataViewMemory0 = null;
  cachedUint8ArrayMemory0 = null;
  ${begin}
  return wasm.memory;
}

export function stopInstance() {
  wasm = undefined;
  instance += 1;
}
${body.includes('export function reachDown(') ? '' : REACH_DOWN}`;
}

const anotherForm = () =>
  new Fault('The glue of wasm-bindgen has another form than scripts/lib/glue.mjs knows.');
