// What services ask of a token beyond the registered claims: scopes, roles, lifetimes.

const NOW = 1_700_000_000;
const ISSUER = 'https://issuer.example/';
const AUDIENCE = 'https://api.example/';

export default function ({ test, lib, sign, key, rejects }) {
  const at = { currentDate: new Date(NOW * 1000) };
  const claims = { iss: ISSUER, aud: AUDIENCE, iat: NOW - 10, exp: NOW + 60 };
  const rules = { keys: key, issuer: ISSUER, audience: AUDIENCE };
  const token = (changes = {}) => sign({ ...claims, ...changes });

  test('scopes and roles (RFC 9068 §2.2.3): all of a list, or any of it, where the issuer puts them', () => {
    const scoped = (requiredScopes) => lib.createVerifier({ ...rules, requiredScopes });
    for (const scope of ['read write', ['read', 'write']]) {
      scoped(['read', 'write']).verify(token({ scope }), at);
      scoped({ all: 'read' }).verify(token({ scp: scope }), at);
      scoped({ any: ['admin', 'write'] }).verify(token({ scope }), at);
    }
    const failed = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
    const lacking = { claim: 'scope', reason: 'mismatch', expected: ['read', 'write'] };
    rejects(() => scoped(['read', 'write']).verify(token({ scope: 'read' }), at), failed, lacking);
    rejects(() => scoped('read').verify(token(), at), failed, {
      claim: 'scope',
      reason: 'missing',
    });
    rejects(() => scoped('read').verify(token({ scope: 1 }), at), failed, { reason: 'invalid' });
    const roles = (requiredRoles) => lib.createVerifier({ ...rules, requiredRoles });
    roles('admin').verify(token({ roles: ['admin'] }), at);
    const keycloak = { path: 'realm_access.roles', any: ['admin', 'owner'] };
    roles(keycloak).verify(token({ realm_access: { roles: ['owner'] } }), at);
    roles({ path: 'cognito:groups', all: 'admin' }).verify(
      token({ 'cognito:groups': ['admin'] }),
      at,
    );
    rejects(() => roles(keycloak).verify(token({ roles: ['admin'] }), at), failed, {
      claim: 'realm_access.roles',
      reason: 'missing',
    });
  });

  test('lifetimes and a time before which nothing is accepted', () => {
    const failed = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
    const short = lib.createVerifier({ ...rules, maxLifetime: '70s' });
    short.verify(token(), at);
    rejects(() => short.verify(token({ iat: NOW - 11 }), at), failed, { claim: 'exp' });
    for (const rejectBefore of [NOW - 10, new Date((NOW - 10) * 1000)]) {
      const after = lib.createVerifier({ ...rules, rejectBefore });
      after.verify(token(), at);
      rejects(() => after.verify(token({ iat: NOW - 11 }), at), failed, { claim: 'iat' });
    }
  });
}
