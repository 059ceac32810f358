/** The options of `decode` or of `compactVerify` as the core has compiled them, and what is done by them. */
import type { CoreOptions } from '../checks/core-options.js';
import { Handle } from './handle.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { handleOf, keyAt } from '../jwk-set/key-argument.js';
import { bytesInPlace, tokenBuffer, writeToken } from './token-buffer.js';
import type { ProtectedHeader } from '../jws/header.js';
import type { VerifiedJws } from '../jws/verified-jws.js';
import type { DecodedJwt } from '../jwt/decoded-jwt.js';
import type { VerifyingKey } from '../key/verifying-key.js';
import * as wasm from './wasm.js';

/** @internal */
export class JwsPolicy {
  readonly #handle: Handle<wasm.JwsPolicyHandle>;
  readonly #tokenLength: number;

  private constructor(compiled: () => wasm.JwsPolicyHandle) {
    [this.#handle, this.#tokenLength] = wasm.call(() => {
      const policy = compiled();
      return [new Handle(policy, compiled), policy.tokenLength];
    });
  }

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  static forDecode(options: CoreOptions | undefined): JwsPolicy {
    return new JwsPolicy(() => wasm.JwsPolicyHandle.forDecode(options));
  }

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  static forVerify(options: CoreOptions | undefined): JwsPolicy {
    return new JwsPolicy(() => wasm.JwsPolicyHandle.forVerify(options));
  }

  /** Decodes a token. The objects are new. */
  decode<P>(token: string): DecodedJwt<P> {
    const text = wasm.call(() => {
      const length = writeToken(token, this.#tokenLength);
      return this.#handle.held().decode(tokenBuffer(), length);
    });
    const [payload, protectedHeader, signatureLength] = JSON.parse(text);
    return { protectedHeader, payload, signature: bytesInPlace(signatureLength) };
  }

  /** Decodes the header alone, of a JWS or a JWE. The object is new. */
  decodeProtectedHeader(token: string): ProtectedHeader {
    const text = wasm.call(() => {
      const length = writeToken(token, this.#tokenLength);
      return this.#handle.held().decodeProtectedHeader(tokenBuffer(), length);
    });
    return JSON.parse(text);
  }

  /** Verifies a JWS. The objects are new. */
  verify(jws: string, keyOrSet: VerifyingKey | JwkSet): VerifiedJws {
    const keys = handleOf(keyOrSet);
    const text = wasm.call(() => {
      const length = writeToken(jws, this.#tokenLength);
      return this.#handle.held().verify(tokenBuffer(), length, keys.held());
    });
    const [protectedHeader, index, length] = JSON.parse(text);
    return { payload: bytesInPlace(length), protectedHeader, key: keyAt(keyOrSet, index) };
  }

  /** Returns its memory. */
  release(): void {
    this.#handle.release();
  }
}
