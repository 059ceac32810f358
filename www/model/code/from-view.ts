/** What code is to be written for, out of what the page shows. */
import { JwkSet } from 'edge-jwt';

import type { KeyInput, ReadKey } from '../key.js';
import { policyOptions } from '../policy.js';
import type { MoreOptions } from '../policy.js';
import { PROVIDERS } from '../providers.js';
import type { ReadPreset } from '../providers.js';
import type { View } from '../state.js';
import type { CodeKey, CodeRequest } from './request.js';

/** Undefined while there is neither a key nor a provider, from which keys would come. */
export function codeRequest({ key, state, preset, options }: View): CodeRequest | undefined {
  const codeKey = codeKeyOf(key, state.key);
  if (preset.arguments !== undefined && state.preset.id !== '') {
    const { id } = state.preset;
    const header = PROVIDERS.find((provider) => provider.id === id)?.header;
    const added = ownDefault(policyOptions(state.policy));
    return {
      key: codeKey ?? providerKey(preset, options),
      options: ownDefault(options),
      preset: { id, arguments: preset.arguments, added, ...(header !== undefined && { header }) },
    };
  }
  return codeKey === undefined ? undefined : { key: codeKey, options: ownDefault(options) };
}

/** The page asks for no claim where nobody does; an API had better keep to what the package asks for. */
function ownDefault({ requiredClaims = [], ...options }: MoreOptions): MoreOptions {
  return requiredClaims.length === 0 ? options : { ...options, requiredClaims };
}

/** A provider that has no set of keys has PEM texts, one at an address. */
function providerKey({ keysUrl }: ReadPreset, { algorithms = [] }: MoreOptions): CodeKey {
  if (keysUrl !== undefined) return { kind: 'url', url: keysUrl };
  return { kind: 'pem', algorithm: algorithms[0] ?? 'ES256' };
}

function codeKeyOf({ key, inspection }: ReadKey, { encoding }: KeyInput): CodeKey | undefined {
  if (key === undefined || inspection === undefined) return undefined;
  if (key instanceof JwkSet) {
    return { kind: 'jwks', algorithms: [...new Set(key.keys.map(({ algorithm }) => algorithm))] };
  }
  const { algorithm } = key;
  if (inspection.kind === 'secret') return { kind: 'secret', algorithm, encoding };
  return { kind: inspection.kind === 'jwk' ? 'jwk' : 'pem', algorithm };
}
