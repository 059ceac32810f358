// A payload type of one's own, wherever a payload is given; and what is one of several texts is no text.

import { createVerifier, decode, verify, verifyAccessToken } from 'edge-jwt';
import { verifyIdToken, verifyLogoutToken } from 'edge-jwt';
import type {
  Algorithm,
  Check,
  ClaimFailureReason,
  DecodedJwt,
  Finding,
  JoseErrorCode,
  JwtPayload,
  RemoteJwkSet,
  SkippedJwk,
  StandardSchema,
  VerifiedJwt,
  Verifier,
  VerifyingKey,
} from 'edge-jwt';
import type { Same } from './same.js';
import { same } from './same.js';

interface MyClaims extends JwtPayload {
  readonly tenant: string;
}
declare const token: string;
declare const key: VerifyingKey;

same<Same<ReturnType<typeof decode<MyClaims>>, DecodedJwt<MyClaims>>>();
same<Same<ReturnType<typeof verify<MyClaims>>, VerifiedJwt<MyClaims>>>();
same<Same<ReturnType<typeof verifyAccessToken<MyClaims>>, VerifiedJwt<MyClaims>>>();
same<Same<ReturnType<typeof verifyIdToken<MyClaims>>, VerifiedJwt<MyClaims>>>();
same<Same<ReturnType<typeof verifyLogoutToken<MyClaims>>, VerifiedJwt<MyClaims>>>();
same<Same<ReturnType<typeof createVerifier<MyClaims>>, Verifier<MyClaims>>>();

const { payload } = verify<MyClaims>(token, key);
same<Same<typeof payload.tenant, string>>();
same<Same<typeof payload.exp, number | undefined>>();
// @ts-expect-error what the type promises not to change
payload.tenant = 'other';

declare const verifier: Verifier<MyClaims>;
same<Same<Awaited<ReturnType<typeof verifier.verifyAsync>>, VerifiedJwt<MyClaims>>>();
// @ts-expect-error another payload is another verifier
const other: Verifier<{ tenant: number }> = verifier;
declare const schema: StandardSchema<MyClaims>;
createVerifier({ keys: key, schema }) satisfies Verifier<MyClaims>;
// @ts-expect-error a schema decides, not a wish beside it
createVerifier<{ tenant: number }>({ keys: key, schema });

// Literal unions: a comparison with a name that does not exist does not compile.
type IsOpen<T extends string> = string extends T ? true : false;
same<Same<IsOpen<Algorithm>, false>>();
same<Same<IsOpen<JoseErrorCode>, false>>();
same<Same<IsOpen<ClaimFailureReason>, false>>();
same<Same<IsOpen<Check['status']>, false>>();
same<Same<IsOpen<Finding['severity']>, false>>();
same<
  Same<Algorithm, `${'HS' | 'RS' | 'PS' | 'ES'}${'256' | '384' | '512'}` | 'EdDSA' | 'Ed25519'>
>();

// What does not change cannot be assigned.
declare const skipped: SkippedJwk;
// @ts-expect-error
skipped.code = 'ERR_API_MISUSE';
declare const remote: RemoteJwkSet;
// @ts-expect-error
remote.isFresh = true;
// @ts-expect-error
remote.jwkSet = undefined;
// @ts-expect-error
key.keyId = 'a';

export { other };
