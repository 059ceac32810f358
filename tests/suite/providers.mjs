// Presets of providers: which options they fill in, and what they do not make a URL of. How they do
// against the tokens of each provider is in tests/key-sets/providers.mjs.

const TENANT = '8eaef023-2b34-4da1-9baa-8bc8c9d6a490';
const OTHER_TENANT = '82229342-1101-4ab6-817b-70c0747630f3';
const CLIENT = '535fb089-9ff3-47b6-9bfb-4f1264799865';
const ARN = (partition, region) =>
  `arn:${partition}:elasticloadbalancing:${region}:123456789012:loadbalancer/app/web/0123456789abcdef`;
const ALB_ISSUER = 'https://idp.example';

/** Texts of which none may become a part of a URL. */
const NO_HOSTS = [
  'https://example.com',
  'example.com/',
  'example.com/path',
  'example.com:8443',
  'localhost',
  'user@example.com',
  'example.com?a',
  'example.com#a',
  'Example.com',
  '.example.com',
  ' ',
  'example..com',
  'example.com.',
  '-a.example.com',
  'exämple.com',
  '127.0.0.1',
  '[::1]',
  'a b.c',
];
const NO_GUIDS = ['common', 'organizations', 'contoso.onmicrosoft.com', TENANT.toUpperCase()];
const NO_SEGMENTS = ['a/b', '../a', '..', 'a?b', 'a#b', 'a b', 'a%2fb', 'a\\b'];
const NO_BASE_URLS = [
  'sso.example',
  'https://sso.example/',
  'https://sso.example/auth/',
  '//sso.example',
  'https://user:canary@sso.example',
  'https://sso.example?a',
  'https://sso.example#a',
  'HTTPS://sso.example',
  'https://SSO.example',
  'https://sso.example/a/../b',
  'file:///etc',
  'http://sso.example',
  'http://127.0.0.1:8080',
  'https://sso.example:443',
];
const NO_ORIGINS = ['app.example', 'https://app.example/', 'https://app.example/a', '*', 'null'];

