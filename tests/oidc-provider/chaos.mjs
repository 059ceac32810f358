// A proxy on the loopback interface before the provider. It passes on what it is asked, until a test
// tells it to disturb the answers of a path.

import { createServer, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export const METADATA = '/.well-known/openid-configuration';
export const JWKS = '/jwks';

/** Starts one. Its origin is the issuer's name; `provider` is set once that listens. */
export async function startProxy() {
  const disturbances = new Map();
  let paths = [];
  const proxy = {
    provider: undefined,
    /** From now on this path is answered so: a function of request, response and the true answer. */
    disturb: (path, disturbance) => disturbances.set(path, disturbance),
    calm: () => disturbances.clear(),
    countOf: (path) => paths.filter((asked) => asked === path).length,
    forgetCounts: () => (paths = []),
  };
  const server = createServer(async (request, response) => {
    const path = request.url.split('?')[0];
    paths.push(path);
    const disturbance = disturbances.get(path) ?? passOn;
    const genuine = () => askProvider(proxy.provider.port, request);
    // What is wrong between proxy and provider is, to those before it, a status 502.
    await disturbance(request, response, genuine).catch(() => response.writeHead(502).end());
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address();
  return Object.assign(proxy, {
    origin: `http://127.0.0.1:${port}`,
    start: () => listen(port),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
}

async function askProvider(port, request) {
  const { method, url: path, headers } = request;
  const answer = await new Promise((resolve, reject) => {
    // No connection is kept: the provider may stop and start between two requests.
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false };
    request.pipe(httpRequest(options, resolve).on('error', reject));
  });
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

async function passOn(_, response, genuine) {
  const { status, headers, body } = await genuine();
  response.writeHead(status, headers).end(body);
}

/** The true answer, so many milliseconds late. */
export const slowBy = (milliseconds) =>
  async function disturbance(request, response, genuine) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await passOn(request, response, genuine);
  };

/** The true answer, a byte at a time. */
export async function trickling(_, response, genuine) {
  const { status, headers, body } = await genuine();
  response.writeHead(status, headers);
  let sent = 0;
  const timer = setInterval(() => response.write(body.subarray(sent, (sent += 1))), 5);
  response.on('close', () => clearInterval(timer));
}

/** Half of the true answer, and then the connection breaks. */
export async function brokenOff(_, response, genuine) {
  const { status, headers, body } = await genuine();
  response.writeHead(status, headers).write(body.subarray(0, body.length / 2));
  setTimeout(() => response.destroy(), 20);
}

/** Half of the true answer, as if that were all. */
export async function cutShort(_, response, genuine) {
  const { body } = await genuine();
  response.end(body.subarray(0, body.length / 2));
}

/** Another status, and nothing worth reading. */
export const answered = (status) =>
  async function disturbance(_, response) {
    response.writeHead(status).end('canary');
  };

/** To where the provider gives the true answer itself. */
export const redirectedTo = ({ port }) =>
  async function disturbance({ url }, response) {
    response.writeHead(302, { location: `http://127.0.0.1:${port}${url}` }).end();
  };

export const ENORMOUS = 50_000_000;

/** The true answer with 50 MB of spaces after it. It counts how often it began, and bytes. */
export function enormous({ isAnnounced }) {
  async function disturbance(_, response, genuine) {
    const { body } = await genuine();
    const padding = Buffer.alloc(50_000, ' ');
    disturbance.times += 1;
    function* padded() {
      yield body;
      for (let sent = 0; sent < ENORMOUS; sent += padding.length) {
        disturbance.sent += padding.length;
        yield padding;
      }
    }
    const length = { 'content-length': body.length + ENORMOUS };
    response.writeHead(200, isAnnounced ? length : {});
    // Who asked is expected to hang up.
    await pipeline(padded, response).catch(() => {});
  }
  return Object.assign(disturbance, { times: 0, sent: 0 });
}
