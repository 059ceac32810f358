// What every consumer verifies: a token of each kind of key, and the same token with another subject
// under the old signature.

import { readSamples } from '../../scripts/lib/samples.mjs';

const ALGORITHMS = ['HS256', 'RS256', 'ES256'];

/** The samples, as the consumers' `src/samples.js` exports them. */
export function samplesOf() {
  const samples = readSamples();
  return ALGORITHMS.map((wanted) => {
    const { key, options, token } = samples.find(
      ({ algorithm, key_form: form }) => algorithm === wanted && form !== 'PEM',
    );
    return { algorithm: wanted, key, options, token, changed: withOtherSubject(token) };
  });
}

function withOtherSubject(token) {
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url'));
  const changed = JSON.stringify({ ...claims, sub: 'somebody-else' });
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
}

/** What a consumer must answer. */
export const EXPECTED = ALGORITHMS.map((algorithm) => ({
  algorithm,
  sub: 'sample-subject',
  refusal: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
}));
