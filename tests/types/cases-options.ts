// A name that an option does not have is a mistake that the compiler finds, wherever options are taken.
// Each call would compile without its last option.

import {
  createDenylist,
  createDpopProof,
  createRemoteJwkSet,
  createReplayStore,
  createSigner,
  createVerifier,
  generateKeyPair,
  generateSecret,
  google,
  importSigningKey,
  inspect,
  signClientAssertion,
  signServiceAccountAssertion,
  verifyAccessToken,
  verifyDpopProof,
  verifyDpopProofAsync,
  verifyIdToken,
  verifyLogoutToken,
} from 'edge-jwt';
import type { Denylist, RemoteJwkSet, SigningKey, Verifier, VerifyingKey } from 'edge-jwt';

declare const token: string;
declare const key: VerifyingKey;
declare const signingKey: SigningKey;

const expected = { issuer: 'i', audience: 'a' } as const;
const idToken = { issuer: 'i', clientId: 'c' } as const;
const request = { method: 'GET', url: 'https://api.example/' } as const;

verifyAccessToken(token, key, { ...expected });
// @ts-expect-error
verifyAccessToken(token, key, { ...expected, requiredScope: 'read' });
// @ts-expect-error the profile is the function's
verifyAccessToken(token, key, { ...expected, profile: 'id_token' });
// @ts-expect-error an access token is for somebody
verifyAccessToken(token, key, { issuer: 'i' });

verifyIdToken(token, key, { ...idToken });
// @ts-expect-error
verifyIdToken(token, key, { ...idToken, acessToken: 'a' });
// @ts-expect-error an ID token is for a client
verifyIdToken(token, key, { issuer: 'i' });

verifyLogoutToken(token, key, { ...idToken });
// @ts-expect-error
verifyLogoutToken(token, key, { ...idToken, maxTokenage: '2m' });

verifyDpopProof(token, { ...request });
// @ts-expect-error
verifyDpopProof(token, { ...request, thumprint: 'a' });
// @ts-expect-error
verifyDpopProofAsync(token, { ...request, thumprint: 'a' });

inspect(token, key, {});
// @ts-expect-error
inspect(token, key, { audiance: 'a' });

createDenylist({});
// @ts-expect-error
createDenylist({ maxentries: 10 });
createReplayStore({});
// @ts-expect-error
createReplayStore({ maxentries: 10 });

declare const denylist: Denylist;
denylist.revokeIssuedBefore(1, {});
// @ts-expect-error
denylist.revokeIssuedBefore(1, { isuer: 'i' });

declare const remote: RemoteJwkSet;
remote.hydrate('{"keys":[]}', {});
// @ts-expect-error
remote.hydrate('{"keys":[]}', { fetchedat: 1 });
createRemoteJwkSet({ issuer: 'https://issuer.example' });
// @ts-expect-error
createRemoteJwkSet({ isuer: 'https://issuer.example' });

createVerifier({ keys: key, cache: {} });
// @ts-expect-error
createVerifier({ keys: key, cache: { maxentries: 1 } });
// @ts-expect-error
createVerifier({ keys: key, requiredRoles: { path: 'roles', al: 'admin' } });
// @ts-expect-error
createVerifier({ issuers: [{ keys: key, issuer: 'i', audiance: 'a' }] });

declare const verifier: Verifier;
verifier.verifyRequest({ headers: { get: () => null } }, {});
verifier.verifyRequest({ headers: { get: () => null }, method: 'OPTIONS' }).then((result) => {
  if (!result.ok) result.isPreflight satisfies boolean;
});
// @ts-expect-error
verifier.verifyRequest({ headers: { get: () => null } }, { cokie: 'session' });

importSigningKey('-----BEGIN PRIVATE KEY-----', 'ES256', {});
// @ts-expect-error
importSigningKey('-----BEGIN PRIVATE KEY-----', 'ES256', { extractible: true });
generateKeyPair('ES256', {});
// @ts-expect-error
generateKeyPair('ES256', { extractible: true });
generateSecret('HS256', {});
// @ts-expect-error
generateSecret('HS256', { kid: 'a' });
createSigner({ key: signingKey });
// @ts-expect-error
createSigner({ key: signingKey, expiresin: '15m' });

signClientAssertion(signingKey, { clientId: 'c', audience: 'a' });
// @ts-expect-error
signClientAssertion(signingKey, { clientId: 'c', audience: 'a', expiresin: '1m' });
signServiceAccountAssertion('{}', { scope: 'a' });
// @ts-expect-error
signServiceAccountAssertion('{}', { scope: 'a', subjet: 'user@example.com' });
createDpopProof(signingKey, { ...request });
// @ts-expect-error
createDpopProof(signingKey, { ...request, accesToken: 'a' });

google({ clientId: 'c' });
// @ts-expect-error
google({ clientId: 'c', hosteddomain: 'example.com' });
// @ts-expect-error
google({ clientId: 'c', keyOptions: { timeOut: 1 } });
