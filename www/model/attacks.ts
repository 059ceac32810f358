/**
 * The attacks of the guided tour: tokens as attackers write them, made here and now with a fresh key, so that
 * what refuses them is the package and not the clock.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-2
 */
import { exportJwk, exportPem, generateKeyPair } from 'edge-jwt';
import type { KeyPair } from 'edge-jwt';

import { bytesToBase64url } from './base64url.js';
import type { DebuggerInput } from './input.js';
import { NO_KEY } from './key.js';
import { NO_POLICY } from './policy.js';
import { segmentText, signingInput, withSegment } from './segments.js';
import { signed, unsignedToken } from './signing.js';

export const ATTACKS = [
  'genuine',
  'none',
  'confusion',
  'tampered',
  'stripped',
  'ownKey',
  'expired',
  'otherAudience',
  'duplicate',
  'kid',
  'weakSecret',
] as const;

export type Attack = (typeof ATTACKS)[number];

const ISSUER = 'https://issuer.example/';
const AUDIENCE = 'https://api.example/';
const HOUR = 3600;

interface Stage {
  readonly pair: KeyPair;
  readonly now: number;
}

/** What to put into the page to see an attack; the policy is that of a careful API. */
export async function attackInput(attack: Attack, date: Date): Promise<DebuggerInput> {
  const pair = await generateKeyPair('ES256', { keyId: '2026-11' });
  const stage = { pair, now: Math.floor(date.getTime() / 1000) };
  const policy = { ...NO_POLICY, issuer: ISSUER, audience: AUDIENCE };
  if (attack === 'weakSecret') return { policy, ...(await weakSecret(stage)) };
  const text =
    attack === 'kid'
      ? JSON.stringify({ keys: [exportJwk(pair.verifyingKey)] }, null, 2)
      : exportPem(pair.verifyingKey);
  return { policy, key: { ...NO_KEY, text }, token: await tokenOf(attack, stage) };
}

async function tokenOf(attack: Exclude<Attack, 'weakSecret'>, stage: Stage): Promise<string> {
  const { pair } = stage;
  switch (attack) {
    case 'none':
      return token({ alg: 'none', typ: 'JWT' }, claims(stage, { role: 'admin' }));
    case 'confusion':
      return signedWithText(
        token({ alg: 'HS256', typ: 'JWT' }, claims(stage, { role: 'admin' })),
        exportPem(pair.verifyingKey),
      );
    case 'tampered': {
      const genuine = await signedBy(pair, claims(stage));
      const other = token(header(), claims(stage, { role: 'admin' }));
      return withSegment(genuine, 'payload', segmentText(other, 'payload'));
    }
    case 'stripped':
      return (await signedBy(pair, claims(stage))).split('.').slice(0, 2).join('.');
    case 'ownKey': {
      const attacker = await generateKeyPair('ES256');
      const { alg: _alg, use: _use, ...jwk } = exportJwk(attacker.verifyingKey);
      return signedBy(attacker, claims(stage, { role: 'admin' }), { ...header(), jwk });
    }
    case 'expired':
      return signedBy(pair, claims({ ...stage, now: stage.now - 2 * HOUR }));
    case 'otherAudience':
      return signedBy(pair, claims(stage, { aud: 'https://other-api.example/' }));
    case 'duplicate':
      return signed(
        unsignedToken(
          JSON.stringify(header()),
          JSON.stringify(claims(stage)).replace('"role"', '"role":"admin","role"'),
        ),
        pair.signingKey,
      );
    case 'kid':
      return signedBy(pair, claims(stage), { ...header(), kid: '../../../dev/null' });
    case 'genuine':
      return signedBy(pair, claims(stage));
  }
}

async function weakSecret(stage: Stage): Promise<Pick<DebuggerInput, 'key' | 'token'>> {
  const text = 'your-256-bit-secret';
  const made = token({ alg: 'HS256', typ: 'JWT' }, claims(stage));
  return { key: { ...NO_KEY, text }, token: await signedWithText(made, text) };
}

/** As attackers do it: `importSigningKey` refuses text of a key, and secrets that are short. */
async function signedWithText(unsigned: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = encoder.encode(text);
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(signingInput(unsigned)));
  return withSegment(unsigned, 'signature', bytesToBase64url(new Uint8Array(signature)));
}

const header = () => ({ alg: 'ES256', typ: 'JWT', kid: '2026-11' });

const token = (head: object, payload: object) =>
  unsignedToken(JSON.stringify(head), JSON.stringify(payload));

const signedBy = ({ signingKey }: KeyPair, payload: object, head: object = header()) =>
  signed(token(head, payload), signingKey);

function claims({ now }: Stage, others: object = {}): object {
  const role = 'user';
  return { iss: ISSUER, aud: AUDIENCE, sub: 'user-1', role, iat: now, exp: now + HOUR, ...others };
}
