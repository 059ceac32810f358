// A stand-in for an identity provider: metadata, keys, and a token for whoever asks.

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJwk, exportPem, generateKeyPair, sign, verify } from 'edge-jwt';

const PORT = 4000;
const issuer = `http://127.0.0.1:${PORT}`;
const audience = 'http://127.0.0.1/orders';
const account = { email: 'example@project.iam.gserviceaccount.com', keyId: 'service-account' };

const { signingKey, verifyingKey } = await generateKeyPair('ES256', { keyId: 'example' });
const serviceAccount = await generateKeyPair('RS256', { keyId: account.keyId, extractable: true });

/** A token that was issued `age` seconds ago and holds for `expiresIn` seconds from then. */
function accessToken(subject, scope, { expiresIn = 900, age = 0 } = {}) {
  const issuedAt = Math.floor(Date.now() / 1000) - age;
  const options = { issuer, audience, subject, issuedAt, expiresIn, jwtId: true, typ: 'at+jwt' };
  return sign({ scope, client_id: 'example' }, signingKey, options);
}

/** What the service account may do is what it asks for. */
async function exchange(body) {
  const { payload } = verify(body.get('assertion'), serviceAccount.verifyingKey, {
    issuer: account.email,
    audience: `${issuer}/oauth2/token`,
  });
  const token = await accessToken(payload.iss, payload.scope, { expiresIn: 3600 });
  return { access_token: token, token_type: 'Bearer', expires_in: 3600 };
}

const answers = {
  '/.well-known/openid-configuration': () => ({ issuer, jwks_uri: `${issuer}/jwks` }),
  '/jwks': () => ({ keys: [exportJwk(verifyingKey)] }),
  '/token': ({ searchParams }) =>
    accessToken('user-1', searchParams.get('scope') ?? '', {
      expiresIn: Number(searchParams.get('expires_in') ?? 900),
      age: Number(searchParams.get('age') ?? 0),
    }),
  '/service-account.json': async () => ({
    type: 'service_account',
    project_id: 'project',
    private_key_id: account.keyId,
    private_key: await exportPem(serviceAccount.signingKey),
    client_email: account.email,
    client_id: randomUUID(),
    token_uri: `${issuer}/oauth2/token`,
  }),
  '/oauth2/token': (_, body) => exchange(body),
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

const server = createServer(async (request, response) => {
  // The pages of the examples are from another origin.
  response.setHeader('Access-Control-Allow-Origin', '*');
  const url = new URL(request.url, issuer);
  const answer = answers[url.pathname];
  if (answer === undefined) return response.writeHead(404).end();
  try {
    const found = await answer(url, await bodyOf(request));
    return response.end(typeof found === 'string' ? found : JSON.stringify(found));
  } catch (error) {
    return response.writeHead(400).end(error.code);
  }
});
server.listen(PORT, '127.0.0.1', () => console.log(`the issuer ${issuer} is there`));
