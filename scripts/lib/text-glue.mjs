// Takes the encoder and decoder of text out of the glue of wasm-bindgen, which makes them on import. In
// their place come those of pkg/src/utf8.ts, which are made on first use. And the glue compares buffers to see
// whether the memory has grown, where it asks for a member that older engines look for on Object.prototype.

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

/** The glue, changed. `utf8` is where the two functions are to be imported from. */
export function withTextOnFirstUse(glue, utf8) {
  let changed = glue;
  for (const { from, to } of CHANGES) {
    const pieces = changed.split(from);
    if (pieces.length !== 2) throw anotherForm();
    changed = pieces.join(to);
  }
  changed = changed.replace(IS_DETACHED, IS_ANOTHER);
  if (LEFT_OVER.test(changed)) throw anotherForm();
  return `import { newUtf8Decoder, utf8Encoder } from '${utf8}';\n${changed}`;
}

const anotherForm = () =>
  new Fault('The glue of wasm-bindgen has another form than text-glue.mjs knows.');