/** Presets: arguments, what they are to give, and by argument what is malformed. */
export const PRESETS = [
  {
    name: 'auth0',
    given: { domain: 'example.eu.auth0.com', audience: 'https://api.example/' },
    url: 'https://example.eu.auth0.com/.well-known/jwks.json',
    options: {
      issuer: 'https://example.eu.auth0.com/',
      audience: 'https://api.example/',
      algorithms: ['RS256'],
    },
    malformed: { domain: NO_HOSTS },
  },
  {
    name: 'entra',
    given: { tenant: TENANT, audience: CLIENT },
    url: `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`,
    options: {
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      audience: CLIENT,
      algorithms: ['RS256'],
      clockTolerance: '5s',
    },
    malformed: { tenant: NO_GUIDS, version: ['1', '2', 'v2.0', 2] },
  },
  {
    name: 'entra',
    given: { tenant: TENANT, audience: ['api://a', CLIENT], version: '1.0' },
    optional: ['version'],
    url: `https://login.microsoftonline.com/${TENANT}/discovery/keys`,
    options: {
      issuer: `https://sts.windows.net/${TENANT}/`,
      audience: ['api://a', CLIENT],
      algorithms: ['RS256'],
      clockTolerance: '5s',
    },
    malformed: {},
  },
  {
    name: 'entraMultiTenant',
    given: { tenants: [TENANT, OTHER_TENANT], audience: CLIENT },
    url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    options: {
      issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      tenants: [TENANT, OTHER_TENANT],
      audience: CLIENT,
      algorithms: ['RS256'],
      clockTolerance: '5s',
    },
    malformed: { tenants: [TENANT, ...NO_GUIDS.map((id) => [TENANT, id]), [['a']], ['']] },
  },
  {
    name: 'google',
    given: { clientId: '1234-abc.apps.googleusercontent.com' },
    url: 'https://www.googleapis.com/oauth2/v3/certs',
    options: {
      issuer: ['https://accounts.google.com', 'accounts.google.com'],
      audience: '1234-abc.apps.googleusercontent.com',
      algorithms: ['RS256'],
    },
    malformed: { hostedDomain: NO_HOSTS },
  },
  {
    name: 'google',
    given: { clientId: ['web', 'ios'], hostedDomain: 'example.com' },
    optional: ['hostedDomain'],
    url: 'https://www.googleapis.com/oauth2/v3/certs',
    options: {
      issuer: ['https://accounts.google.com', 'accounts.google.com'],
      audience: ['web', 'ios'],
      algorithms: ['RS256'],
      claims: { hd: 'example.com' },
    },
    malformed: {},
  },
  {
    name: 'firebase',
    given: { projectId: 'my-project-1' },
    url: 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    options: {
      issuer: 'https://securetoken.google.com/my-project-1',
      profile: 'id_token',
      clientId: 'my-project-1',
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'auth_time'],
      maxTokenAge: '1h',
      clockTolerance: '5s',
    },
    malformed: { projectId: [...NO_SEGMENTS, 'My-Project', 'ab', '1project', 'a'.repeat(31)] },
  },
  {
    name: 'firebaseSession',
    given: { projectId: 'my-project-1' },
    url: 'https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys',
    options: {
      issuer: 'https://session.firebase.google.com/my-project-1',
      profile: 'id_token',
      clientId: 'my-project-1',
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'auth_time'],
      maxAuthenticationAge: '36500d',
      maxTokenAge: '14d',
      maxLifetime: '14d',
      clockTolerance: '5s',
    },
    malformed: { projectId: [...NO_SEGMENTS, 'My-Project', 'ab', '1project', 'a'.repeat(31)] },
  },
  {
    name: 'cognito',
    given: { userPoolId: 'eu-central-1_AbCdEfGhI', clientId: '1example', tokenUse: 'access' },
    url: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI/.well-known/jwks.json',
    options: {
      issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI',
      algorithms: ['RS256'],
      audience: null,
      claims: { token_use: 'access', client_id: '1example' },
    },
    malformed: {
      userPoolId: [
        ...NO_SEGMENTS,
        'AbCdEfGhI',
        'eu-central-1/a_AbC',
        'eu-central-1_',
        'EU-west-1_A',
      ],
      tokenUse: ['refresh', 'ID', true],
    },
  },
  {
    name: 'cognito',
    given: { userPoolId: 'us-gov-west-1_A', clientId: ['a', 'b'], tokenUse: 'id' },
    url: 'https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_A/.well-known/jwks.json',
    options: {
      issuer: 'https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_A',
      algorithms: ['RS256'],
      audience: ['a', 'b'],
      claims: { token_use: 'id' },
    },
    malformed: {},
  },
  {
    name: 'okta',
    given: { domain: 'example.okta.com', audience: 'api://default' },
    url: 'https://example.okta.com/oauth2/default/v1/keys',
    options: {
      issuer: 'https://example.okta.com/oauth2/default',
      audience: 'api://default',
      algorithms: ['RS256'],
    },
    malformed: { domain: NO_HOSTS, authorizationServer: NO_SEGMENTS },
  },
  {
    name: 'okta',
    given: {
      domain: 'id.example.com',
      authorizationServer: 'aus9o8wvkhockw9TL0h7',
      audience: 'api',
      clientId: '0oabv6kx4qq6h1U5l0h7',
    },
    optional: ['authorizationServer', 'clientId'],
    url: 'https://id.example.com/oauth2/aus9o8wvkhockw9TL0h7/v1/keys',
    options: {
      issuer: 'https://id.example.com/oauth2/aus9o8wvkhockw9TL0h7',
      audience: 'api',
      algorithms: ['RS256'],
      claims: { cid: '0oabv6kx4qq6h1U5l0h7' },
    },
    malformed: {},
  },
  {
    name: 'keycloak',
    given: { url: 'https://sso.example/auth', realm: 'staff', audience: 'api' },
    url: 'https://sso.example/auth/realms/staff/protocol/openid-connect/certs',
    options: {
      issuer: 'https://sso.example/auth/realms/staff',
      audience: 'api',
      algorithms: ['RS256'],
      claims: { typ: 'Bearer' },
    },
    malformed: { url: NO_BASE_URLS, realm: [...NO_SEGMENTS, '.'] },
  },
  {
    name: 'cloudflareAccess',
    given: { team: 'example', audience: '32eafc7626e974616deaf0dc3ce63d7b' },
    url: 'https://example.cloudflareaccess.com/cdn-cgi/access/certs',
    options: {
      issuer: 'https://example.cloudflareaccess.com',
      audience: '32eafc7626e974616deaf0dc3ce63d7b',
      algorithms: ['RS256'],
      claims: { type: 'app' },
      clockTolerance: '5s',
    },
    malformed: { team: [...NO_SEGMENTS, 'example.cloudflareaccess.com', 'Example', '-a', 'a-'] },
  },
  {
    name: 'supabase',
    given: { projectRef: 'abcdefghijklmnopqrst' },
    url: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1/.well-known/jwks.json',
    options: {
      issuer: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1',
      audience: 'authenticated',
      algorithms: ['ES256', 'RS256'],
    },
    malformed: { projectRef: [...NO_SEGMENTS, 'a.b', 'Abc'], url: ['https://auth.example'] },
  },
  {
    name: 'supabase',
    given: { url: 'https://auth.example' },
    url: 'https://auth.example/auth/v1/.well-known/jwks.json',
    options: {
      issuer: 'https://auth.example/auth/v1',
      audience: 'authenticated',
      algorithms: ['ES256', 'RS256'],
    },
    malformed: { url: NO_BASE_URLS },
  },
  {
    name: 'clerk',
    given: { frontendApi: 'clerk.example.com', authorizedParties: ['https://app.example.com'] },
    url: 'https://clerk.example.com/.well-known/jwks.json',
    options: {
      issuer: 'https://clerk.example.com',
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'sub', 'sid'],
      claims: { azp: ['https://app.example.com'] },
    },
    malformed: {
      frontendApi: NO_HOSTS,
      authorizedParties: ['https://app.example.com', ...NO_ORIGINS.map((origin) => [origin])],
    },
  },
  {
    name: 'awsAlb',
    given: { loadBalancerArn: ARN('aws', 'eu-central-1'), issuer: ALB_ISSUER, clientId: 'a' },
    options: {
      issuer: ALB_ISSUER,
      audience: null,
      algorithms: ['ES256'],
      acceptPadding: true,
      header: { signer: ARN('aws', 'eu-central-1'), client: 'a' },
    },
    malformed: {
      loadBalancerArn: [
        ...NO_SEGMENTS,
        ARN('aws-cn', 'cn-north-1'),
        ARN('aws', 'eu-central-1/a'),
        ARN('aws', 'evil.example/#'),
        ARN('aws', 'eu-central-1').replace('/app/', '/net/'),
        `${ARN('aws', 'eu-central-1')}/listener`,
      ],
    },
  },
];

