/** The page as a whole. */

export const page = {
  title: 'edge-jwt debugger: look into a JSON Web Token',
  skip: 'Skip to the token',
  privacy: 'Everything happens in this page. No token and no key leaves it.',
  encoded: 'Encoded',
  decoded: 'Decoded',
  expected: 'Expected',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  more: 'Settings',
  undo: 'Undo',
  redo: 'Redo',
  copy: 'Copy',
  copied: 'Copied',
  clear: 'Clear',
  close: 'Close',
  pasteNow: 'Paste from the clipboard',
  write: 'Write a token',
  moduleFailed:
    'The WebAssembly module did not start. Without it, this page cannot verify anything.',
};
