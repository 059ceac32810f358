// Tokens of providers, and the way to their keys.

import { sign } from 'node:crypto';

/** A token by node:crypto, padded as those of AWS load balancers are where that is asked for. */
export function tokenOf(header, claims, privateKey, { isPadded = false } = {}) {
  const encode = (bytes) => {
    const text = Buffer.from(bytes).toString('base64url');
    return isPadded ? text.padEnd(Math.ceil(text.length / 4) * 4, '=') : text;
  };
  const parts = [header, claims].map((part) => encode(JSON.stringify(part)));
  const signingInput = Buffer.from(parts.join('.'));
  const hash = `sha${/\d{3}$/.exec(header.alg)?.[0] ?? '256'}`;
  const signature = sign(hash, signingInput, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return [...parts, encode(signature)].join('.');
}

/** A `fetch` for which every host is a folder of the server here. */
export const keysHere = (issuer) => (url, init) => {
  const { host, pathname } = new URL(url);
  return globalThis.fetch(`${issuer.origin}/${host}${pathname}`, init);
};
