// What the provider offers: clients, resource servers (APIs), lifetimes, and pages without ornament.

import { ALGORITHMS } from './keys.mjs';

export const USER = 'user-1';
export const REDIRECT_URI = 'https://app.example/callback';
export const SERVICE = { clientId: 'service', secret: 'the secret of a service in a test' };
const HOUR = 3600;

/** The client whose ID tokens are signed with this algorithm. */
export const appOf = (algorithm) => `app-${algorithm}`;

/** The API whose access tokens (RFC 9068) are signed with this algorithm. */
export const apiOf = (algorithm) => `https://api.example/${algorithm}`;

export function settingsOf({ jwks, adapter, logoutUri }) {
  return {
    jwks,
    adapter,
    clients: [...ALGORITHMS.map((algorithm) => app(algorithm, logoutUri)), service],
    cookies: { keys: ['signs the cookies of a test'] },
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
      dPoP: { enabled: true },
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

const service = {
  client_id: SERVICE.clientId,
  client_secret: SERVICE.secret,
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
};

function api(resource) {
  return {
    audience: resource,
    scope: 'read write',
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: ALGORITHMS.find((algorithm) => apiOf(algorithm) === resource) } },
  };
}
