// A token endpoint that takes the assertions of one service account (RFC 7523 §2.1), as Google's does;
// it verifies them with jose.

import { text } from 'node:stream/consumers';
import { jwtVerify } from 'jose';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const FORM = /^application\/x-www-form-urlencoded\b/;

/** A route. `publicKeys` are by `kid`; `granted` is filled with what was asked for. */
export const tokenEndpoint = ({ url, email, publicKeys, granted }) =>
  async function answer(request, response) {
    const reply = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    try {
      const body = new URLSearchParams(await text(request));
      if (request.method !== 'POST' || !FORM.test(request.headers['content-type'])) {
        return reply(400, { error: 'invalid_request' });
      }
      if (body.get('grant_type') !== GRANT) return reply(400, { error: 'unsupported_grant_type' });
      const { payload } = await jwtVerify(body.get('assertion'), ({ kid }) => publicKeys.get(kid), {
        issuer: email,
        audience: url,
        algorithms: ['RS256'],
        maxTokenAge: '1h',
        requiredClaims: ['exp', 'iat', 'scope'],
        currentDate: new Date(Date.now()),
      });
      if (payload.exp - payload.iat > 3600) throw new Error('longer than an hour');
      granted.push({ scope: payload.scope, subject: payload.sub });
      return reply(200, { access_token: 'token-1', expires_in: 3600, token_type: 'Bearer' });
    } catch (error) {
      return reply(400, { error: 'invalid_grant', error_description: error.message });
    }
  };
