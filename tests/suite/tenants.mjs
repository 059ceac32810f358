// An issuer with a place for the tenant, as Microsoft Entra's shared metadata has it: only the tenants
// that are listed.

const NOW = 1_700_000_000;
const TEMPLATE = 'https://login.microsoftonline.com/{tenantid}/v2.0';
const ONE = '11111111-1111-1111-1111-111111111111';
const TWO = '22222222-2222-2222-2222-222222222222';

export default function ({ test, assert, lib, sign, key, rejects }) {
  const at = { currentDate: new Date(NOW * 1000) };
  const issuerOf = (tenant) => TEMPLATE.replace('{tenantid}', tenant);
  const token = (tenant, changes = {}) =>
    sign({ iss: issuerOf(tenant), tid: tenant, exp: NOW + 60, ...changes });
  const entra = { keys: key, issuer: TEMPLATE, tenants: [ONE, TWO] };
  const other = { keys: key, issuer: 'https://issuer.example/' };

  test('each tenant of the list stands among several issuers, and no other', () => {
    for (const issuers of [
      [other, entra],
      (issuer) => (issuer.startsWith('https://login.') ? entra : undefined),
    ]) {
      const verifier = lib.createVerifier({ issuers });
      for (const tenant of [ONE, TWO]) {
        assert.equal(verifier.verify(token(tenant), at).payload.tid, tenant);
      }
    }
    const listed = lib.createVerifier({ issuers: [other, entra] });
    for (const tenant of [
      '33333333-3333-3333-3333-333333333333',
      '',
      '{tenantid}',
      '$&',
      `${ONE}/`,
    ]) {
      rejects(() => listed.verify(token(tenant), at), 'ERR_JWKS_NO_MATCHING_KEY');
    }
  });

  test('a tenant cannot speak in the name of another', () => {
    const verifier = lib.createVerifier({ issuers: [other, entra] });
    const failed = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
    rejects(() => verifier.verify(token(ONE, { tid: TWO }), at), failed);
    rejects(() => verifier.verify(token(ONE, { tid: undefined }), at), failed);
  });

  test('a tenant twice is misuse', () => {
    const again = { keys: key, issuer: issuerOf(ONE) };
    rejects(() => lib.createVerifier({ issuers: [entra, again] }), 'ERR_API_MISUSE');
  });

  test('a tenant that a function does not list is not known', () => {
    const verifier = lib.createVerifier({ issuers: () => ({ ...entra, tenants: [ONE] }) });
    rejects(() => verifier.verify(token(TWO), at), 'ERR_JWKS_NO_MATCHING_KEY');
  });
}
