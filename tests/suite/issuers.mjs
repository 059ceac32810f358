// Issuers that a function finds: asked for every token, by an issuer that nobody has verified.

import { costOf, isMuchLess } from './support/cost.mjs';
import { signSegments } from './support/tokens.mjs';

const NOW = 1_700_000_000;
const A = 'https://a.example/';
const B = 'https://b.example/';

export default function ({ test, assert, lib, sign, secret, key, algorithm, claims, rejects }) {
  const at = { currentDate: new Date(NOW * 1000) };
  const token = (iss, changes = {}) => sign({ iss, aud: 'api', exp: NOW + 60, ...changes });
  const rulesOf = (issuer, changes = {}) => ({ keys: key, issuer, audience: 'api', ...changes });
  const codeOf = (promise) =>
    promise.then(
      () => 'accepted',
      (error) => error.code,
    );

  test('RFC 8725 §3.8: each has its own keys and audience, at once or after a while', async () => {
    const other = lib.importKey(new Uint8Array(48).fill(7), 'HS384');
    const known = new Map([
      [A, rulesOf(A)],
      [B, rulesOf(B, { keys: other })],
    ]);
    const verifier = lib.createVerifier({ issuers: (issuer) => known.get(issuer) });
    assert.equal(verifier.verify(token(A), at).key, key);
    // Signed with the key of the one, in the name of the other.
    rejects(() => verifier.verify(token(B), at), 'ERR_JOSE_KEY_MISMATCH');
    rejects(() => verifier.verify(token(A, { aud: 'x' }), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    const later = lib.createVerifier({ issuers: async (issuer) => known.get(issuer) });
    assert.equal((await later.verifyAsync(token(A), at)).payload.iss, A);
    assert.equal(await codeOf(later.verifyAsync(token(B), at)), 'ERR_JOSE_KEY_MISMATCH');
    rejects(() => later.verify(token(A), at), 'ERR_API_MISUSE');
  });

  test('an unknown issuer is refused before anything is fetched', async () => {
    let fetched = 0;
    const keys = async () => {
      fetched += 1;
      return key;
    };
    const rules = rulesOf(A, { keys });
    const verifier = lib.createVerifier({
      issuers: async (issuer) => (issuer === A ? rules : undefined),
    });
    for (const iss of [B, `${A} `, A.toUpperCase(), '__proto__']) {
      assert.equal(await codeOf(verifier.verifyAsync(token(iss), at)), 'ERR_JWKS_NO_MATCHING_KEY');
    }
    assert.equal(fetched, 0);
    assert.equal(await codeOf(verifier.verifyAsync(token(A), at)), 'accepted');
    assert.equal(fetched, 1);
  });

  test('what cannot be the name of an issuer is not even asked about', () => {
    const asked = [];
    const verifier = lib.createVerifier({ issuers: (issuer) => void asked.push(issuer) });
    for (const iss of [undefined, null, 1, {}, [A], '', 'x'.repeat(2049)]) {
      rejects(() => verifier.verify(token(iss), at), 'ERR_JWKS_NO_MATCHING_KEY');
    }
    const surrogate = sign('{"iss":"\\ud800","exp":9999999999}');
    assert.ok(asked.length === 0);
    rejects(() => verifier.verify(surrogate, at), 'ERR_JWT_INVALID');
    const longest = 'x'.repeat(2048);
    rejects(() => verifier.verify(token(longest), at), 'ERR_JWKS_NO_MATCHING_KEY');
    assert.deepEqual(asked, [longest]);
  });

  test('an issuer that is taken away is out at once, whatever the cache holds', () => {
    const rules = rulesOf(A);
    let answer = rules;
    let asked = 0;
    const issuers = () => ((asked += 1), answer);
    const verifier = lib.createVerifier({ issuers, cache: { failures: true } });
    for (let i = 0; i < 3; i += 1) verifier.verify(token(A), at);
    answer = undefined;
    rejects(() => verifier.verify(token(A), at), 'ERR_JWKS_NO_MATCHING_KEY');
    answer = rulesOf(A, { audience: 'other' });
    rejects(() => verifier.verify(token(A), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    answer = rules;
    verifier.verify(token(A), at);
    assert.equal(asked, 6);
  });

  test('the same object is compiled once', () => {
    let read = 0;
    const rules = {
      ...rulesOf(A),
      get audience() {
        read += 1;
        return 'api';
      },
    };
    const verifier = lib.createVerifier({ issuers: () => rules });
    for (let i = 0; i < 5; i += 1) verifier.verify(token(A), at);
    assert.equal(read, 1);
  });

  test('rules of another issuer are none, and any other answer is a failure of the function', () => {
    const verifier = (answer) => lib.createVerifier({ issuers: () => answer });
    const rules = rulesOf([A, B]);
    const both = verifier(rules);
    both.verify(token(A), at);
    both.verify(token(B), at);
    rejects(() => both.verify(token('https://c.example/'), at), 'ERR_JWKS_NO_MATCHING_KEY');
    rejects(() => verifier(rulesOf(B)).verify(token(A), at), 'ERR_JWKS_NO_MATCHING_KEY');
    for (const answer of [
      null,
      false,
      true,
      0,
      A,
      key,
      [],
      {},
      { keys: key },
      { keys: key, audience: 'api' },
      { issuer: A },
      Object.assign(() => undefined, rulesOf(A)),
      rulesOf(A, { audiance: 'api' }),
      rulesOf(A, { cache: true }),
    ]) {
      rejects(() => verifier(answer).verify(token(A), at), 'ERR_CALLBACK_FAILED');
    }
    const issuers = () => rules;
    rejects(() => lib.createVerifier({ issuers, audience: 'api' }), 'ERR_API_MISUSE');
  });

  test('padding is for the rules of the issuer to allow', () => {
    const pad = (text) => text + '='.repeat((4 - (text.length % 4)) % 4);
    const padded = (iss) => {
      const [header, payload] = token(iss, { padded: true }).split('.');
      return signSegments(secret, pad(header), pad(payload));
    };
    assert.ok(padded(A).includes('='));
    const known = { [A]: rulesOf(A, { acceptPadding: true }), [B]: rulesOf(B) };
    const verifier = lib.createVerifier({ issuers: (issuer) => known[issuer] });
    verifier.verify(padded(A), at);
    rejects(() => verifier.verify(padded(B), at), 'ERR_JWS_INVALID');
  });

  test('RFC 6750 §3.1: a token without the scopes of its issuer gets 403', async () => {
    const known = {
      [A]: rulesOf(A, { requiredScopes: ['read'] }),
      [B]: rulesOf(B, { requiredRoles: 'admin' }),
    };
    for (const issuers of [Object.values(known), async (issuer) => known[issuer]]) {
      const verifier = lib.createVerifier({ issuers });
      const answer = async (one) => {
        const headers = new Headers({ authorization: `Bearer ${one}` });
        const { response } = await verifier.verifyRequest({ headers }, {}, at);
        return [response.status, response.headers.get('www-authenticate')];
      };
      const challenge = 'Bearer error="insufficient_scope", scope="read"';
      assert.deepEqual(await answer(token(A, { roles: 'admin' })), [403, challenge]);
      const short = 'Bearer error="insufficient_scope"';
      assert.deepEqual(await answer(token(B, { scope: 'read' })), [403, short]);
      assert.deepEqual(await answer(token('x')), [401, 'Bearer error="invalid_token"']);
    }
  });

  test('clearCache reaches the rules that a function found', () => {
    const { jwk, tokens } = algorithm('ES512');
    const one = tokens[0].token;
    const rules = { keys: lib.importKey(jwk), issuer: claims.iss };
    for (const issuers of [() => rules, [rules]]) {
      const verifier = lib.createVerifier({ issuers, cache: true });
      const verify = () => verifier.verify(one);
      const anew = costOf(verify, () => verifier.clearCache());
      const again = costOf(verify);
      assert.ok(isMuchLess(again, anew), `${again} of ${anew} ms`);
    }
  });
}
