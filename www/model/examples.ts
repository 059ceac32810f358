/** An example for every algorithm, signed now with a key that is made now, so that it can be edited. */
import { exportJwk, exportPem, generateKeyPair, generateSecret } from 'edge-jwt';
import type { Algorithm, SigningKey } from 'edge-jwt';

import type { DebuggerInput } from './input.js';
import { NO_KEY, readKey } from './key.js';
import type { KeyInput } from './key.js';
import { NO_POLICY } from './policy.js';
import { signed, unsignedToken } from './signing.js';

type SecretAlgorithm = 'HS256' | 'HS384' | 'HS512';

const isSecret = (algorithm: Algorithm): algorithm is SecretAlgorithm => algorithm.startsWith('HS');

/** The two forms a key is shown in. A shared secret has its own. */
export type KeyForm = 'pem' | 'jwk';

const KEY_ID = 'example-1';

/** A new private key or secret, as text for the key pane. */
export async function newKey(algorithm: Algorithm, form: KeyForm): Promise<KeyInput> {
  const signingKey = await generate(algorithm);
  const jwk = await exportJwk(signingKey);
  if (isSecret(algorithm) && form === 'pem') {
    return bound({ ...NO_KEY, text: jwk.k ?? '', encoding: 'base64url' }, algorithm, undefined);
  }
  const text = form === 'pem' ? await exportPem(signingKey) : JSON.stringify(jwk, null, 2);
  return bound({ ...NO_KEY, text }, algorithm, undefined);
}

/** Names the algorithm only where key and token alone would lead to another: it would outlive both. */
function bound(input: KeyInput, algorithm: Algorithm, tokenAlgorithm: unknown): KeyInput {
  const { key } = readKey(input, tokenAlgorithm);
  const isFound = key !== undefined && 'algorithm' in key && key.algorithm === algorithm;
  return isFound ? input : { ...input, algorithm };
}

async function generate(algorithm: Algorithm): Promise<SigningKey> {
  const options = { extractable: true, keyId: KEY_ID };
  if (isSecret(algorithm)) return generateSecret(algorithm, options);
  return (await generateKeyPair(algorithm, options)).signingKey;
}

/** A token that holds for fifteen minutes, its key, and what an API would expect of it. */
export async function exampleInput(algorithm: Algorithm, date: Date): Promise<DebuggerInput> {
  const signingKey = await generate(algorithm);
  const now = Math.floor(date.getTime() / 1000);
  const policy = {
    ...NO_POLICY,
    issuer: 'https://issuer.example/',
    audience: 'https://api.example/',
  };
  const header = { alg: algorithm, typ: 'JWT', kid: KEY_ID };
  const payload = {
    iss: policy.issuer,
    sub: 'user-1',
    aud: policy.audience,
    scope: 'read write',
    iat: now,
    exp: now + 900,
  };
  const jwk = await exportJwk(signingKey);
  const key: KeyInput = isSecret(algorithm)
    ? { ...NO_KEY, text: jwk.k ?? '', encoding: 'base64url' }
    : { ...NO_KEY, text: await exportPem(signingKey) };
  const token = unsignedToken(JSON.stringify(header), JSON.stringify(payload));
  return { token: await signed(token, signingKey), key: bound(key, algorithm, algorithm), policy };
}
