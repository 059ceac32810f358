/**
 * Signatures verified by the runtime's Web Crypto (https://www.w3.org/TR/webcrypto-2/), for engines
 * without WebAssembly, in which the core takes seconds for one.
 *
 * The core chooses the keys to try, hands signing input and signature to SubtleCrypto itself, and gives the
 * claims for nothing but the answer `true`. HMAC, which is quick, RSASSA-PSS and Ed25519, which these
 * runtimes do not know, stay in the core.
 *
 * @internal
 */
import { record } from '../checks/record.js';
import { exportJwk } from '../key/export-key.js';
import { Handle } from '../core/handle.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { handleOf, keyAt } from '../jwk-set/key-argument.js';
import { verifiedFrom } from '../core/policy.js';
import type { Policy } from '../core/policy.js';
import { tokenBuffer, writeToken } from '../core/token-buffer.js';
import type { VerifyingKey } from '../key/verifying-key.js';
import * as wasm from '../core/wasm.js';
import { keyParameters, withSubtle } from '../key/web-crypto.js';
import type { HostSignatures } from './host-signatures.js';

/** What the module has beyond the others, where it is no WebAssembly (src/wasm/pending.rs). */
interface PolicyInPhases {
  begin(
    token: wasm.TokenBufferHandle,
    length: number,
    keys: wasm.KeysHandle,
    nowSeconds: number,
  ): PendingJwt;
}

/** A token that waits for its signature to be verified. */
interface PendingJwt {
  readonly keyIndexes: Uint32Array;
  verifySignature(keyIndex: number, key: CryptoKey, subtle: SubtleCrypto): Promise<unknown>;
  verifySignatureHere(keyIndex: number): boolean;
  finish(answers: readonly unknown[]): string;
  free(): void;
}

/** RSASSA-PKCS1-v1_5 and ECDSA. */
const BY_WEB_CRYPTO = /^(?:RS|ES)/;

/** Each key is imported once, for as long as somebody has it. */
const cryptoKeys = new WeakMap<VerifyingKey, CryptoKey>();

/** @internal */
export const webCryptoSignatures: HostSignatures = async (policy, token, keyOrSet, nowSeconds) => {
  const pending = begun(policy, token, keyOrSet, nowSeconds);
  const answers: unknown[] = [];
  try {
    for (const index of wasm.call(() => pending.held().keyIndexes)) {
      const answer = await answerOf(pending, index, keyAt(keyOrSet, index));
      answers.push(answer);
      if (answer === true) break;
    }
  } catch (error) {
    pending.release();
    throw error;
  }
  return verifiedFrom(
    wasm.call(() => pending.held().finish(answers)),
    keyOrSet,
  );
};

function begun(
  { handle, tokenLength }: Policy,
  token: string,
  keyOrSet: VerifyingKey | JwkSet,
  nowSeconds: number,
): Handle<PendingJwt> {
  const keys = handleOf(keyOrSet);
  return wasm.call(() => {
    const length = writeToken(token, tokenLength);
    const policy = handle.held() as unknown as PolicyInPhases;
    const pending = policy.begin(tokenBuffer(), length, keys.held(), nowSeconds);
    return new Handle(pending, 'verify the token again');
  });
}

async function answerOf(
  pending: Handle<PendingJwt>,
  index: number,
  key: VerifyingKey,
): Promise<unknown> {
  if (!BY_WEB_CRYPTO.test(key.algorithm)) {
    return wasm.call(() => pending.held().verifySignatureHere(index));
  }
  const cryptoKey = await cryptoKeyOf(key);
  return withSubtle(key.algorithm, (subtle) =>
    wasm.call(() => pending.held().verifySignature(index, cryptoKey, subtle)),
  );
}

async function cryptoKeyOf(key: VerifyingKey): Promise<CryptoKey> {
  const known = cryptoKeys.get(key);
  if (known !== undefined) return known;
  const { algorithm } = key;
  const imported = await withSubtle(algorithm, (subtle) =>
    subtle.importKey('jwk', record(exportJwk(key) as JsonWebKey), keyParameters(algorithm), false, [
      'verify',
    ]),
  );
  cryptoKeys.set(key, imported);
  return imported;
}
