/** Classes of the runtime, where its types are known: the declarations need neither a browser's types nor Node's. */

/** The runtime's `CryptoKey`, where its types are known. */
export type RuntimeCryptoKey = typeof globalThis extends { CryptoKey: { prototype: infer K } }
  ? K
  : {
      readonly type: string;
      readonly extractable: boolean;
      readonly algorithm: { readonly name: string };
      readonly usages: readonly string[];
    };

/** The runtime's `Response`, where its types are known. */
export type RuntimeResponse = typeof globalThis extends { Response: { prototype: infer R } }
  ? R
  : object;

/** The runtime's `URLSearchParams`, where its types are known. */
export type RuntimeURLSearchParams = typeof globalThis extends {
  URLSearchParams: { prototype: infer P };
}
  ? P
  : object;

/** The runtime's `AbortSignal`, where its types are known. */
export type RuntimeAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : unknown;

/** What lets work go on after a response was sent. A Worker's `ExecutionContext` is one. */
export interface WaitUntil {
  waitUntil?(promise: Promise<unknown>): void;
}
