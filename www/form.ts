/** What the form asks for, in the terms of the package. */
import { importJwkSet, importKey, JoseError } from 'edge-jwt';
import type { Algorithm, JwkSet, VerifyingKey, VerifyOptions } from 'edge-jwt';

import { create, element, field } from './dom.js';

const ALGORITHMS: readonly Algorithm[] = [
  ...(['HS256', 'HS384', 'HS512'] as const),
  ...(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const),
];

/** A key, or why there is none; neither while the field is empty. */
export interface ImportedKey {
  readonly key?: VerifyingKey | JwkSet;
  readonly fault?: JoseError;
}

export function offerAlgorithms(): void {
  const options = ALGORITHMS.map((name) => create('option', '', name));
  element('algorithm').append(...options);
}

export function keyFromForm(): ImportedKey {
  const text = field('key').value;
  if (text.trim() === '') return {};
  try {
    return { key: importByKind(text) };
  } catch (thrown) {
    if (thrown instanceof JoseError) return { fault: thrown };
    throw thrown;
  }
}

function importByKind(text: string): VerifyingKey | JwkSet {
  const kind = field('key-kind').value;
  const algorithm = ALGORITHMS.find((name) => name === field('algorithm').value);
  const algorithms = algorithm === undefined ? {} : { algorithms: [algorithm] };
  switch (kind) {
    case 'jwk':
      return importKey(text, undefined, algorithms);
    case 'jwks':
      return importJwkSet(text, algorithms);
  }
  if (algorithm === undefined) {
    throw new JoseError('ERR_API_MISUSE', 'choose the algorithm that this key is for');
  }
  switch (kind) {
    case 'utf8':
      return importKey(text, algorithm, { encoding: 'utf8' });
    case 'base64':
    case 'base64url':
    case 'hex':
      return importKey(text.trim(), algorithm, { encoding: kind });
    default:
      return importKey(text.trim(), algorithm);
  }
}

export function expectations(): VerifyOptions {
  const [issuer, audience, date] = ['issuer', 'audience', 'date'].map((id) =>
    field(id).value.trim(),
  );
  return {
    ...(issuer ? { issuer } : {}),
    ...(audience ? { audience } : {}),
    ...(date ? { currentDate: new Date(date) } : {}),
  };
}
