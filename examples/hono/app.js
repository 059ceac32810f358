import { createRemoteJwkSet, createVerifier } from 'edge-jwt';
import { bearer } from 'edge-jwt/hono';
import { Hono } from 'hono';

const issuer = process.env.ISSUER ?? 'http://127.0.0.1:4000';
const verifier = createVerifier({
  keys: createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true }),
  issuer,
  audience: process.env.AUDIENCE ?? 'http://127.0.0.1/orders',
  requiredScopes: 'orders:read',
});

export const app = new Hono();
app.use('/orders', bearer(verifier, { realm: 'orders' }));
app.get('/orders', (c) => c.json({ orders: [], user: c.get('jwt').sub }));
