/** What providers say about their claims: loaded when a token of one is there. */
import type { Issuer } from '../../model/claims/issuer.js';
import type { Strings } from '../../strings/en.js';
import { LANGUAGES } from '../../strings/languages.js';

export interface Explained {
  readonly meaning: string;
  /** Whose words these are, and where. */
  readonly source: string;
  readonly reference: string;
}

/** Undefined where the issuer has no words for the claim. */
export type ProviderWords = (name: string, issuer: Issuer) => Explained | undefined;

export async function loadProviderWords(strings: Strings): Promise<ProviderWords> {
  const language = LANGUAGES.find((one) => one.language === strings.language);
  const [words, { CLAIMS_OF }] = await Promise.all([
    language?.loadProviderClaims(),
    import('../../model/claims/providers.js'),
  ]);
  return (name, issuer) => {
    const { title, reference } = CLAIMS_OF[issuer];
    const own = words?.[issuer] ?? {};
    const meaning = Object.hasOwn(own, name) ? own[name] : undefined;
    return meaning === undefined ? undefined : { meaning, source: title, reference };
  };
}