const PRESET_NAMES = [...new Set(PRESETS.map(({ name }) => name))];

export default function ({ test, assert, lib, fixtures, rejects }) {
  const misuse = (name, given) => rejects(() => lib[name](given), 'ERR_API_MISUSE');

  for (const { name, given, optional = [], url, options, malformed } of PRESETS) {
    const shown = JSON.stringify(Object.keys(given));
    test(`${name} of ${shown}: fills in exactly these options`, () => {
      const { keys, ...others } = lib[name](given);
      assert.deepEqual(others, options);
      if (url === undefined) {
        assert.equal(typeof keys, 'function');
      } else {
        assert.ok(keys instanceof lib.RemoteJwkSet);
        assert.equal(keys.url, url);
      }
    });

    test(`${name} of ${shown}: refuses arguments that are missing, malformed or unknown`, () => {
      for (const argument of Object.keys(given)) {
        const { [argument]: _, ...rest } = given;
        misuse(name, { ...given, [argument]: undefined });
        for (const value of ['', null, 1, true, {}, [], [''], [1], '\ud800']) {
          misuse(name, { ...given, [argument]: value });
        }
        if (!optional.includes(argument)) misuse(name, rest);
      }
      for (const [argument, values] of Object.entries(malformed)) {
        for (const value of values) misuse(name, { ...given, [argument]: value });
      }
      for (const unknown of ['issuers', 'audiance', 'region', '__proto__', Symbol('audience')]) {
        misuse(
          name,
          Object.defineProperty({ ...given }, unknown, { value: 'x', enumerable: true }),
        );
      }
    });
  }

  test('every preset: arguments are a plain object, and so are the options of its keys', () => {
    for (const name of PRESET_NAMES) {
      const { given } = PRESETS.find((preset) => preset.name === name);
      for (const nothing of [undefined, null, 'x', 1, [], new Map(), () => {}]) {
        misuse(name, nothing);
        if (nothing !== undefined) misuse(name, { ...given, keyOptions: nothing });
      }
      misuse(name, Object.create(given));
      for (const keyOptions of [
        undefined,
        { timeout: -1 },
        { timout: 1 },
        { algorithms: ['none'] },
      ]) {
        misuse(name, { ...given, keyOptions });
      }
    }
  });

  test('every preset: the options of its keys reach them', async () => {
    for (const { name, given, url } of PRESETS.filter((preset) => preset.url !== undefined)) {
      const asked = [];
      const fetch = async (place) => {
        asked.push(place);
        const { alg: _, ...jwk } = fixtures.algorithms.find(({ alg }) => alg === 'RS256').jwk;
        return new Response(JSON.stringify({ keys: [jwk] }));
      };
      const { keys } = lib[name]({ ...given, keyOptions: { fetch } });
      const set = await keys.keysFor({});
      assert.deepEqual(asked, [url]);
      assert.equal(set.keys[0].algorithm, 'RS256', 'keys that say nothing of it are bound as well');
    }
  });

  test('every preset names its algorithms, and none of shared secrets', () => {
    for (const { name, given } of PRESETS) {
      const { algorithms } = lib[name](given);
      assert.ok(algorithms.length > 0 && algorithms.every((alg) => !alg.startsWith('HS')));
    }
  });

  test('arguments are read once and not kept', () => {
    const audience = ['https://api.example/'];
    let reads = 0;
    const given = {
      get domain() {
        reads += 1;
        return reads === 1 ? 'example.auth0.com' : 'evil.example/#';
      },
      audience,
    };
    const preset = lib.auth0(given);
    audience.push('other');
    assert.deepEqual([preset.issuer, reads], ['https://example.auth0.com/', 1]);
    assert.deepEqual(preset.audience, ['https://api.example/']);
  });

  test('a preset can be spread, added to and overridden, and stand among several issuers', () => {
    const a = lib.auth0({ domain: 'a.auth0.com', audience: 'api' });
    const b = lib.supabase({ projectRef: 'b' });
    assert.ok(lib.createVerifier(a));
    assert.ok(lib.createVerifier({ ...a, requiredScopes: 'read', audience: null }));
    assert.ok(lib.createVerifier({ issuers: [{ ...a, typ: 'at+jwt' }, b] }));
    rejects(() => lib.createVerifier({ issuers: [a, a] }), 'ERR_API_MISUSE');
  });

  test('load balancers: a kid that is no UUID is never made a URL of', () => {
    const asked = [];
    const fetch = async (url) => asked.push(url);
    const { keys } = lib.awsAlb({
      loadBalancerArn: ARN('aws', 'eu-central-1'),
      issuer: ALB_ISSUER,
      clientId: 'a',
      keyOptions: { fetch },
    });
    for (const kid of [
      undefined,
      '',
      '../../evil.example/key',
      'https://evil.example/key',
      `${TENANT}/../x`,
      `${TENANT}?`,
      ` ${TENANT}`,
      `${TENANT}\n`,
      TENANT.toUpperCase(),
      TENANT.replaceAll('-', ''),
    ]) {
      rejects(() => keys({ alg: 'ES256', kid }), 'ERR_JWKS_NO_MATCHING_KEY');
    }
    assert.deepEqual(asked, []);
  });

  test('load balancers: the keys of a region are at its own address, of GovCloud too', async () => {
    for (const [partition, region, url] of [
      ['aws', 'eu-central-1', 'https://public-keys.auth.elb.eu-central-1.amazonaws.com'],
      [
        'aws-us-gov',
        'us-gov-west-1',
        'https://s3-us-gov-west-1.amazonaws.com/aws-elb-public-keys-prod-us-gov-west-1',
      ],
    ]) {
      const asked = [];
      const { pem } = fixtures.algorithms.find(({ alg }) => alg === 'ES256');
      const fetch = async (place) => {
        asked.push(place);
        return new Response(pem);
      };
      const { keys } = lib.awsAlb({
        loadBalancerArn: ARN(partition, region),
        issuer: ALB_ISSUER,
        clientId: 'a',
        keyOptions: { fetch },
      });
      const key = await keys({ alg: 'ES256', kid: TENANT });
      assert.deepEqual(asked, [`${url}/${TENANT}`]);
      assert.deepEqual([key.algorithm, key.keyId], ['ES256', TENANT]);
      assert.equal(keys({ alg: 'ES256', kid: TENANT }), key, 'at hand from then on');
    }
  });
}
