/** Light or dark: the system's, unless a person chose. */
import { storeChoice, storedChoice } from '../storage.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function chosenTheme(): Theme {
  return THEMES.find((name) => name === storedChoice('theme')) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  storeChoice('theme', theme);
  applyTheme(theme);
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
