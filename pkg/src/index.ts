/** The whole public surface. */
export { decode } from './jwt/decode.js';
export { decodeProtectedHeader } from './jws/decode-protected-header.js';
export { importKey } from './key/import-key.js';
export { importSigningKey } from './key/import-signing-key.js';
export type { ImportSigningKeyOptions } from './key/import-signing-key.js';
export { generateKeyPair, generateSecret } from './key/generate-key.js';
export type { GenerateKeyPairOptions, GenerateSecretOptions, KeyPair } from './key/generate-key.js';
export { exportJwk, exportPem } from './key/export-key.js';
export { SigningKey } from './key/signing-key.js';
export { sign } from './jwt/sign.js';
export type { AdditionalHeader, SignOptions } from './jwt/sign/options.js';
export { createSigner, Signer } from './jwt/signer.js';
export type { SignerOptions } from './jwt/signer.js';
export { importServiceAccount, ServiceAccount } from './oauth/service-account.js';
export type { ServiceAccountCredentials } from './oauth/service-account.js';
export {
  signServiceAccountAssertion,
  tokenRequestBody,
} from './oauth/service-account-assertion.js';
export type { ServiceAccountAssertionOptions } from './oauth/service-account-assertion.js';
export { clientAssertionParameters, signClientAssertion } from './oauth/client-assertion.js';
export type {
  ClientAssertionOptions,
  ClientAssertionParameters,
} from './oauth/client-assertion.js';
export { createDpopProof } from './dpop/dpop-proof.js';
export type { DpopProofOptions } from './dpop/dpop-proof.js';
export { VerifyingKey } from './key/verifying-key.js';
export { importJwkSet, JwkSet } from './jwk-set/jwk-set.js';
export { verify } from './jwt/verify.js';
export { verifyAccessToken } from './jwt/verify-access-token.js';
export type { VerifyAccessTokenOptions } from './jwt/verify-access-token.js';
export { verifyIdToken } from './jwt/verify-id-token.js';
export type { VerifyIdTokenOptions } from './jwt/verify-id-token.js';
export { verifyLogoutToken } from './jwt/verify-logout-token.js';
export type { VerifyLogoutTokenOptions } from './jwt/verify-logout-token.js';
export { verifyDpopProof, verifyDpopProofAsync } from './dpop/verify-dpop-proof.js';
export type { VerifiedDpopProof } from './dpop/verified-dpop-proof.js';
export type { VerifyDpopProofOptions } from './dpop/verify-dpop-proof.js';
export { createVerifier, Verifier } from './verifier/verifier.js';
export { createDenylist, Denylist } from './revocation/denylist.js';
export type { DenylistOptions, RevocationScope } from './revocation/denylist.js';
export type { DenylistEntry, DenylistSnapshot } from './revocation/entry.js';
export { createReplayStore } from './dpop/replay-store.js';
export type { MemoryReplayStore, ReplayStore, ReplayStoreOptions } from './dpop/replay-store.js';
export { compactVerify } from './jws/compact-verify.js';
export { inspect } from './jwt/inspect.js';
export { inspectKey } from './key/inspect-key.js';
export { calculateJwkThumbprint, calculateJwkThumbprintUri } from './key/thumbprint.js';
export { createRemoteJwkSet, RemoteJwkSet } from './jwk-set/remote-jwk-set.js';
export type { HydrateOptions } from './jwk-set/remote-jwk-set.js';
export { cacheApiStore } from './jwk-set/remote/stores/cache-api.js';
export type { CacheLike } from './jwk-set/remote/stores/cache-api.js';
export { kvStore } from './jwk-set/remote/stores/kv.js';
export type { KvNamespace } from './jwk-set/remote/stores/kv.js';
export { memoryStore } from './jwk-set/remote/stores/memory.js';
export type {
  FetchFunction,
  FetchInit,
  FetchResponse,
  ResponseHeaders,
} from './jwk-set/remote/http.js';
export type { KeyHint } from './jwk-set/remote/key-hint.js';
export type { RemoteJwkSetOptions } from './jwk-set/remote/options.js';
export type { IssuerSource, UrlObject } from './jwk-set/remote/source.js';
export type { JwkSetStore, StoredJwkSet } from './jwk-set/remote/stored-jwk-set.js';
export * from './providers/providers.js';
export { JwtClaimError } from './claim-error.js';
export { JoseError } from './errors.js';
export type {
  Algorithm,
  CheckName,
  ClaimFailureReason,
  Curve,
  FindingId,
  HintId,
  JoseErrorCode,
  KeyFormat,
  KeyKind,
  KeyType,
  Severity,
} from './contract.js';
export type { ClaimFailure } from './claim-error.js';
export type { DpopOptions } from './verifier/dpop.js';
export type { RequestLike } from './verifier/request-like.js';
export type { RequestOptions } from './verifier/request.js';
export type { FailureCacheOptions, TokenCacheOptions } from './verifier/cache/options.js';
export type { VerificationEvent } from './verifier/event.js';
export type { KeyResolver, LoadingJwkSet, VerifierKeys } from './verifier/key-source.js';
export type { VerifierRuleOptions } from './verifier/rule.js';
export type { IssuerResolver, IssuerRuleOptions } from './verifier/rule-source.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './verifier/schema.js';
export type {
  RequestResult,
  RevocationQuery,
  VerifierOptions,
  VerifyCall,
} from './verifier/verifier.js';
export type { ImportJwkSetOptions, JwkSetInput, PemByKeyId, SkippedJwk } from './jwk-set/input.js';
export type { JwsHeader, ProtectedHeader } from './jws/header.js';
export type { CompactVerifyOptions, DecodeOptions, Limits } from './jws/options.js';
export type { VerifiedJws } from './jws/verified-jws.js';
export type { DecodedJwt } from './jwt/decoded-jwt.js';
export type { Check, Finding, Hint, Inspection, TokenSegment } from './jwt/inspection.js';
export type { ExpectedValue, RequiredNames, VerifyOptions } from './jwt/options.js';
export type { JwtPayload } from './jwt/payload.js';
export type { VerifiedJwt } from './jwt/verified-jwt.js';
export type { ImportKeyOptions } from './key/import-options.js';
export type { KeyInspection } from './key/inspection.js';
export type { Jwk, PrivateJwk } from './key/jwk.js';
export type {
  RuntimeCryptoKey,
  RuntimeResponse,
  RuntimeURLSearchParams,
  WaitUntil,
} from './core/runtime-types.js';
