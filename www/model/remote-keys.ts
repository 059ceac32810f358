/**
 * Key sets from elsewhere: the one place of the page that reaches the network, and only when it is called,
 * which a click does on a button that names the host.
 */
import { createRemoteJwkSet } from 'edge-jwt';
import type { JoseError, JwsHeader, RemoteJwkSet } from 'edge-jwt';

import type { Debugger } from './debugger.js';
import { faultOf, NO_KEY } from './key.js';
import { guessProvider } from './provider-guess.js';
import { PROVIDERS, readPreset } from './providers.js';
import type { PresetInput } from './providers.js';
import type { View } from './state.js';

export interface KeyPlace {
  readonly kind: 'issuer' | 'jwks';
  readonly url: string;
  readonly host: string;
}

/** Where a text says keys are; undefined when it is no address that the package would fetch. */
export function keyPlace(kind: KeyPlace['kind'], text: string): KeyPlace | undefined {
  const url = text.trim();
  try {
    remoteSet(kind, url);
    return { kind, url, host: new URL(url).host };
  } catch {
    return undefined;
  }
}

export interface TypedPlace {
  readonly place: KeyPlace;
  /** It was typed without the scheme. */
  readonly isSchemeAdded: boolean;
}

const METADATA = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)\/?$/;
const KEYS = /(?:\/(?:jwks|keys|certs|publicKeys)|\.json|jwk[\w/.@-]*)\/?$/i;

/** What a person typed: a host without `https://`, the address of metadata. Which kind it is follows from its end. */
export function typedPlace(text: string, kind = guessedKind(text)): TypedPlace | undefined {
  const typed = text.trim();
  if (typed.length > 2048) return undefined;
  const isSchemeAdded = typed !== '' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  // A word alone is no host yet.
  if (isSchemeAdded && !/^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?]\S*)?$/.test(typed))
    return undefined;
  const url = isSchemeAdded ? `https://${typed}` : typed;
  const place = keyPlace(kind, kind === 'issuer' ? url.replace(METADATA, '') : url);
  return place && { place, isSchemeAdded };
}

/** The address of a key set, or else of an issuer. */
export function guessedKind(text: string): KeyPlace['kind'] {
  const path = text.trim().slice(0, 2048).split(/[?#]/)[0] ?? '';
  return !METADATA.test(path) && KEYS.test(path) ? 'jwks' : 'issuer';
}

/** What a person can open, where the page itself may not read it: of an issuer its metadata. */
export const openableUrl = ({ kind, url }: KeyPlace): string =>
  kind === 'jwks' ? url : `${url.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** The key set as JSON text, laid out, with the host it is from. */
export async function fetchKeys({ kind, url }: KeyPlace): Promise<string> {
  const remote = remoteSet(kind, url);
  await remote.refresh();
  return JSON.stringify(remote.export()?.jwks ?? { keys: [] }, null, 2);
}

export type FetchResult =
  | { readonly kind: 'fetched'; readonly host: string; readonly count: number }
  | { readonly kind: 'failed'; readonly fault: JoseError; readonly openable: string }
  /** Another key came into the pane in the meantime, and stays. */
  | { readonly kind: 'overtaken' };

/** Fetches the keys of a place into the key pane. Called by a click that named the host, and by nothing else. */
export async function fetchInto(page: Debugger, place: KeyPlace): Promise<FetchResult> {
  const { text: before } = page.state.key;
  try {
    const text = await fetchKeys(place);
    if (page.state.key.text !== before) return { kind: 'overtaken' };
    page.editKey({ ...NO_KEY, text });
    const { keys } = JSON.parse(text) as { keys: unknown[] };
    return { kind: 'fetched', host: place.host, count: keys.length };
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error), openable: openableUrl(place) };
  }
}

/** Loopback is for whoever runs the provider on this machine; a page of others cannot reach it over http. */
function remoteSet(kind: KeyPlace['kind'], url: string): RemoteJwkSet {
  return createRemoteJwkSet(kind === 'issuer' ? { issuer: url } : url, {
    allowInsecureLoopback: true,
  });
}

export interface KeysOffer {
  readonly place: KeyPlace;
  /** Whose word the address is: the rules' that were chosen or recognised, the issuer's, or the sender's. */
  readonly from: 'provider' | 'iss' | 'jku';
}

/** Addresses that the token names: shown, and offered for a click, never fetched by themselves. */
export function placesInToken(
  header: JwsHeader | undefined,
  issuer: unknown,
): readonly KeysOffer[] {
  const jku = typeof header?.jku === 'string' ? keyPlace('jwks', header.jku) : undefined;
  const iss = typeof issuer === 'string' ? keyPlace('issuer', issuer) : undefined;
  return [
    ...(iss === undefined ? [] : [{ from: 'iss' as const, place: iss }]),
    ...(jku === undefined ? [] : [{ from: 'jku' as const, place: jku }]),
  ];
}

/** Where the keys of the token may be, the best word for it first. */
export function keysOffers({ inspection, preset, state }: View): readonly KeysOffer[] {
  const guess = state.preset.id === '' ? guessProvider(inspection) : undefined;
  const url = preset.keysUrl ?? keysUrlOf(guess ?? state.preset);
  const place = url === undefined ? undefined : keyPlace('jwks', url);
  const provider = place === undefined ? [] : [{ from: 'provider' as const, place }];
  const named = placesInToken(inspection.protectedHeader, inspection.payload?.iss);
  // What the issuer's metadata would lead to.
  const isTold = ({ from, place: { host } }: KeysOffer) => from === 'iss' && host === place?.host;
  return [...provider, ...named.filter((offer) => !isTold(offer))];
}

/** The key is none of the issuer's, or an old one. */
const OTHER_KEY: readonly string[] = [
  'public-key-token-secret',
  'other-key-type',
  'kid-not-in-set',
  'kid-skipped',
  'empty-key-set',
  'no-key-for-algorithm',
  'kid-other-algorithm',
];

function needsOtherKey({ lights: { signature } }: View): boolean {
  return (
    signature.kind === 'failed' && signature.check.hints.some(({ id }) => OTHER_KEY.includes(id))
  );
}

/** The one best offer while there is no key, or the wrong one, and the token is signed with one that others have. */
export function keysOffer(view: View): KeysOffer | undefined {
  const { alg } = view.inspection.protectedHeader ?? {};
  const isForPublicKey = typeof alg === 'string' && /^(?:RS|PS|ES|Ed)/.test(alg);
  const isEncrypted = view.verdict.kind === 'encrypted';
  const isWanted = view.lights.signature.kind === 'noKey' || needsOtherKey(view);
  if (!isWanted || !isForPublicKey || isEncrypted) return undefined;
  return keysOffers(view)[0];
}

/** Which keys a provider has does not hang on the fields that are still empty, where it can be told at all. */
function keysUrlOf({ id, values }: PresetInput): string | undefined {
  const fields = PROVIDERS.find((provider) => provider.id === id)?.fields ?? [];
  const needed = new Set(['audience', 'clientId', 'authorizedParties']);
  const filled = fields
    .filter(({ name, isOptional }) => needed.has(name) && !isOptional && !values[name]?.trim())
    .map(({ name, example }) => [name, example]);
  return readPreset({ id, values: { ...values, ...Object.fromEntries(filled) } }).keysUrl;
}
