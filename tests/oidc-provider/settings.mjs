// What the provider offers: clients, resource servers (APIs), lifetimes, and pages without ornament.

import { ALGORITHMS } from './keys.mjs';

export const USER = 'user-1';
export const REDIRECT_URI = 'https://app.example/callback';
export const SERVICE = { clientId: 'service', secret: 'the secret of a service in a test' };
export const SECRET_SERVICE = {
  clientId: 'service-HS256',
  secret: 'a secret of 32 bytes and some more',
};
const HOUR = 3600;

/** The endpoint where proofs (RFC 9449) need a nonce. */
export const USERINFO = '/me';

/** The client whose ID tokens are signed with this algorithm. */
export const appOf = (algorithm) => `app-${algorithm}`;

/** The service that authenticates itself by assertions that are signed with this algorithm. */
export const serviceOf = (algorithm) => `service-${algorithm}`;

/** The API whose access tokens (RFC 9068) are signed with this algorithm. */
export const apiOf = (algorithm) => `https://api.example/${algorithm}`;

export function settingsOf({ jwks, clientKeys, adapter, logoutUri }) {
  return {
    jwks,
    adapter,
    clients: [
      ...ALGORITHMS.map((algorithm) => app(algorithm, logoutUri)),
      ...clientKeys.map(assertingService),
      service,
      secretService,
    ],
    cookies: { keys: ['signs the cookies of a test'] },
    enabledJWA: { dPoPSigningAlgValues: ALGORITHMS },
    findAccount: async (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    pkce: { required: (_, client) => client.clientId !== SERVICE.clientId },
    responseTypes: ['code', 'code id_token'],
    ttl: {
      ...{ AccessToken: HOUR, ClientCredentials: HOUR, IdToken: HOUR },
      ...{ Interaction: HOUR, Session: HOUR, Grant: HOUR },
    },
    features: {
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: {
        enabled: true,
        nonceSecret: Buffer.from('makes the nonces of one provider'),
        requireNonce: ({ path }) => path === USERINFO,
      },
      resourceIndicators: { enabled: true, getResourceServerInfo: (_, resource) => api(resource) },
      rpInitiatedLogout: {
        logoutSource: (context, form) => void (context.body = form),
        postLogoutSuccessSource: (context) => void (context.body = 'logged out'),
      },
    },
    renderError: (context, out) => void (context.body = out),
  };
}

function app(algorithm, logoutUri) {
  return {
    client_id: appOf(algorithm),
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: algorithm,
    redirect_uris: [REDIRECT_URI],
    grant_types: ['authorization_code', 'implicit'],
    response_types: ['code', 'code id_token'],
    backchannel_logout_uri: logoutUri,
    backchannel_logout_session_required: true,
  };
}

function assertingService({ d, p, q, dp, dq, qi, ...publicJwk }) {
  return {
    client_id: serviceOf(publicJwk.alg),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: publicJwk.alg,
    jwks: { keys: [publicJwk] },
    ...withoutUsers,
  };
}

const withoutUsers = {
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
};

const secretService = {
  client_id: SECRET_SERVICE.clientId,
  client_secret: SECRET_SERVICE.secret,
  token_endpoint_auth_method: 'client_secret_jwt',
  token_endpoint_auth_signing_alg: 'HS256',
  ...withoutUsers,
};

const service = {
  client_id: SERVICE.clientId,
  client_secret: SERVICE.secret,
  ...withoutUsers,
};

function api(resource) {
  return {
    audience: resource,
    scope: 'read write',
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: ALGORITHMS.find((algorithm) => apiOf(algorithm) === resource) } },
  };
}
