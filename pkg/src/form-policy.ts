/** The options of `decode` as the core has compiled them, and a decoding by them. */
import type { OptionValues } from './arguments.js';
import { bytesInPlace, tokenBuffer, writeToken } from './token-buffer.js';
import type { DecodedJwt, ProtectedHeader } from './types.js';
import * as wasm from './wasm.js';

/** @internal */
export class FormPolicy {
  readonly #handle: wasm.FormPolicyHandle;
  readonly #tokenLength: number;

  /** Throws `ERR_API_MISUSE` for options that cannot be. */
  constructor(options: OptionValues | undefined) {
    this.#handle = wasm.call(() => new wasm.FormPolicyHandle(options));
    this.#tokenLength = this.#handle.tokenLength;
  }

  /** Decodes a token. The objects are new. */
  decode<P>(token: string): DecodedJwt<P> {
    const text = wasm.call(() => {
      const length = writeToken(token, this.#tokenLength);
      return this.#handle.decode(tokenBuffer(), length);
    });
    const [payload, protectedHeader, signatureLength] = JSON.parse(text);
    return { protectedHeader, payload, signature: wasm.call(() => bytesInPlace(signatureLength)) };
  }

  /** Decodes the header alone, of a JWS or a JWE. The object is new. */
  decodeProtectedHeader(token: string): ProtectedHeader {
    const text = wasm.call(() => {
      const length = writeToken(token, this.#tokenLength);
      return this.#handle.decodeProtectedHeader(tokenBuffer(), length);
    });
    return JSON.parse(text);
  }

  /** Returns its memory. */
  release(): void {
    wasm.release(this.#handle);
  }
}
