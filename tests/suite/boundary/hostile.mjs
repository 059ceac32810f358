// Values that no argument is ready for: what throws when it is looked at, what lies, what is gone.

import { CANARY } from '../support/rejection.mjs';

const TRAPS = [
  'get',
  'set',
  'has',
  'deleteProperty',
  'ownKeys',
  'getOwnPropertyDescriptor',
  'defineProperty',
  'getPrototypeOf',
  'setPrototypeOf',
  'isExtensible',
  'preventExtensions',
  'apply',
  'construct',
];

export const thrower = (cause) => () => {
  throw cause;
};

/** A Proxy that throws `cause` at whatever it is asked. */
export const hostile = (cause, target = {}) =>
  new Proxy(target, Object.fromEntries(TRAPS.map((trap) => [trap, thrower(cause)])));

/** A Proxy that was revoked: the engine throws at whatever it is asked. */
export function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** An object that throws `cause` when its member `name` is read. */
export const withGetter = (name, cause, target = {}) =>
  Object.defineProperty(target, name, {
    get: thrower(cause),
    enumerable: true,
    configurable: true,
  });

/** What can be thrown, each made once: it has to come out unchanged. */
export const CAUSES = {
  'an Error': new RangeError(CANARY),
  'an error of the engine': new TypeError(CANARY),
  'a string': CANARY,
  undefined: undefined,
  null: null,
  'a symbol': Symbol(CANARY),
  'a Proxy': hostile(new Error('asked what it is')),
  'a revoked Proxy': revoked(),
};

/** One of them, where it does not matter which. */
export const cause = CAUSES['an Error'];

class Instance {
  issuer = CANARY;
}

/** No object, or none that can be read. */
export const unreadable = {
  null: null,
  'a symbol': Symbol(CANARY),
  'a BigInt': 10n ** 30n,
  'a number': Number.NaN,
  'a boolean': true,
  'a function': () => CANARY,
  'an async function': async () => CANARY,
  'a class': Instance,
  'a revoked Proxy': revoked(),
  'a revoked Proxy of an array': revoked([]),
  'a revoked Proxy of a function': revoked(() => CANARY),
};

/** Objects that are no plain ones. */
export const instances = {
  'an array': [CANARY],
  'an object of a class': new Instance(),
  'a Map': new Map([['issuer', CANARY]]),
  'a Set': new Set([CANARY]),
  'a boxed string': Object(CANARY),
  'a boxed number': Object(1),
  'a boxed symbol': Object(Symbol(CANARY)),
  'a Date that is none': new Date(Number.NaN),
  'a regular expression': /canary/,
  'an Error': new Error(CANARY),
  'a Promise': Promise.resolve({}),
  'a Uint16Array': new Uint16Array(64),
  'a DataView': new DataView(new ArrayBuffer(64)),
};

/** Names that are found on every object, or say something to an engine, or are no names. */
export const NAMES = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'toJSON',
  'prototype',
  'length',
  'name',
  '',
  '0',
  '\0',
  'a\nb',
  'a\u2028b',
  'a\u202eb',
  '\ud800',
  '\u{1f5dd}'.repeat(30),
  'n'.repeat(1_000_000),
];

/** An object whose only member has this name, as its own. */
export const named = (name, value = 1) => Object.fromEntries([[name, value]]);

/** How a case is called that is about this name. */
export const spelled = (name) =>
  name.length > 50 ? `${name.length} characters` : JSON.stringify(name);

/** Values that no option takes; `cause` is what they throw, where they are asked. */
export const noValues = {
  'a symbol': Symbol(CANARY),
  'a function': () => CANARY,
  'a Map': new Map(),
  'a boxed string': Object(CANARY),
  'a revoked Proxy': revoked(),
  'a revoked Proxy of an array': revoked([]),
  'an array with a hole': [, CANARY],
  'an array with a symbol': [Symbol(CANARY)],
  'an array with a revoked Proxy': [revoked()],
  'an array of 4294967295 elements': Object.assign([], { length: 4_294_967_295 }),
  'an array that lies about its length': new Proxy([], {
    get: (target, name) => (name === 'length' ? 2 ** 53 - 1 : Reflect.get(target, name)),
  }),
  'an array whose length is a symbol': new Proxy([], {
    get: (target, name) => (name === 'length' ? Symbol(CANARY) : Reflect.get(target, name)),
  }),
  'an array in an array in an array': [[[CANARY]]],
  'an object in an object in an object': { any: { any: { any: CANARY } } },
  'a thenable': { then: () => CANARY },
  'an object with a symbol as a name': { [Symbol(CANARY)]: CANARY },
  'what only says that it is a Date': { [Symbol.toStringTag]: 'Date' },
};

/** The compiled code of WebKit takes a view out of bounds for an empty one. */
const isWebKit = /AppleWebKit(?!.*Chrom)/.test(globalThis.navigator?.userAgent ?? '');

/** Buffers that are gone, or became too short; those that this runtime can make. */
export function goneBytes() {
  const detached = (make) => {
    const buffer = new ArrayBuffer(64);
    const made = make(buffer);
    if (typeof structuredClone === 'function') structuredClone(buffer, { transfer: [buffer] });
    return buffer.byteLength === 0 ? made : undefined;
  };
  const shrunk = (make) => {
    const buffer = new ArrayBuffer(64, { maxByteLength: 128 });
    if (buffer.resizable !== true || isWebKit) return undefined;
    const made = make(buffer);
    buffer.resize(8);
    return made;
  };
  const made = {
    'a detached ArrayBuffer': detached((buffer) => buffer),
    'a view on a detached ArrayBuffer': detached((buffer) => new Uint8Array(buffer)),
    'a part of a detached ArrayBuffer': detached((buffer) => new Uint8Array(buffer, 8, 8)),
    'a view out of bounds': shrunk((buffer) => new Uint8Array(buffer, 0, 64)),
    'a view that begins out of bounds': shrunk((buffer) => new Uint8Array(buffer, 16)),
  };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
}

/** What only says that it is bytes, a key, a set. */
export const disguised = (tag, members = {}) =>
  Object.defineProperty(members, Symbol.toStringTag, { value: tag });
