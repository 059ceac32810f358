// The ways to tokens, walked as an application walks them: the authorization code flow with PKCE
// (OpenID Connect Core §3.1 and, with an ID token in front, §3.3; RFC 7636), client credentials
// (RFC 6749 §4.4), and logging out.

import { createHash, randomBytes } from 'node:crypto';
import { appOf, REDIRECT_URI, SERVICE } from './settings.mjs';
import { startUserAgent } from './user-agent.mjs';

const random = () => randomBytes(32).toString('base64url');
/** Parameters of a request; those that are undefined are left out. */
const form = (members) =>
  new URLSearchParams(Object.entries(members).filter(([, value]) => value !== undefined));

/**
 * Logs a user in.
 *
 * - `algorithm`: which client asks, by the algorithm of its ID tokens.
 * - `scope`, `resource`, `maxAge`, `responseType`: parameters of the request. With `resource` the access
 *   token is a JWT, without it is opaque; `'code id_token'` gives a second ID token in front, with
 *   `c_hash`.
 * - `dpopKey`: a key made by `createDpopKey`, to which the access token gets bound.
 * - `agent`: who is logged in already, to log in to a second client.
 *
 * Returns every piece that a client would have in hand.
 */
export async function logIn(issuer, options = {}) {
  const { algorithm = 'ES256', scope = 'openid', resource, maxAge, dpopKey } = options;
  const { responseType = 'code', agent = startUserAgent() } = options;
  const clientId = appOf(algorithm);
  const [nonce, state, verifier] = [random(), random(), random()];
  const request = form({
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    response_type: responseType,
    scope,
    resource,
    max_age: maxAge,
    nonce,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const { search, hash } = await agent.followTo(REDIRECT_URI, `${issuer}/auth?${request}`);
  const front = new URLSearchParams(search || hash.slice(1));
  if (front.get('state') !== state || !front.has('code')) throw new Error(`no code: ${front}`);
  const code = front.get('code');
  const parameters = {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    code,
    code_verifier: verifier,
    resource,
  };
  const tokens = await requestTokens(issuer, parameters, { dpopKey });
  return {
    agent,
    clientId,
    nonce,
    code,
    frontIdToken: front.get('id_token') ?? undefined,
    idToken: tokens.id_token,
    accessToken: tokens.access_token,
    tokenType: tokens.token_type,
  };
}

/** An access token for a service that acts for nobody but itself. */
export async function serviceToken(issuer, { resource, scope = 'read', dpopKey }) {
  const credentials = `${SERVICE.clientId}:${encodeURIComponent(SERVICE.secret)}`;
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const parameters = { grant_type: 'client_credentials', resource, scope };
  const headers = { authorization };
  return (await requestTokens(issuer, parameters, { dpopKey, headers })).access_token;
}

/** Asks for an access token as a service that authenticates itself by these parameters. */
export function askAsService(issuer, { resource, ...authentication }) {
  const parameters = { grant_type: 'client_credentials', resource, scope: 'read' };
  const body = form({ ...parameters, ...authentication });
  return fetch(`${issuer}/token`, { method: 'POST', body });
}

/** Logs the user of this agent out everywhere; the provider then tells each of the clients. */
export async function logOut(issuer, { agent, idToken }) {
  const page = await agent.visit(`${issuer}/session/end?${form({ id_token_hint: idToken })}`);
  const [, xsrf] = /name="xsrf" value="(\w+)"/.exec(await page.text());
  const body = form({ xsrf, logout: 'yes' });
  const { status } = await agent.visit(`${issuer}/session/end/confirm`, { method: 'POST', body });
  if (status !== 303) throw new Error(`the logout was responded with status ${status}`);
}

async function requestTokens(issuer, parameters, { dpopKey, headers = {} }) {
  const url = `${issuer}/token`;
  const dpop = dpopKey && { dpop: await dpopKey.proof({ method: 'POST', url }) };
  const init = { method: 'POST', headers: { ...headers, ...dpop }, body: form(parameters) };
  const response = await fetch(url, init);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}
