/** The whole public surface. */
export { decode } from './decode.js';
export { decodeProtectedHeader } from './decode-protected-header.js';
export { importKey } from './import-key.js';
export { importSigningKey } from './import-signing-key.js';
export type { ImportSigningKeyOptions } from './import-signing-key.js';
export { generateKeyPair, generateSecret } from './generate-key.js';
export type { GenerateKeyPairOptions, GenerateSecretOptions, KeyPair } from './generate-key.js';
export { exportJwk, exportPem } from './export-key.js';
export { SigningKey } from './signing-key.js';
export type { CryptoKeyOfRuntime } from './web-crypto.js';
export { sign } from './sign.js';
export type { MoreHeader, SignOptions } from './sign/settings.js';
export { createSigner, Signer } from './signer.js';
export type { SignerOptions } from './signer.js';
export { importServiceAccount, ServiceAccount } from './service-account.js';
export type { ServiceAccountCredentials } from './service-account.js';
export { signServiceAccountAssertion, tokenRequestBody } from './service-account-assertion.js';
export type {
  ServiceAccountAssertionOptions,
  URLSearchParamsOfRuntime,
} from './service-account-assertion.js';
export { clientAssertionParameters, signClientAssertion } from './client-assertion.js';
export type { ClientAssertionOptions, ClientAssertionParameters } from './client-assertion.js';
export { createDpopProof } from './dpop-proof.js';
export type { DpopProofOptions } from './dpop-proof.js';
export { VerifyingKey } from './verifying-key.js';
export { importJwkSet, JwkSet } from './jwk-set.js';
export { verify } from './verify.js';
export { verifyAccessToken } from './verify-access-token.js';
export type { VerifyAccessTokenOptions } from './verify-access-token.js';
export { verifyIdToken } from './verify-id-token.js';
export type { VerifyIdTokenOptions } from './verify-id-token.js';
export { verifyLogoutToken } from './verify-logout-token.js';
export type { VerifyLogoutTokenOptions } from './verify-logout-token.js';
export { verifyDpopProof, verifyDpopProofAsync } from './verify-dpop-proof.js';
export type { VerifiedDpopProof, VerifyDpopProofOptions } from './verify-dpop-proof.js';
export { createVerifier, Verifier } from './verifier.js';
export { createDenylist, Denylist } from './denylist.js';
export type { DenylistOptions, RevocationScope } from './denylist.js';
export type { DenylistEntry, DenylistSnapshot } from './denylist/entry.js';
export { createReplayStore } from './replay-store.js';
export type { MemoryReplayStore, ReplayStore, ReplayStoreOptions } from './replay-store.js';
export { compactVerify } from './compact-verify.js';
export { inspect } from './inspect.js';
export { inspectKey } from './inspect-key.js';
export { calculateJwkThumbprint, calculateJwkThumbprintUri } from './thumbprint.js';
export { createRemoteJwkSet, RemoteJwkSet } from './remote-jwk-set.js';
export type { HydrateOptions, WaitUntilContext } from './remote-jwk-set.js';
export { cacheApiStore } from './remote/stores/cache-api.js';
export type { CacheLike } from './remote/stores/cache-api.js';
export { kvStore } from './remote/stores/kv.js';
export type { KvNamespace } from './remote/stores/kv.js';
export { memoryStore } from './remote/stores/memory.js';
export type { FetchFunction, FetchInit, FetchResponse, ResponseHeaders } from './remote/http.js';
export type { KeyHint } from './remote/key-hint.js';
export type { RemoteJwkSetOptions } from './remote/settings.js';
export type { IssuerSource, UrlObject } from './remote/source.js';
export type { JwkSetStore, StoredJwkSet } from './remote/store.js';
export * from './providers.js';
export { JoseError, JwtClaimError } from './errors.js';
export type { ClaimFailure, ClaimFailureReason, JoseErrorCode } from './errors.js';
export type { ResponseOfRuntime } from './verifier/answer.js';
export type { DpopOptions } from './verifier/dpop.js';
export type { RequestLike, RequestOptions } from './verifier/request.js';
export type { FailureCacheOptions, TokenCacheOptions } from './verifier/cache-options.js';
export type { VerificationEvent } from './verifier/event.js';
export type { KeyResolver, LoadingJwkSet, VerifierKeys, WaitUntil } from './verifier/key-source.js';
export type { VerifierRuleOptions } from './verifier/rule.js';
export type { IssuerResolver, IssuerRuleOptions } from './verifier/rule-source.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './verifier/schema.js';
export type { RequestResult, RevocationQuery, VerifierOptions, VerifyCall } from './verifier.js';
export type {
  Algorithm,
  Check,
  CompactVerifyOptions,
  DecodedJwt,
  DecodeOptions,
  ExpectedValue,
  Finding,
  Hint,
  ImportJwkSetOptions,
  ImportKeyOptions,
  Inspection,
  Jwk,
  JwkSetInput,
  PemByKeyId,
  JwsHeader,
  JwtPayload,
  KeyInspection,
  Limits,
  PrivateJwk,
  ProtectedHeader,
  RequiredNames,
  SkippedJwk,
  TokenSegment,
  VerifiedJws,
  VerifiedJwt,
  VerifyOptions,
} from './types.js';
