/** `inspectKey`: what key material is, for people who want to know why a key is refused. */
import { bytesOf, checkedText, isPlainObject } from '../checks/arguments.js';
import { errorOf, misuse } from '../errors.js';
import { jsonText } from '../checks/json-text.js';
import type { JwkSetInput } from '../jwk-set/input.js';
import type { Algorithm } from '../contract.js';
import type { KeyInspection } from './inspection.js';
import type { Jwk } from './jwk.js';
import * as wasm from '../core/wasm.js';

/**
 * Says what key material is, which algorithms it fits, and what is wrong with it: a PEM whose line
 * breaks were lost, PKCS#1 where others want SPKI, a secret that looks base64-encoded, is too short or
 * stands in documentation, a private key where a public one would do. For debugging; never throws.
 *
 * Here alone, material is told from its looks. It is a guess for people: `importKey` goes by the
 * algorithm that you name.
 *
 * Material of more than 64 KiB, or a JWK Set of more than 256 KiB, is reported as `ERR_JOSE_LIMIT_EXCEEDED`, so that a
 * report takes milliseconds whatever is pasted. `importJwkSet` takes sets of up to 1 MiB.
 *
 * @param material - What `importKey` and `importJwkSet` take.
 * @param alg - The algorithm that the report is to be about. Without one it is about any.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 * @see https://www.rfc-editor.org/rfc/rfc7468
 *
 * @example
 * ```ts
 * const { kind, algorithms, hints } = inspectKey(pemText);
 * console.log(kind, algorithms); // 'pkcs1-public-key' [ 'RS256', … ]
 * for (const { message } of hints) console.log(message);
 * ```
 */
export function inspectKey(
  material: Jwk | JwkSetInput | string | Uint8Array | ArrayBuffer,
  alg?: Algorithm,
): KeyInspection {
  try {
    return JSON.parse(report(material, alg));
  } catch (thrown) {
    const { code, message } = errorOf(thrown);
    return {
      valid: false,
      format: 'text',
      kind: 'unknown',
      isSecret: false,
      algorithms: [],
      hints: [],
      error: { code, message },
    };
  }
}

function report(material: unknown, alg: unknown): string {
  const algorithm = alg === undefined ? undefined : checkedText(alg, 'the algorithm');
  const bytes = bytesOf(material);
  if (bytes !== undefined) return wasm.call(() => wasm.inspectKeyBytes(bytes, algorithm));
  const text = textOf(material);
  return wasm.call(() => wasm.inspectKeyText(text, algorithm));
}

function textOf(material: unknown): string {
  if (typeof material === 'string') return checkedText(material, 'the key');
  if (isPlainObject(material)) return jsonText(material, 'the JWK');
  throw misuse('a key must be a JWK object, text, a Uint8Array or an ArrayBuffer');
}
