/**
 * Key sets from elsewhere: the one place of the page that reaches the network, and only when it is called,
 * which a click does on a button that names the host.
 */
import { createRemoteJwkSet } from 'edge-jwt';
import type { JwsHeader, RemoteJwkSet } from 'edge-jwt';

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

/** The key set as JSON text, laid out, with the host it is from. */
export async function fetchKeys({ kind, url }: KeyPlace): Promise<string> {
  const remote = remoteSet(kind, url);
  await remote.refresh();
  return JSON.stringify(remote.export()?.jwks ?? { keys: [] }, null, 2);
}

/** Loopback is for whoever runs the provider on this machine; a page of others cannot reach it over http. */
function remoteSet(kind: KeyPlace['kind'], url: string): RemoteJwkSet {
  return createRemoteJwkSet(kind === 'issuer' ? { issuer: url } : url, {
    allowInsecureLoopback: true,
  });
}

/** Addresses that the token names: shown, and offered for a click, never fetched by themselves. */
export function placesInToken(
  header: JwsHeader | undefined,
  issuer: unknown,
): { readonly from: 'jku' | 'iss'; readonly place: KeyPlace }[] {
  const jku = typeof header?.jku === 'string' ? keyPlace('jwks', header.jku) : undefined;
  const iss = typeof issuer === 'string' ? keyPlace('issuer', issuer) : undefined;
  return [
    ...(iss === undefined ? [] : [{ from: 'iss' as const, place: iss }]),
    ...(jku === undefined ? [] : [{ from: 'jku' as const, place: jku }]),
  ];
}
