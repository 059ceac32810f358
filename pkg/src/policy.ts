/** The options of `verify` as the core has compiled them, and a verification by them. */
import type { OptionValues } from './arguments.js';
import { JwkSet } from './jwk-set.js';
import { tokenBuffer, writeToken } from './token-buffer.js';
import type { VerifiedJwt } from './types.js';
import { VerifyingKey } from './verifying-key.js';
import * as wasm from './wasm.js';

/**
 * A token that was verified, and between which seconds since the epoch it stays valid.
 *
 * @internal
 */
export interface Verified extends VerifiedJwt {
  readonly from: number;
  readonly until: number;
}

/** @internal */
export class Policy {
  readonly handle: wasm.PolicyHandle;
  /** How long a token may be. */
  readonly tokenLength: number;

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  constructor(options: OptionValues | undefined) {
    this.handle = wasm.call(() => new wasm.PolicyHandle(options));
    this.tokenLength = this.handle.tokenLength;
  }

  /** Verifies a token. The objects are new. */
  verify(token: string, keyOrSet: VerifyingKey | JwkSet, nowSeconds: number): Verified {
    const text =
      keyOrSet instanceof VerifyingKey
        ? this.#verify(token, VerifyingKey.handleOf(keyOrSet), nowSeconds)
        : this.#verifyWithJwkSet(token, JwkSet.handleOf(keyOrSet), nowSeconds);
    return verifiedFrom(text, keyOrSet);
  }

  /** Returns its memory. */
  release(): void {
    wasm.release(this.handle);
  }

  #verify(token: string, key: wasm.KeyHandle, nowSeconds: number): string {
    return wasm.call(() => {
      const length = writeToken(token, this.tokenLength);
      return this.handle.verify(tokenBuffer(), length, key, nowSeconds);
    });
  }

  #verifyWithJwkSet(token: string, set: wasm.JwkSetHandle, nowSeconds: number): string {
    return wasm.call(() => {
      const length = writeToken(token, this.tokenLength);
      return this.handle.verifyWithJwkSet(tokenBuffer(), length, set, nowSeconds);
    });
  }
}

/**
 * The objects of the text that the core gives for a verified token.
 *
 * @internal
 */
export function verifiedFrom(text: string, keyOrSet: VerifyingKey | JwkSet): Verified {
  // One pass for header and payload, which the core has held to stricter rules.
  const [payload, protectedHeader, index, from, until] = JSON.parse(text);
  const key = keyOrSet instanceof VerifyingKey ? keyOrSet : JwkSet.keyAt(keyOrSet, index);
  return { payload, protectedHeader, key, from, until: until ?? Infinity };
}
