/** What JSON of an attacker can put on a prototype: one value of each kind, and an address. */
export const VALUES = [
  true,
  false,
  0,
  9e15,
  'evil',
  [],
  { jkt: 'evil', required: false },
  'https://evil.example/',
];
