/** `decode` and `decodeProtectedHeader` in JavaScript, for pages that show tokens and decide nothing. */
import { JoseError } from '../errors.js';
import type { JwsHeader, ProtectedHeader } from '../jws/header.js';
import type { DecodeOptions } from '../jws/options.js';
import type { DecodedJwt } from '../jwt/decoded-jwt.js';
import type { JwtPayload } from '../jwt/payload.js';
import type { JoseErrorCode } from '../contract.js';
import { readDecodeOptions } from './options.js';
import type { CheckedDecodeOptions } from './options.js';
import { arrayOf, bytesOf, headerBytesOf, segmentsOf, textOf, tooLarge } from './segments.js';
import { strictObject } from './strict-json.js';

/**
 * Decodes a JWT and checks nothing but its form, as the `decode` of `edge-jwt` does: with the same answers and the same
 * error codes, and without WebAssembly. Anyone can write a token that this accepts: for showing a token, never for a
 * decision about access.
 *
 * @typeParam P - What the caller expects of the payload. It is taken on trust, not checked.
 * @param token - The token, in compact serialization, as text.
 * @param options - See {@link DecodeOptions}.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is not three segments of strict base64url, or its header is not a strict JSON object in
 *   which `alg` is a string.
 * - `ERR_JOSE_NOT_SUPPORTED` for an encrypted token (JWE).
 * - `ERR_JWT_INVALID` when its payload is not a strict JSON object.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 */
export function decode<P = JwtPayload>(token: string, options?: DecodeOptions): DecodedJwt<P> {
  return decoded(token, readDecodeOptions(options));
}

/** @internal */
export function decoded<P>(token: unknown, options: CheckedDecodeOptions): DecodedJwt<P> {
  const segments = segmentsOf(token, options);
  if (segments.length !== 3) {
    // An SD-JWT with key binding (RFC 9901 §4) has as many full stops, and is not encrypted.
    const isEncrypted = segments.length === 5 && !segments.some((part) => part.includes('~'));
    throw isEncrypted
      ? new JoseError('ERR_JOSE_NOT_SUPPORTED', 'the token is encrypted (JWE)')
      : noToken();
  }
  const [header, payload, signature] = segments as [string, string, string];
  // Every segment is decoded before JSON is read, as the core does.
  const headerBytes = headerBytesOf(header, options);
  const payloadBytes = bytesOf(payload, 'payload', options);
  const signatureBytes = bytesOf(signature, 'signature', options);
  return {
    protectedHeader: headerOf(headerBytes, options) as JwsHeader,
    payload: objectOf(payloadBytes, 'payload', 'ERR_JWT_INVALID', options) as P,
    signature: arrayOf(signatureBytes),
  };
}

/**
 * Decodes the protected header alone, of a signed or an encrypted token, as the function of `edge-jwt` does.
 *
 * @param token - The token, in compact serialization, as text.
 * @param options - See {@link DecodeOptions}.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is neither three nor five segments, or the first is not strict base64url of a
 *   strict JSON object in which `alg` is a string.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-4
 */
export function decodeProtectedHeader(token: string, options?: DecodeOptions): ProtectedHeader {
  const checked = readDecodeOptions(options);
  const segments = segmentsOf(token, checked);
  if (segments.length !== 3 && segments.length !== 5) throw noToken();
  return headerOf(headerBytesOf(segments[0]!, checked), checked);
}

function headerOf(bytes: string, options: CheckedDecodeOptions): ProtectedHeader {
  const header = objectOf(bytes, 'header', 'ERR_JWS_INVALID', options) as ProtectedHeader;
  if (Object.hasOwn(header, 'alg') && typeof header.alg === 'string') return header;
  throw new JoseError('ERR_JWS_INVALID', 'the token must have an "alg" that is a string');
}

function objectOf(
  bytes: string,
  name: string,
  code: JoseErrorCode,
  { limits }: CheckedDecodeOptions,
): object {
  return strictObject(textOf(bytes), limits.jsonDepth, (isTooDeep) =>
    isTooDeep
      ? tooLarge(`the JSON is nested deeper than ${limits.jsonDepth} levels`)
      : new JoseError(code, `the token's ${name} must be a strict JSON object`),
  );
}

function noToken(): JoseError {
  return new JoseError('ERR_JWS_INVALID', 'the token must be three segments separated by dots');
}
