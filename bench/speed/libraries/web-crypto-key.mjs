// Keys of Web Crypto, for the libraries that take them, and for Web Crypto itself.

const HASH = 'SHA-256';
const ALGORITHMS = {
  HS256: { name: 'HMAC', hash: HASH },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: HASH },
  PS256: { name: 'RSA-PSS', hash: HASH, saltLength: 32 },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: HASH },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  EdDSA: { name: 'Ed25519' },
};

/** The parameters of the algorithm, both for the import and for `verify`. */
export const parametersOf = ({ alg }) => ALGORITHMS[alg];

export function importWebCryptoKey({ alg, jwk }) {
  // Runtimes do not agree on what the `alg` of an Ed25519 key is called.
  const { alg: _, ...material } = jwk;
  return crypto.subtle.importKey('jwk', material, ALGORITHMS[alg], false, ['verify']);
}
