/** Options of every function that reads a token. */
import type { Algorithm } from '../contract.js';

/** How much is read at most: integers from 1. All are checked before memory is taken for what they measure. */
export interface Limits {
  /**
   * Characters of the whole token, 16,777,216 at most. Reading one takes up to 80 times as much memory,
   * and that of WebAssembly never shrinks. Defaults to 262,144.
   */
  readonly tokenLength?: number;
  /** Bytes of the decoded header, 1,048,576 at most. Defaults to 8,192. */
  readonly headerLength?: number;
  /** Levels of nested arrays and objects in header and payload, from 1 to 100. Defaults to 64. */
  readonly jsonDepth?: number;
}

/** Options of `decode`. */
export interface DecodeOptions {
  readonly limits?: Limits;
  /**
   * Accept base64url segments that are padded with `=` as RFC 4648 §3.2 has it, against RFC 7515 §2. For the
   * tokens of AWS Application Load Balancers, which are made so. Defaults to false.
   */
  readonly acceptPadding?: boolean;
}

/** Options of `compactVerify`. */
export interface CompactVerifyOptions extends DecodeOptions {
  /**
   * The `alg` values a token may name. Defaults to the algorithm the key is bound to. Keys of a set that name
   * no algorithm, as Microsoft Entra publishes them, are for those of this list, and for none without it.
   */
  readonly algorithms?: readonly Algorithm[];
  /**
   * Names of critical header parameters that the caller handles. Any other critical parameter is
   * refused. Defaults to none.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11
   */
  readonly crit?: readonly string[];
  /**
   * Whether, when several keys of a set fit the token's `alg` and `kid`, each of them is tried, up to 16.
   * That costs a verification each. Defaults to false: such a token is refused.
   */
  readonly tryAllMatchingKeys?: boolean;
}
