/** What providers say about their claims: loaded when a token of one is there. */
import type { Issuer } from '../../model/claims/issuer.js';
import type { Strings } from '../../strings/en.js';

export interface Explained {
  readonly meaning: string;
  /** Whose words these are, and where. */
  readonly source: string;
  readonly reference: string;
}

/** Undefined where the issuer has no words for the claim. */
export type ProviderWords = (name: string, issuer: Issuer) => Explained | undefined;

export async function loadProviderWords(strings: Strings): Promise<ProviderWords> {
  const [words, { CLAIMS_OF }] = await Promise.all([
    strings.loadProviderClaims(),
    import('../../model/claims/providers.js'),
  ]);
  return (name, issuer) => {
    const { title, reference } = CLAIMS_OF[issuer];
    const meaning = Object.hasOwn(words[issuer], name) ? words[issuer][name] : undefined;
    return meaning === undefined ? undefined : { meaning, source: title, reference };
  };
}
