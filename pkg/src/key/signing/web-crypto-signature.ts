/**
 * Signatures by Web Crypto: the core makes what is signed, and looks at what comes back.
 *
 * @internal
 */
import type { RuntimeCryptoKey } from '../../core/runtime-types.js';
import { Handle } from '../../core/handle.js';
import type { Algorithm } from '../../contract.js';
import * as wasm from '../../core/wasm.js';
import { withSubtle } from '../web-crypto.js';

/**
 * The token of a header and claims, both as JSON text. `alg` is put into the header by the core.
 *
 * @internal
 */
export async function signJwt(
  header: string,
  claims: string,
  alg: Algorithm,
  key: RuntimeCryptoKey,
): Promise<string> {
  const made = () => new wasm.UnsignedJwtHandle(header, claims, alg);
  const unsigned = wasm.call(() => new Handle(made(), made));
  try {
    const signature = await withSubtle(alg, (subtle) =>
      wasm.call(() => unsigned.held().sign(key as CryptoKey, subtle) as Promise<ArrayBuffer>),
    );
    return wasm.call(() => unsigned.held().attach(new Uint8Array(signature)));
  } finally {
    unsigned.release();
  }
}

/**
 * The bare signature of bytes; r‖s for ECDSA.
 *
 * @internal
 */
export async function signBytes(
  data: Uint8Array,
  alg: Algorithm,
  key: RuntimeCryptoKey,
): Promise<Uint8Array> {
  const signature = await withSubtle(alg, (subtle) =>
    wasm.call(() => wasm.signBytes(data, alg, key as CryptoKey, subtle) as Promise<ArrayBuffer>),
  );
  const bytes = new Uint8Array(signature);
  wasm.call(() => wasm.checkSignatureLength(bytes, alg));
  return bytes;
}
