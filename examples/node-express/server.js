import { createRemoteJwkSet, createVerifier } from 'edge-jwt';
import express from 'express';
import { bearer } from './bearer.js';

const issuer = process.env.ISSUER ?? 'http://127.0.0.1:4000';
const verifier = createVerifier({
  keys: createRemoteJwkSet({ issuer }, { allowInsecureLoopback: true }),
  issuer,
  audience: process.env.AUDIENCE ?? 'http://127.0.0.1/orders',
  requiredScopes: 'orders:read',
});

const app = express();
app.get('/orders', bearer(verifier, { realm: 'orders' }), (req, res) => {
  res.json({ orders: [], user: req.jwt.sub });
});
app.listen(8789, '127.0.0.1');
