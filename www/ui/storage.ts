/** The two choices of a person that are kept, language and colours. Nothing that is typed is stored. */

type Choice = 'language' | 'theme';

const keyOf = (choice: Choice) => `edge-jwt ${choice}`;

/** Browsers may have no storage for a page, as for files, or forbid it. */
export function storedChoice(choice: Choice): string | undefined {
  try {
    return localStorage.getItem(keyOf(choice)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function storeChoice(choice: Choice, value: string): void {
  try {
    localStorage.setItem(keyOf(choice), value);
  } catch {
    // Then it holds for this visit.
  }
}
