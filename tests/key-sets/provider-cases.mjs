// Presets of providers, each with tokens as its documentation shows them, and with their neighbours,
// which must be refused.

const TENANT = '8eaef023-2b34-4da1-9baa-8bc8c9d6a490';
const OTHER_TENANT = '82229342-1101-4ab6-817b-70c0747630f3';
const THIRD_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
const CLIENT = '535fb089-9ff3-47b6-9bfb-4f1264799865';
const USER = '7335d417-61da-459d-899c-0a01c76a2f94';
const LOGIN = 'https://login.microsoftonline.com';
const ARN =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef';
const ALB_ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI';
const AUD_TAG = '32eafc7626e974616deaf0dc3ce63d7bcbed58a2731e84d06bc3cdf1b53c4228';

const FOURTEEN_DAYS = 1_209_600;
const now = () => Math.floor(Date.now() / 1000);
const times = () => ({ iat: now() - 5, exp: now() + 3000 });
const firebaseUser = (iss) => ({
  iss,
  aud: 'my-project',
  auth_time: now() - 60,
  user_id: 'a1b2c3',
  sub: 'a1b2c3',
  ...times(),
  firebase: { identities: {}, sign_in_provider: 'password' },
});

/**
 * The cases: `preset` gives what `createVerifier` takes, `keys` is where the provider has its keys,
 * `good` are tokens by what they are, and `refused` those of neighbours by what is wrong with them:
 * the claim that the refusal must name, the claims that differ from those of the first good token, and
 * the members of the header that do.
 */
