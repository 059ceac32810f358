import { createRemoteJwkSet, createVerifier } from 'edge-jwt';

const issuer = 'http://127.0.0.1:4000';
const verifier = createVerifier({
  keys: createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true }),
  issuer,
  audience: 'http://127.0.0.1/orders',
  requiredScopes: 'orders:read',
});

Deno.serve({ hostname: '127.0.0.1', port: 8790 }, async (request) => {
  const result = await verifier.verifyRequest(request, { realm: 'orders' });
  if (!result.ok) return result.response;
  return Response.json({ orders: [], user: result.payload.sub });
});
