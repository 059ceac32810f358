/** The options of `decode` as the core has compiled them, and a decoding by them. */
import type { CoreOptions } from '../checks/core-options.js';
import { Handle } from './handle.js';
import { bytesInPlace, tokenBuffer, writeToken } from './token-buffer.js';
import type { ProtectedHeader } from '../jws/header.js';
import type { DecodedJwt } from '../jwt/decoded-jwt.js';
import * as wasm from './wasm.js';

/** @internal */
export class FormPolicy {
  readonly #handle: Handle<wasm.FormPolicyHandle>;
  readonly #tokenLength: number;

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  constructor(options: CoreOptions | undefined) {
    const compiled = () => new wasm.FormPolicyHandle(options);
    [this.#handle, this.#tokenLength] = wasm.call(() => {
      const policy = compiled();
      return [new Handle(policy, compiled), policy.tokenLength];
    });
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

  /** Returns its memory. */
  release(): void {
    this.#handle.release();
  }
}
