// Every entry has the same types, and slim has init as well. The middleware takes any verifier.

import * as all from 'edge-jwt';
import * as light from 'edge-jwt/decode';
import * as inline from 'edge-jwt/inline';
import { bearer } from 'edge-jwt/hono';
import * as slim from 'edge-jwt/slim';
import type { WasmInput } from 'edge-jwt/slim';
import type { Same } from './same.js';
import { same } from './same.js';

same<Same<typeof inline, typeof all>>();
same<Same<Omit<typeof slim, 'init'>, Omit<typeof all, never>>>();
// One declaration for all, so that what one entry made fits another.
declare const key: all.VerifyingKey;
slim.verify('a.b.c', key) satisfies inline.VerifiedJwt;

same<Same<ReturnType<typeof slim.init>, Promise<void>>>();
declare const bytes: Uint8Array;
slim.init(bytes);
slim.init(bytes.buffer as ArrayBuffer);
slim.init({ href: 'https://app.example/edge_jwt_bg.wasm' } satisfies WasmInput);
// @ts-expect-error an address is a URL object: text would be a file name to some
slim.init('https://app.example/edge_jwt_bg.wasm');
// @ts-expect-error there is nothing to guess
slim.init();
// @ts-expect-error only slim waits for its module
all.init;

declare const verifier: all.Verifier<{ sub: string }>;
declare const context: {
  req: { raw: { headers: { get(name: string): string | null } } };
  executionCtx: { waitUntil(work: Promise<unknown>): void };
  set(name: string, value: unknown): void;
};
bearer(verifier, { realm: 'orders' })(context, async () => {}) satisfies Promise<unknown>;
bearer(verifier, { passPreflight: true });
// @ts-expect-error the options are those of verifyRequest
bearer(verifier, { relam: 'orders' });
// @ts-expect-error a key is no verifier
bearer(key);

// Of `edge-jwt/decode`, a token is text.
light.decode('a.b.c') satisfies inline.DecodedJwt;
light.decode<{ role: string }>('a.b.c').payload.role satisfies string;
light.decodeProtectedHeader('a.b.c') satisfies inline.ProtectedHeader;
light.expiresAt('a.b.c', { acceptPadding: true }) satisfies Date | undefined;
light.isExpired('a.b.c', { clockTolerance: '30s', currentDate: new Date() }) satisfies boolean;
new light.JoseError('ERR_JWS_INVALID', '') satisfies inline.JoseError;
// @ts-expect-error: bytes are for the main entry.
light.decode(new Uint8Array());
// @ts-expect-error: no such option.
light.decode('a.b.c', { issuer: 'x' });
