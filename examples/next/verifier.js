import { createRemoteJwkSet, createVerifier } from 'edge-jwt';

const issuer = process.env.ISSUER ?? 'http://127.0.0.1:4000';

export const verifier = createVerifier({
  keys: createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true }),
  issuer,
  audience: process.env.AUDIENCE ?? 'http://127.0.0.1/orders',
  requiredScopes: 'orders:read',
});