export const cases = () => [
  {
    name: 'auth0',
    preset: ({ auth0 }, keyOptions) =>
      auth0({ domain: 'example.auth0.com', audience: 'https://health.example/', keyOptions }),
    keys: 'https://example.auth0.com/.well-known/jwks.json',
    good: {
      'an access token': {
        iss: 'https://example.auth0.com/',
        sub: 'auth0|123456',
        aud: ['https://health.example/', 'https://example.auth0.com/userinfo'],
        azp: 'my_client_id',
        scope: 'openid profile read:patients',
        ...times(),
      },
      'an access token by RFC 9068': {
        iss: 'https://example.auth0.com/',
        sub: 'auth0|123456',
        aud: 'https://health.example/',
        client_id: 'my_client_id',
        jti: '73WakrfVbNJBaAmhQtEeDv',
        scope: 'openid profile read:patients',
        ...times(),
      },
    },
    refused: {
      'an ID token': ['aud', { aud: 'my_client_id', nonce: 'n' }],
      'another API': ['aud', { aud: ['https://billing.example/'] }],
      'another tenant': ['iss', { iss: 'https://other.auth0.com/' }],
      'no slash': ['iss', { iss: 'https://example.auth0.com' }],
    },
  },
  {
    name: 'entra, version 2.0',
    preset: ({ entra }, keyOptions) => ({
      ...entra({ tenant: TENANT, audience: CLIENT, keyOptions }),
      requiredScopes: 'access_as_user',
    }),
    keys: `${LOGIN}/${TENANT}/discovery/v2.0/keys`,
    withoutAlg: true,
    good: {
      'an access token': {
        aud: CLIENT,
        iss: `${LOGIN}/${TENANT}/v2.0`,
        ...times(),
        nbf: now() - 5,
        azp: '6e74172b-be56-4843-9ff4-e66a39bb12e3',
        azpacr: '0',
        oid: USER,
        scp: 'access_as_user',
        sub: 'HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ',
        tid: TENANT,
        ver: '2.0',
      },
    },
    refused: {
      'an ID token of the same application': ['scope', { scp: undefined, nonce: 'n' }],
      'another application': ['aud', { aud: USER }],
      'another tenant': ['iss', { iss: `${LOGIN}/${OTHER_TENANT}/v2.0`, tid: OTHER_TENANT }],
      'version 1.0': ['iss', { iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0' }],
      'no tenant of all': ['iss', { iss: `${LOGIN}/common/v2.0` }],
    },
  },
  {
    name: 'entra, version 1.0',
    preset: ({ entra }, keyOptions) =>
      entra({ tenant: TENANT, audience: 'api://orders', version: '1.0', keyOptions }),
    keys: `${LOGIN}/${TENANT}/discovery/keys`,
    withoutAlg: true,
    good: {
      'an access token': {
        aud: 'api://orders',
        iss: `https://sts.windows.net/${TENANT}/`,
        ...times(),
        appid: CLIENT,
        scp: 'user_impersonation',
        tid: TENANT,
        ver: '1.0',
      },
    },
    refused: {
      'another API': ['aud', { aud: 'https://graph.microsoft.com' }],
      'another tenant': ['iss', { iss: `https://sts.windows.net/${OTHER_TENANT}/` }],
      'version 2.0': ['iss', { iss: `${LOGIN}/${TENANT}/v2.0`, ver: '2.0' }],
    },
  },
  {
    name: 'google',
    preset: ({ google }, keyOptions) =>
      google({ clientId: ['1234-web.apps.googleusercontent.com', '1234-ios'], keyOptions }),
    keys: 'https://www.googleapis.com/oauth2/v3/certs',
    good: googleTokens(),
    refused: {
      'another application': ['aud', { aud: '5678-other.apps.googleusercontent.com' }],
      'another issuer': ['iss', { iss: 'https://accounts.google.com/' }],
    },
  },
  {
    name: 'firebase',
    preset: ({ firebase }, keyOptions) => firebase({ projectId: 'my-project', keyOptions }),
    keys: 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    good: {
      'an ID token': firebaseUser('https://securetoken.google.com/my-project'),
    },
    refused: {
      'another project': ['iss', { iss: 'https://securetoken.google.com/other', aud: 'other' }],
      'another audience': ['aud', { aud: 'other' }],
      'a session cookie': ['iss', { iss: 'https://session.firebase.google.com/my-project' }],
      'no time of signing in': ['auth_time', { auth_time: undefined }],
      'no user': ['sub', { sub: undefined }],
      'issued in the future': ['iat', { iat: now() + 60 }],
      'issued long ago': ['iat', { iat: now() - 3606 }],
    },
  },
  {
    name: 'firebaseSession',
    preset: ({ firebaseSession }, keyOptions) =>
      firebaseSession({ projectId: 'my-project', keyOptions }),
    keys: 'https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys',
    isCertificateMap: true,
    good: {
      'a session cookie': firebaseUser('https://session.firebase.google.com/my-project'),
      'the session of somebody who signed in last year, at its longest': {
        iss: 'https://session.firebase.google.com/my-project',
        aud: 'my-project',
        auth_time: now() - 31_536_000,
        sub: 'a1b2c3',
        iat: now() - 60,
        exp: now() - 60 + FOURTEEN_DAYS,
      },
    },
    refused: {
      'another project': [
        'iss',
        { iss: 'https://session.firebase.google.com/other', aud: 'other' },
      ],
      'another audience': ['aud', { aud: 'other' }],
      'an ID token': ['iss', { iss: 'https://securetoken.google.com/my-project' }],
      'no time of signing in': ['auth_time', { auth_time: undefined }],
      'signed in in the future': ['auth_time', { auth_time: now() + 60 }],
      'no user': ['sub', { sub: undefined }],
      'an empty user': ['sub', { sub: '' }],
      'issued in the future': ['iat', { iat: now() + 60 }],
      'no time of issue': ['iat', { iat: undefined }],
      'longer than Firebase gives': ['exp', { iat: now() - 60, exp: now() - 59 + FOURTEEN_DAYS }],
    },
  },
  {
    name: 'okta',
    preset: ({ okta }, keyOptions) =>
      okta({ domain: 'example.okta.com', audience: 'api://default', keyOptions }),
    keys: 'https://example.okta.com/oauth2/default/v1/keys',
    good: { 'an access token': oktaClaims() },
    refused: oktaNeighbours(),
  },
  {
    name: 'supabase',
    preset: ({ supabase }, keyOptions) => supabase({ projectRef: 'abcdefghijklmnop', keyOptions }),
    keys: 'https://abcdefghijklmnop.supabase.co/auth/v1/.well-known/jwks.json',
    alg: 'ES256',
    good: {
      'an access token': {
        iss: 'https://abcdefghijklmnop.supabase.co/auth/v1',
        aud: 'authenticated',
        sub: USER,
        role: 'authenticated',
        aal: 'aal1',
        session_id: '1f4c9b7e-3d37-4f1c-9d94-2d6a7f7b0f3e',
        is_anonymous: false,
        ...times(),
      },
    },
    refused: {
      'another project': ['iss', { iss: 'https://ponmlkjihgfedcba.supabase.co/auth/v1' }],
      'a key of the project': ['iss', { iss: 'supabase', role: 'anon', aud: undefined }],
      'another audience': ['aud', { aud: 'anon' }],
    },
  },
  {
    name: 'entra, several tenants',
    preset: ({ entraMultiTenant }, keyOptions) =>
      entraMultiTenant({ tenants: [TENANT, OTHER_TENANT], audience: CLIENT, keyOptions }),
    keys: `${LOGIN}/common/discovery/v2.0/keys`,
    withoutAlg: true,
    jwk: { issuer: `${LOGIN}/{tenantid}/v2.0` },
    good: {
      'a token of one tenant': entraClaims(TENANT),
      'a token of another tenant': entraClaims(OTHER_TENANT),
    },
    refused: {
      'a tenant that is not known': ['tid', entraClaims(THIRD_TENANT)],
      'the name of one tenant, the issuer of another': ['iss', { tid: OTHER_TENANT }],
      'no tenant': ['tid', { tid: undefined }],
      'the template itself': ['iss', { iss: `${LOGIN}/{tenantid}/v2.0` }],
      'another application': ['aud', { aud: USER }],
    },
  },
  {
    name: 'entra, several tenants, with a key of one of them',
    preset: ({ entraMultiTenant }, keyOptions) =>
      entraMultiTenant({ tenants: [TENANT, OTHER_TENANT], audience: CLIENT, keyOptions }),
    keys: `${LOGIN}/common/discovery/v2.0/keys`,
    withoutAlg: true,
    jwk: { issuer: `${LOGIN}/${TENANT}/v2.0` },
    good: { 'a token of the tenant of the key': entraClaims(TENANT) },
    refused: { 'a token of another tenant': ['ERR_JOSE_KEY_MISMATCH', entraClaims(OTHER_TENANT)] },
  },
  {
    name: 'google, of one organization',
    preset: ({ google }, keyOptions) =>
      google({
        clientId: ['1234-web.apps.googleusercontent.com', '1234-ios'],
        hostedDomain: 'example.com',
        keyOptions,
      }),
    keys: 'https://www.googleapis.com/oauth2/v3/certs',
    good: googleTokens({ hd: 'example.com' }),
    refused: {
      'another organization': ['hd', { hd: 'other.example' }],
      'an account of nobody’s with the address': ['hd', { hd: undefined, email: 'a@example.com' }],
      'several organizations': ['hd', { hd: ['example.com'] }],
    },
  },
  {
    name: 'cognito, access tokens',
    preset: ({ cognito }, keyOptions) =>
      cognito({
        userPoolId: 'eu-central-1_AbCdEfGhI',
        clientId: '1example',
        tokenUse: 'access',
        keyOptions,
      }),
    keys: `${ALB_ISSUER}/.well-known/jwks.json`,
    good: { 'an access token': cognitoClaims({ token_use: 'access', client_id: '1example' }) },
    refused: {
      'an ID token': ['token_use', { token_use: 'id', aud: '1example', client_id: undefined }],
      'another client': ['client_id', { client_id: '2example' }],
      'another user pool': ['iss', { iss: ALB_ISSUER.replace('AbC', 'XyZ') }],
    },
  },
  {
    name: 'cognito, ID tokens',
    preset: ({ cognito }, keyOptions) =>
      cognito({
        userPoolId: 'eu-central-1_AbCdEfGhI',
        clientId: ['1example', '2example'],
        tokenUse: 'id',
        keyOptions,
      }),
    keys: `${ALB_ISSUER}/.well-known/jwks.json`,
    good: { 'an ID token': cognitoClaims({ token_use: 'id', aud: '2example' }) },
    refused: {
      'an access token': ['aud', { token_use: 'access', client_id: '1example', aud: undefined }],
      'an access token with the audience': ['token_use', { token_use: 'access' }],
      'another client': ['aud', { aud: '3example' }],
    },
  },
  {
    name: 'okta, for one client',
    preset: ({ okta }, keyOptions) =>
      okta({
        domain: 'example.okta.com',
        audience: 'api://default',
        clientId: ['0oa1', '0oa2'],
        keyOptions,
      }),
    keys: 'https://example.okta.com/oauth2/default/v1/keys',
    good: { 'an access token': oktaClaims() },
    refused: { ...oktaNeighbours(), 'another client': ['cid', { cid: '0oa3' }] },
  },
  {
    name: 'keycloak',
    preset: ({ keycloak }, keyOptions) =>
      keycloak({ url: 'https://sso.example', realm: 'staff', audience: 'api', keyOptions }),
    keys: 'https://sso.example/realms/staff/protocol/openid-connect/certs',
    good: {
      'an access token': {
        ...times(),
        jti: '5b17970e-428a-4b54-a0bd-7ed29a436803',
        iss: 'https://sso.example/realms/staff',
        aud: ['api', 'account'],
        sub: USER,
        typ: 'Bearer',
        azp: 'web',
        scope: 'openid profile',
        realm_access: { roles: ['user'] },
      },
    },
    refused: {
      'an ID token': ['typ', { typ: 'ID', aud: ['api'] }],
      'a refresh token': ['typ', { typ: 'Refresh' }],
      'a token that is bound to a key': ['typ', { typ: 'DPoP', cnf: { jkt: 'AAAA' } }],
      'another service': ['aud', { aud: 'account' }],
      'another realm': ['iss', { iss: 'https://sso.example/realms/guests' }],
    },
  },
  {
    name: 'cloudflareAccess',
    preset: ({ cloudflareAccess }, keyOptions) =>
      cloudflareAccess({ team: 'example', audience: AUD_TAG, keyOptions }),
    keys: 'https://example.cloudflareaccess.com/cdn-cgi/access/certs',
    good: {
      'the token of a person': {
        aud: [AUD_TAG],
        email: 'user@example.com',
        ...times(),
        nbf: now() - 5,
        iss: 'https://example.cloudflareaccess.com',
        type: 'app',
        identity_nonce: '6ei69kawdKzMIAPF',
        sub: USER,
        country: 'US',
      },
      'the token of a service': {
        type: 'app',
        aud: [AUD_TAG],
        ...times(),
        iss: 'https://example.cloudflareaccess.com',
        common_name: 'e367826f93b8d71185e03fe518aff3b4.access',
        sub: '',
      },
    },
    refused: {
      'the token of the whole team': ['type', { type: 'org' }],
      'another application': ['aud', { aud: [AUD_TAG.replace('3', '4')] }],
      'another team': ['iss', { iss: 'https://other.cloudflareaccess.com' }],
    },
  },
  {
    name: 'clerk',
    preset: ({ clerk }, keyOptions) =>
      clerk({
        frontendApi: 'clerk.example.com',
        authorizedParties: ['https://app.example.com', 'https://admin.example.com'],
        keyOptions,
      }),
    keys: 'https://clerk.example.com/.well-known/jwks.json',
    good: {
      'a session token': {
        azp: 'https://app.example.com',
        iat: now() - 5,
        nbf: now() - 15,
        exp: now() + 55,
        fva: [7, -1],
        iss: 'https://clerk.example.com',
        jti: '1234567890',
        sid: 'sess_123',
        sub: 'user_123',
        v: 2,
      },
    },
    refused: {
      'a page on a neighbouring subdomain': ['azp', { azp: 'https://evil.example.com' }],
      'no page': ['azp', { azp: undefined }],
      'a token by a template': ['sid', { sid: undefined }],
      'a token for another service': ['aud', { aud: 'hasura' }],
      'another instance': ['iss', { iss: 'https://other.clerk.accounts.dev' }],
    },
  },
  {
    name: 'awsAlb',
    preset: ({ awsAlb }, keyOptions) =>
      awsAlb({ loadBalancerArn: ARN, issuer: ALB_ISSUER, clientId: ['1example', '2'], keyOptions }),
    keys: 'https://public-keys.auth.elb.eu-central-1.amazonaws.com',
    alg: 'ES256',
    isPem: true,
    isPadded: true,
    header: { signer: ARN, client: '1example', iss: ALB_ISSUER, exp: now() + 120 },
    good: {
      'what it says of a user': {
        sub: USER,
        name: 'Jörg Ångström',
        email: 'user@example.com',
        email_verified: 'true',
        username: USER,
        exp: now() + 120,
        iss: ALB_ISSUER,
      },
    },
    refused: {
      'the load balancer of a stranger': [
        'signer',
        {},
        { signer: ARN.replace('123456789012', '210987654321') },
      ],
      'no load balancer': ['signer', {}, { signer: undefined }],
      'another client': ['client', {}, { client: '3' }],
      'another issuer': ['iss', { iss: 'https://other.example' }],
    },
  },
];

function googleTokens(more = {}) {
  const claims = {
    azp: '1234-web.apps.googleusercontent.com',
    sub: '110169484474386276334',
    email: 'user@example.com',
    email_verified: true,
    name: 'Test User',
    ...times(),
    ...more,
  };
  return {
    'an ID token': {
      ...claims,
      iss: 'https://accounts.google.com',
      aud: '1234-web.apps.googleusercontent.com',
    },
    'an ID token by the other name of the issuer': {
      ...claims,
      iss: 'accounts.google.com',
      aud: '1234-ios',
    },
  };
}

function entraClaims(tenant) {
  return {
    aud: CLIENT,
    iss: `${LOGIN}/${tenant}/v2.0`,
    ...times(),
    oid: USER,
    scp: 'access_as_user',
    sub: 'AAAA',
    tid: tenant,
    ver: '2.0',
  };
}

function cognitoClaims(more) {
  return {
    sub: USER,
    iss: ALB_ISSUER,
    auth_time: now() - 10,
    jti: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    ...times(),
    ...more,
  };
}

function oktaClaims() {
  return {
    ver: 1,
    jti: 'AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE',
    iss: 'https://example.okta.com/oauth2/default',
    aud: 'api://default',
    ...times(),
    cid: '0oa1',
    uid: '00ujmkLgagxeRrAg20g3',
    scp: ['openid', 'messages.read'],
    sub: 'user@example.com',
  };
}

function oktaNeighbours() {
  return {
    'an ID token': ['aud', { aud: '0oa1', nonce: 'n' }],
    'another authorization server': ['iss', { iss: 'https://example.okta.com/oauth2/aus1' }],
    'the authorization server of the organization': ['iss', { iss: 'https://example.okta.com' }],
    'another organization': ['iss', { iss: 'https://other.okta.com/oauth2/default' }],
  };
}
