/** The options of `verify` as the core has compiled them, and a verification by them. */
import type { CoreOptions } from '../checks/core-options.js';
import { Handle } from './handle.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { handleOf, keyAt } from '../jwk-set/key-argument.js';
import type { Inspection } from '../jwt/inspection.js';
import { tokenBuffer, writeToken } from './token-buffer.js';
import type { VerifiedJwt } from '../jwt/verified-jwt.js';
import type { VerifyingKey } from '../key/verifying-key.js';
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
  readonly handle: Handle<wasm.PolicyHandle>;
  /** How long a token may be. */
  readonly tokenLength: number;

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  constructor(options: CoreOptions | undefined) {
    const compiled = () => new wasm.PolicyHandle(options);
    [this.handle, this.tokenLength] = wasm.call(() => {
      const policy = compiled();
      return [new Handle(policy, compiled), policy.tokenLength];
    });
  }

  /** Verifies a token. The objects are new. */
  verify(token: string, keyOrSet: VerifyingKey | JwkSet, nowSeconds: number): Verified {
    const keys = handleOf(keyOrSet);
    const text = wasm.call(() => {
      const length = writeToken(token, this.tokenLength);
      return this.handle.held().verify(tokenBuffer(), length, keys.held(), nowSeconds);
    });
    return verifiedFrom(text, keyOrSet);
  }

  /** The report on a token, with its signature checked where there are keys. The object is new. */
  inspect(
    token: string,
    keyOrSet: VerifyingKey | JwkSet | undefined,
    nowSeconds: number,
  ): Inspection {
    const keys = keyOrSet && handleOf(keyOrSet);
    const text = wasm.call(() => {
      const length = writeToken(token, this.tokenLength);
      const [policy, buffer] = [this.handle.held(), tokenBuffer()];
      return keys === undefined
        ? policy.inspect(buffer, length, nowSeconds)
        : policy.inspectWithKeys(buffer, length, keys.held(), nowSeconds);
    });
    return JSON.parse(text);
  }

  /** Returns its memory. */
  release(): void {
    this.handle.release();
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
  const key = keyAt(keyOrSet, index);
  return { payload, protectedHeader, key, from, until: until ?? Infinity };
}
