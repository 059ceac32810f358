// Fits the glue of wasm-bindgen and the output of wasm2js together.

import { Fault } from './fault.mjs';

/**
 * Views of the memory are kept until it has grown, and the glue tells that by the old buffer being
 * detached. WebAssembly does that; wasm2js leaves it as it is, full of what was true before, so that the
 * buffers have to be compared.
 */
const IS_STALE_ARRAY = /(?<view>cached\w+ArrayMemory0)\.byteLength === 0/g;
const IS_STALE_DATA_VIEW =
  /(?<view>cachedDataViewMemory0)\.buffer\.detached === true \|\| \(\k<view>\.buffer\.detached === undefined && \k<view>\.buffer !== wasm\.memory\.buffer\)/g;
const IS_STALE = '$<view>.buffer !== wasm.memory.buffer';
const VIEW = /^let cached\w+Memory0 = null;$/gm;

/** In place of a module of WebAssembly comes the function that wasm2js made of it. */
const START =
  /if \(!\(module instanceof WebAssembly\.Module\)\) \{[^}]*\}\s*const instance = new WebAssembly\.Instance\(module, imports\);/g;
const START_TRANSLATED = 'const instance = { exports: module(imports) };';

/** The glue, changed for a module that is JavaScript. */
export function changedGlue(glue) {
  const count = (pattern) => glue.match(pattern)?.length ?? 0;
  if (count(VIEW) !== count(IS_STALE_ARRAY) + count(IS_STALE_DATA_VIEW) || count(START) !== 1) {
    throw new Fault('The glue of wasm-bindgen has another form than wasm2js-glue.mjs knows.');
  }
  return glue
    .replace(IS_STALE_ARRAY, IS_STALE)
    .replace(IS_STALE_DATA_VIEW, IS_STALE)
    .replace(START, START_TRANSLATED);
}

/** The output of wasm2js, which starts itself, as a function that the glue starts with its imports. */
export function startedByGlue(module) {
  const body = module.indexOf('\n');
  const ending = module.lastIndexOf('\nvar retasmFunc = asmFunc(');
  if (!module.startsWith('import * as ') || ending === -1) {
    throw new Fault('The output of wasm2js has another form than wasm2js-glue.mjs knows.');
  }
  return `${module.slice(body, ending)}\nexport { asmFunc as instantiate };\n`;
}
