// Holds pkg/src to reading nothing through a prototype: what a bug elsewhere in the process puts on `Object.prototype`
// is no option, no claim and no setting. With --self-test it checks itself on small sources instead.

import { relative } from 'node:path';
import { Fault, flags, main } from './lib/fault.mjs';
import { inProject, root } from './lib/project.mjs';
import { prototypeReads } from './lib/prototype-reads.mjs';

function checkProject() {
  const reads = prototypeReads();
  const faults = [...reads].flatMap(([path, sentences]) =>
    sentences.map((sentence) => `${relative(root, path)}:${sentence}`),
  );
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Fault(`Reads through a prototype: ${faults.length}.`);
  console.log(`${reads.size} files read nothing through a prototype.`);
}

/** What the sources below are about. */
const DECLARED = `
import { own, record } from './checks/record.js';
import type { Own } from './checks/record.js';
import type { JwtPayload } from './jwt/payload.js';
interface Options { readonly name: string; readonly more?: number; readonly deep?: { readonly more?: number } }
declare const plain: Options;
declare const bare: Own<Options>;
declare const payload: JwtPayload;
declare const table: Readonly<Record<string, number>>;
declare const list: readonly string[];
declare const bytes: Uint8Array;
declare const text: string;
declare const some: any;
declare const thing: unknown;
declare const host: Error;
declare const subtle: SubtleCrypto;
declare class Key { static is(value: object): boolean; readonly alg: string; declare readonly keyId?: string }
declare const key: Key;
`;

/** Each case: a source, and how many faults must be found in it. */
const SELF_TEST = [
  ['for (const name in plain) name;', 1],
  ['for (const name of Object.keys(plain)) name;', 0],

  ["'more' in plain;", 1],
  ["'more' in bare;", 0],
  ["'more' in record(plain);", 0],
  ["'more' in { ...bare };", 1],
  ['class A { #b = 1; static is(value: object) { return #b in value; } }', 0],

  ['plain.name;', 0],
  ['plain.more;', 1],
  ["plain['more'];", 1],
  ['(plain as Options | undefined)?.more;', 1],
  ['bare.more;', 0],
  ['bare.deep?.more;', 1],
  ['plain.deep!.more;', 2],
  ["own(plain, 'more');", 0],
  ['record(plain).more;', 0],
  ['(plain as Own<Options>).more;', 1],
  ['// Own: it was made so.\n(plain as Own<Options>).more;', 0],
  ['payload.iss;', 1],
  ["payload['roles'];", 1],
  ["own(payload, 'roles');", 0],
  ['key.keyId;', 1],
  ['key.alg;', 0],
  ['host.message;', 0],
  ['host.cause;', 1],

  ['const { name } = plain;', 0],
  ['const { more } = plain;', 1],
  ["const { name = 'a' } = plain;", 1],
  ['const { more = 1, ...rest } = bare;', 0],
  ['const { name, ...rest } = bare; rest.more;', 1],
  ['const { name, ...rest } = bare; record(rest).more;', 0],
  ['({ ...bare }).more;', 1],
  ['record({ ...bare }).more;', 0],
  ['const read = ({ more }: Options) => more;', 1],
  ['const read = ({ more }: Own<Options>) => more;', 0],
  ['let name; ({ name } = plain);', 1],
  ['const { [text]: value } = table;', 1],

  ['table[text];', 1],
  ['record(table)[text];', 0],
  ['new Map(Object.entries(table)).get(text);', 0],
  ["({ a: 1, b: 2 })[text as 'a' | 'b'];", 0],

  ['list[0];', 1],
  ['list[0]!;', 0],
  ['list.at(0);', 0],
  ['const [first] = list;', 0],
  ['text[0];', 1],
  ['bytes[0];', 0],

  ['some.name;', 1],
  ['JSON.parse(text).name;', 1],
  ['(thing as Options).name;', 1],
  ['const { name } = thing as Options;', 1],
  ['(thing as PromiseLike<unknown>).then;', 0],
  ['// Inherited: a URL has it from its class.\n(thing as Options).name;', 0],

  ['new Error(text, { cause: thing });', 0],
  ['const options: ErrorOptions = {}; new Error(text, options);', 1],
  ['const options: ErrorOptions = {}; new Error(text, record(options));', 0],
  ['new Response(null, { status: 200 });', 1],
  ['new Response(null, record({ status: 200 }));', 0],
  ["new TextDecoder('utf-8', { fatal: true });", 1],
  ["new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });", 0],
  ["void subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);", 1],
  ["void subtle.generateKey(record({ name: 'HMAC', hash: 'SHA-256' }), false, ['sign']);", 0],
  ['void fetch(text, { body: text });', 1],
  ['void fetch(text, record({ body: text }));', 0],
  ["Object.defineProperty(key, 'alg', { value: text });", 1],
  ["Object.defineProperty(key, 'alg', record({ value: text }));", 0],
];

function checkSelf() {
  const path = (index) => inProject('pkg', 'src', `self-test-${index}.ts`);
  const sources = SELF_TEST.map(([source], index) => [path(index), `${DECLARED}\n${source}\n`]);
  const reads = prototypeReads(new Map(sources));
  for (const [index, [source, expected]] of SELF_TEST.entries()) {
    const found = reads.get(path(index));
    if (found.length === expected) continue;
    throw new Fault(
      `Self-test: \`${source}\`: expected ${expected}, found ${found.join('; ') || 'none'}.`,
    );
  }
  console.log(`The check finds what it should in ${SELF_TEST.length} sources.`);
}

await main(async () => {
  const given = flags(['--self-test']);
  if (given.has('--self-test')) checkSelf();
  else checkProject();
});
