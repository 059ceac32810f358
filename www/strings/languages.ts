/** The languages of the page, and what the package says in them. */
import type { Issuer } from '../model/claims/issuer.js';
import { en } from './en.js';
import type { Strings } from './en.js';
import type { MessageId } from './message-id.js';

interface Language {
  readonly language: string;
  /** In itself. */
  readonly name: string;
  /** All but English comes when it is asked for. */
  load(): Promise<Strings>;
  /** What the claims of providers mean: for tokens of one. */
  loadProviderClaims(): Promise<ProviderClaims>;
}

export type ProviderClaims = Readonly<Record<Issuer, Readonly<Record<string, string>>>>;

export const LANGUAGES: readonly Language[] = [
  {
    language: 'en',
    name: 'English',
    load: async () => en,
    loadProviderClaims: async () => (await import('./en/provider-claims.js')).providerClaims,
  },
  {
    language: 'de',
    name: 'Deutsch',
    load: async () => (await import('./de.js')).de,
    loadProviderClaims: async () => (await import('./de/provider-claims.js')).providerClaims,
  },
];

/** The language that a person chose, else the first that the browser asks for, else English. */
export async function chooseLanguage(wanted: readonly string[]): Promise<Strings> {
  for (const tag of wanted) {
    const found = LANGUAGES.find(({ language }) => tag.toLowerCase().split('-')[0] === language);
    // English too where the other one cannot be had.
    if (found !== undefined) return found.load().catch(() => en);
  }
  return en;
}

/** How the reader writes dates in this language: by the region that the browser names, if it names one. */
export function localeOf({ language }: Strings, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}

/** A message of the package: the translation by its id or code, else its own words. */
export function translated(strings: Strings, id: MessageId | undefined, message = ''): string {
  const own = id === undefined ? undefined : strings.messages[id];
  return sentence(own ?? message.replace(STRICT, ''));
}

/** What is said beside the name of the part, or in its pane. */
const STRICT = /^the token's (?:header|payload) must be strict JSON, but has /;

/** Messages begin in lower case and have no full stop, so that programs can put them into sentences. Names and
 * addresses stay. */
const WORD = /^(?!(?:exp|nbf|iat|alg|kid)\b)\p{Ll}+(?:[ ,]|:(?!\/\/))/u;

function sentence(text: string): string {
  if (text === '') return '';
  const first = WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
