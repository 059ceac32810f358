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
  copy: 'Copy',
  copied: 'Copied',
  clear: 'Clear',
  close: 'Close',
  moduleFailed: 'The WebAssembly module could not be started, and without it nothing is verified.',
};
