import { own } from './record.js';
/**
 * Well-formed strings.
 *
 * A JavaScript string may hold half a surrogate pair. UTF-8 cannot, so on the way into WebAssembly
 * every such half would become U+FFFD and two different issuers or secrets would become equal.
 *
 * @internal
 */

// Written for engines older than ES2024, where the method is missing.
const native = own(String.prototype, 'isWellFormed') as ((this: string) => boolean) | undefined;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Whether every surrogate in the text belongs to a pair.
 *
 * @internal
 */
export const isWellFormed: (text: string) => boolean = native
  ? (text) => native.call(text)
  : (text) => !LONE_SURROGATE.test(text);
