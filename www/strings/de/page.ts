/** Die Seite als Ganzes. */
import type { Strings } from '../en.js';

export const page: Strings['page'] = {
  title: 'edge-jwt-Debugger: in ein JSON Web Token schauen',
  skip: 'Zum Token springen',
  privacy: 'Alles geschieht in dieser Seite. Kein Token und kein Schlüssel verlässt sie.',
  encoded: 'Kodiert',
  decoded: 'Dekodiert',
  expected: 'Erwartet',
  language: 'Sprache',
  theme: 'Farben',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  more: 'Einstellungen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  clear: 'Leeren',
  close: 'Schließen',
  pasteNow: 'Aus der Zwischenablage einfügen',
  write: 'Ein Token schreiben',
  moduleFailed:
    'Das WebAssembly-Modul ist nicht gestartet. Ohne das Modul kann diese Seite nichts prüfen.',
};
