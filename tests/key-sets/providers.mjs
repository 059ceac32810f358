// Presets of providers from end to end: their keys on a real server, tokens as each provider makes
// them, and those of their neighbours. Only the address is another: `fetch` leads to this machine.

import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { json } from './issuer.mjs';
import { cases } from './provider-cases.mjs';
import { keysHere, tokenOf } from './provider-tokens.mjs';
import { refused } from '../support/refusal.mjs';

const KID = 'abb8289f-e3a4-4a34-9472-c2105e2b2482';
const pairs = () => ({
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
});
const OURS = pairs();
const STRANGERS = pairs();
const KEYS = new URL('../vectors/keys/keys.json', import.meta.url);
const FORMS = JSON.parse(readFileSync(KEYS, 'utf8'));
/** An RSA key of ours in the forms of OpenSSL, certificates among them. */
const CERTIFIED = FORMS.keys.find(({ algorithm }) => algorithm === 'RS256').forms;

/** The pair that signs for a provider. */
function pairOf({ alg = 'RS256', isCertificateMap = false }) {
  if (!isCertificateMap) return OURS[alg];
  const { PrivateKeyInfo: pem } = CERTIFIED;
  return { privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) };
}

export default function ({ test, lib, issuer }) {
  for (const subject of cases()) {
    const { name, preset, alg = 'RS256', header: own = {}, good, refused: neighbours } = subject;
    const header = { typ: 'JWT', alg, kid: KID, ...own };
    const ours = pairOf(subject);
    const verifierOf = () => {
      publish(issuer, subject, ours.publicKey);
      return lib.createVerifier(preset(lib, { fetch: keysHere(issuer) }));
    };
    const token = (claims, members) =>
      tokenOf({ ...header, ...members }, claims, ours.privateKey, subject);

    test(`${name}: tokens as they are documented are accepted, with one fetch`, async () => {
      const verifier = verifierOf();
      for (const claims of Object.values(good)) {
        const { payload } = await verifier.verifyAsync(token(claims));
        assert.deepEqual(payload, claims);
      }
      assert.equal(issuer.hits.length, 1);
    });

    test(`${name}: tokens of its neighbours are refused`, async () => {
      const verifier = verifierOf();
      const [claims] = Object.values(good);
      for (const [what, [claimOrCode, changes, members]] of Object.entries(neighbours)) {
        const neighbour = token({ ...claims, ...changes }, members);
        const error = await verifier.verifyAsync(neighbour).then(
          () => assert.fail(`${what} was accepted`),
          (thrown) => thrown,
        );
        assert.ok(error instanceof lib.JoseError, `${what}: ${error.stack}`);
        assert.equal(error.claim ?? error.code, claimOrCode, what);
      }
    });

    test(`${name}: keys of strangers, other algorithms and expired tokens are refused`, async () => {
      const verifier = verifierOf();
      const [claims] = Object.values(good);
      const forged = tokenOf(header, claims, STRANGERS[alg].privateKey, subject);
      const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
      await refused(lib, verifier.verifyAsync(forged), code);
      for (const other of ['HS256', 'RS512', 'none']) {
        const misnamed = token(claims, { alg: other });
        await refused(lib, verifier.verifyAsync(misnamed), 'ERR_JOSE_ALG_NOT_ALLOWED');
      }
      const over = { ...claims, exp: Math.floor(Date.now() / 1000) - 5 };
      await refused(lib, verifier.verifyAsync(token(over)), 'ERR_JWT_EXPIRED');
    });

    test(`${name}: a token that was issued just now is accepted by a clock 1 s behind`, async () => {
      const verifier = verifierOf();
      for (const { iat, ...claims } of Object.values(good)) {
        if (iat === undefined) continue;
        // As for somebody who has just signed in.
        const { auth_time: signedIn } = claims;
        const issued = { ...claims, iat, ...(signedIn !== undefined && { auth_time: iat }) };
        const currentDate = new Date((iat - 1) * 1000);
        await verifier.verifyAsync(token(issued), { currentDate });
      }
    });
  }
}

/** Puts the key where the preset looks for it, as the provider publishes it. */
function publish(issuer, subject, key) {
  const { keys, alg = 'RS256', isPem = false, isCertificateMap, withoutAlg = false, jwk } = subject;
  const { host, pathname } = new URL(keys);
  const path = `/${host}${pathname.replace(/\/$/, '')}`;
  if (isPem) {
    const pem = key.export({ format: 'pem', type: 'spki' });
    issuer.routes.set(`${path}/${KID}`, (_, response) => response.end(pem));
    return;
  }
  if (isCertificateMap) {
    const { 'certificate, version 3': certificate, 'certificate, version 1': other } = CERTIFIED;
    const certificates = { 'the one before': other, [KID]: certificate };
    issuer.routes.set(
      path,
      json(() => certificates),
    );
    return;
  }
  const published = { ...key.export({ format: 'jwk' }), kid: KID, use: 'sig', ...jwk };
  if (!withoutAlg) published.alg = alg;
  // Keycloak has a key for encryption in the same set.
  const other = { ...published, kid: 'for encryption', use: 'enc', alg: 'RSA-OAEP' };
  issuer.routes.set(
    path,
    json(() => ({ keys: [other, published] })),
  );
}
