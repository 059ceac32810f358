import { cacheApiStore, createRemoteJwkSet, createVerifier } from 'edge-jwt';

let verifier;

/** Made with the first request, because there is no `env` before, and kept for all that follow. */
function verifierOf({ ISSUER: issuer, AUDIENCE: audience }) {
  verifier ??= createVerifier({
    // Without allowInsecureLoopback for an issuer that has https, as yours will.
    keys: createRemoteJwkSet({ issuer }, { store: cacheApiStore(), allowInsecureLoopback: true }),
    issuer,
    audience,
    clockTolerance: '5s',
    requiredScopes: 'orders:read',
  });
  return verifier;
}

export default {
  async fetch(request, env, ctx) {
    const result = await verifierOf(env).verifyRequest(request, { realm: 'orders' }, ctx);
    if (!result.ok) return result.response;
    return Response.json({ orders: [], user: result.payload.sub });
  },
};
