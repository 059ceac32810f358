// Holds the three lists of error codes together: the Rust enum, the TypeScript union and the table
// of README.md. With --self-test it checks itself on small inline sources instead.

import { readFileSync } from 'node:fs';
import { Fault, flags, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { codesInMarkdown, codesInRust, codesInTypeScript } from './lib/error-codes.mjs';

const RUST = 'src/error/code.rs';
const TYPESCRIPT = 'pkg/src/errors.ts';
const README = 'README.md';

/** What only the package can meet: it calls functions of the caller's, has a network, and can lack the core. */
const PACKAGE_ONLY = [
  'ERR_CALLBACK_FAILED',
  'ERR_CRYPTO_UNAVAILABLE',
  'ERR_JWKS_FETCH_FAILED',
  'ERR_JWKS_TIMEOUT',
  'ERR_JWT_REPLAYED',
  'ERR_JWT_REVOKED',
  'ERR_WASM_UNAVAILABLE',
];

/** What separates the three lists, as sentences. */
function differences({ rust, typeScript, readme }) {
  const known = new Set([...rust, ...PACKAGE_ONLY]);
  return [
    ...empty(RUST, rust),
    ...empty(TYPESCRIPT, typeScript),
    ...empty(README, readme),
    ...PACKAGE_ONLY.filter((code) => rust.includes(code)).map(
      (code) => `${RUST} has ${code}, which is the package's own`,
    ),
    ...compare(TYPESCRIPT, typeScript, known),
    ...compare(README, readme, known),
    ...[
      [RUST, rust],
      [TYPESCRIPT, typeScript],
      [README, readme],
    ].flatMap(([path, codes]) => repeated(path, codes)),
  ];
}

const empty = (path, codes) => (codes.length === 0 ? [`${path} has no error code at all`] : []);

function compare(path, codes, known) {
  const missing = [...known].filter((code) => !codes.includes(code));
  const unknown = codes.filter((code) => !known.has(code));
  return [
    ...missing.map((code) => `${path} lacks ${code}`),
    ...unknown.map((code) => `${path} has ${code}, which ${RUST} does not know`),
  ];
}

function repeated(path, codes) {
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  return twice.map((code) => `${path} lists ${code} twice`);
}

function checkProject() {
  const read = (path) => {
    try {
      return readFileSync(inProject(path), 'utf8');
    } catch {
      throw new Fault(`${path} was not found, which lists the error codes.`);
    }
  };
  const rust = codesInRust(read(RUST));
  const found = differences({
    rust,
    typeScript: codesInTypeScript(read(TYPESCRIPT)),
    readme: codesInMarkdown(read(README)),
  });
  for (const difference of found) console.error(difference);
  if (found.length > 0) throw new Fault(`Differences between the error codes: ${found.length}.`);
  console.log(`${rust.length + PACKAGE_ONLY.length} error codes, the same in all three places.`);
}

const ROWS = PACKAGE_ONLY.map((code) => `| \`${code}\` |`).join('\n');
const MEMBERS = PACKAGE_ONLY.map((code) => `  | '${code}'`).join('\n');

const CASES = [
  { name: 'the same', expected: 0 },
  { name: 'missing in Rust', rust: 'match self { Self::A => "ERR_A" }', expected: 2 },
  {
    name: 'missing in TypeScript',
    typeScript: `type JoseErrorCode = 'ERR_A' ${MEMBERS};`,
    expected: 1,
  },
  { name: 'missing in the table', readme: `| \`ERR_A\` | a |\n${ROWS}`, expected: 1 },
  {
    name: 'only in prose',
    readme: PACKAGE_ONLY.join('\n') + '\n| `ERR_A` |\n| `ERR_B` |',
    expected: PACKAGE_ONLY.length,
  },
  {
    name: 'twice in the table',
    readme: `| \`ERR_A\` |\n| \`ERR_A\` |\n| \`ERR_B\` |\n${ROWS}`,
    expected: 1,
  },
  { name: 'only in a comment', rust: '// "ERR_B"\nmatch self { Self::A => "ERR_A" }', expected: 2 },
  { name: 'an empty table', readme: '', expected: 3 + PACKAGE_ONLY.length },
];

function checkSelf() {
  const good = {
    rust: 'match self { Self::A => "ERR_A", Self::B => "ERR_B" }',
    typeScript:
      `/** \`ERR_C\` */\nexport type JoseErrorCode =\n  | 'ERR_A'\n  | 'ERR_B'\n${MEMBERS};\n` +
      "throw new JoseError('ERR_C');",
    readme: `| \`ERR_A\` | a |\n| \`ERR_B\` | see \`ERR_A\` |\n${ROWS}`,
  };
  for (const { name, expected, ...changed } of CASES) {
    const { rust, typeScript, readme } = { ...good, ...changed };
    const found = differences({
      rust: codesInRust(rust),
      typeScript: codesInTypeScript(typeScript),
      readme: codesInMarkdown(readme),
    });
    if (found.length !== expected) {
      throw new Fault(`Self-test "${name}": expected ${expected}, found ${found.join('; ')}.`);
    }
  }
  console.log(`The check finds what it should in ${CASES.length} cases.`);
}

await main(async () => {
  const given = flags(['--self-test']);
  if (given.has('--self-test')) checkSelf();
  else checkProject();
});
