/** What code is written for: the key's kind, never the key itself, and the options in force. */
import type { Algorithm } from 'edge-jwt';

import type { MoreOptions } from '../policy.js';

/** A secret has its encoding; keys that are fetched have their address. */
export type CodeKey =
  | { readonly kind: 'secret'; readonly algorithm: Algorithm; readonly encoding: string }
  | { readonly kind: 'pem' | 'jwk'; readonly algorithm: Algorithm }
  | { readonly kind: 'jwks'; readonly algorithms: readonly Algorithm[] }
  | { readonly kind: 'issuer' | 'url'; readonly url: string };

export interface CodeRequest {
  readonly key: CodeKey;
  readonly options: MoreOptions;
  /** A preset that makes the options and the keys; what the fields add is in `added`. */
  readonly preset?: {
    readonly id: string;
    readonly arguments: Readonly<Record<string, unknown>>;
    readonly added: MoreOptions;
    /** As a provider has it. */
    readonly header?: string;
  };
}
