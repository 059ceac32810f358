/**
 * Private JWKs on a curve without their public part (RFC 7518 §6.2.2, RFC 8037 §2), as some programs write
 * them. It follows from the private number, and the core computes it.
 *
 * @internal
 */
import { exportJwk } from '../export-key.js';
import { importKey } from '../import-key.js';
import { JoseError } from '../../errors.js';
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import type { Algorithm } from '../../contract.js';
import * as wasm from '../../core/wasm.js';
import { isBase64url } from './private-jwk.js';
import { bytesOfBase64url } from './secret-bytes.js';

const COORDINATES: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['EC', ['x', 'y']],
  ['OKP', ['x']],
]);

/**
 * Adds missing public members to a private JWK. They go before the existing members, whose text does not change.
 * Any other text is returned as it is; the core reports what is wrong with it.
 *
 * @throws JoseError `ERR_JWK_INVALID` when `d` is no private key for the algorithm.
 * @internal
 */
export function withPublicPart(text: string, alg: Algorithm | undefined): string {
  const jwk = membersOf(text);
  const algorithm = alg ?? (jwk['alg'] as Algorithm | undefined);
  const names = COORDINATES.get(jwk['kty']) ?? [];
  const missing = names.filter((name) => jwk[name] === undefined);
  if (missing.length === 0 || jwk['d'] === undefined || algorithm === undefined) return text;
  const computed = record(publicJwk(jwk['d'], algorithm) as Record<string, unknown>);
  const members = missing.map((name) => `"${name}":"${computed[name]}",`);
  return text.replace('{', () => `{${members.join('')}`);
}

function membersOf(text: string): Own<Record<string, unknown>> {
  try {
    return record<Record<string, unknown>>(JSON.parse(text));
  } catch {
    return record();
  }
}

function publicJwk(d: unknown, algorithm: Algorithm): object {
  if (!isBase64url(d)) throw noPrivateKey();
  const number = bytesOfBase64url(d);
  try {
    const pkcs8 = wasm.call(() => wasm.privateKeyToPkcs8(number, algorithm));
    try {
      return exportJwk(importKey(pkcs8, algorithm));
    } finally {
      pkcs8.fill(0);
    }
  } catch (error) {
    throw error instanceof JoseError && error.code === 'ERR_JOSE_KEY_INVALID'
      ? noPrivateKey()
      : error;
  } finally {
    number.fill(0);
  }
}

function noPrivateKey(): JoseError {
  const message = 'the JWK\'s "d" must be base64url of a private key for the algorithm';
  return new JoseError('ERR_JWK_INVALID', message);
}
