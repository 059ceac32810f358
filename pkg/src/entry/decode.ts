/** Entry `edge-jwt/decode`: for pages that read tokens and decide nothing by them. No WebAssembly. */
export { decode, decodeProtectedHeader } from '../decode/decode.js';
export { expiresAt, isExpired } from '../decode/expiry.js';
export type { IsExpiredOptions } from '../decode/options.js';
export { JoseError } from '../errors.js';
export type { JoseErrorCode } from '../contract.js';
export type { JwsHeader, ProtectedHeader } from '../jws/header.js';
export type { DecodeOptions, Limits } from '../jws/options.js';
export type { DecodedJwt } from '../jwt/decoded-jwt.js';
export type { JwtPayload } from '../jwt/payload.js';
