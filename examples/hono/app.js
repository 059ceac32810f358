import { createRemoteJwkSet, createVerifier } from 'edge-jwt';
import { bearer } from 'edge-jwt/hono';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const issuer = process.env.ISSUER ?? 'http://127.0.0.1:4000';
const verifier = createVerifier({
  keys: createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true }),
  issuer,
  audience: process.env.AUDIENCE ?? 'http://127.0.0.1/orders',
  requiredScopes: 'orders:read',
});

export const app = new Hono();
// Before the guard: browsers ask, without a token, whether they may send one.
app.use('/orders', cors({ origin: process.env.APP ?? 'http://127.0.0.1:5173' }));
app.use('/orders', bearer(verifier, { realm: 'orders' }));
app.get('/orders', (c) => c.json({ orders: [], user: c.get('jwt').sub }));
