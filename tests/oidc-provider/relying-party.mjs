// The application's server, as far as the provider talks to it: it receives logout tokens (OpenID
// Connect Back-Channel Logout 1.0 §2.5).

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export async function startRelyingParty() {
  const logoutTokens = [];
  const server = createServer(async (request, response) => {
    logoutTokens.push(new URLSearchParams(await text(request)).get('logout_token'));
    response.writeHead(200).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    logoutUri: `http://127.0.0.1:${server.address().port}/backchannel-logout`,
    logoutTokens,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
