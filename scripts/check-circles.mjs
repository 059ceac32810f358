// Looks for circles: among the modules that share a parent in Rust, and among files in TypeScript.
// With --self-test it checks itself on small inline sources instead.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circlesOf } from './lib/circles.mjs';
import { Fault, flags, main } from './lib/fault.mjs';
import { filesBelow, inProject, root } from './lib/project.mjs';
import { rustUses, siblingUses } from './lib/rust-uses.mjs';
import { typeScriptUses } from './lib/typescript-uses.mjs';

/** The folders of the crates. `lib.rs` re-exports everything, and so it is left out. */
const CRATES = ['', 'arithmetic'];
const TYPESCRIPT = ['pkg/src', 'www'];

/** The circles of one crate, each as a sentence. `files` are pairs of path and source. */
function circlesOfRust(files) {
  const uses = rustUses(files);
  uses.delete('src/lib.rs');
  return [...siblingUses(uses)].flatMap(([parent, level]) =>
    circlesOf(level).map((names) => `in ${parent || 'the crate'}: ${names.join(', ')}`),
  );
}

const circlesOfTypeScript = (files) =>
  circlesOf(typeScriptUses(files)).map((names) => names.join(', '));

function checkProject() {
  const filesOf = (folder, ending, within = root) =>
    filesBelow(folder, ending, within).map((path) => [
      path,
      readFileSync(join(within, path), 'utf8'),
    ]);
  const rust = CRATES.flatMap((crate) => circlesOfRust(filesOf('src', '.rs', inProject(crate))));
  const typeScript = TYPESCRIPT.flatMap((folder) => circlesOfTypeScript(filesOf(folder, '.ts')));
  const circles = [...rust, ...typeScript];
  for (const circle of circles) console.error(`These use each other ${circle}`);
  if (circles.length > 0) throw new Fault(`Circles: ${circles.length}.`);
  console.log('No files use each other in a circle.');
}

/** Each case: how many circles must be found, and paths with their sources. */
const SELF_TEST = [
  [0, { 'src/a.rs': 'use crate::b::B;', 'src/b.rs': '' }],
  [1, { 'src/a.rs': 'use crate::b::B;', 'src/b.rs': 'fn f() { crate::a::f() }' }],
  [1, { 'src/a.rs': 'use super::b::{self, B};', 'src/b.rs': 'use super::{a::{A as C}, c};' }],
  [1, { 'src/a.rs': 'use crate::b;', 'src/b.rs': 'use crate::c;', 'src/c.rs': 'use crate::a;' }],
  // Comments, strings, tests and visibilities are no uses.
  [0, { 'src/a.rs': 'use crate::b::B;', 'src/b.rs': '// crate::a\nconst A: &str = "crate::a";' }],
  [0, { 'src/a.rs': 'use crate::b;', 'src/b.rs': '#[cfg(test)]\nmod tests { use crate::a::A; }' }],
  [0, { 'src/a/b.rs': 'use super::c::C;', 'src/a/c.rs': 'pub(in crate::a::b) struct C;' }],
  // What a parent defines, its children may use; what it re-exports is its child's.
  [0, { 'src/a.rs': 'mod b; use b::B; struct A;', 'src/a/b.rs': 'use super::A;' }],
  [
    1,
    {
      'src/a.rs': 'mod b; mod c; use b::B; pub use c::C;',
      'src/a/b.rs': 'use super::C;',
      'src/a/c.rs': 'use crate::a::B;',
    },
  ],
  // Deeper down, it is the modules next to each other that make the circle.
  [
    1,
    {
      'src/a.rs': 'pub mod b; pub mod c;',
      'src/a/b.rs': 'pub mod x;',
      'src/a/b/x.rs': 'use crate::a::c;',
      'src/a/c.rs': 'pub mod y;',
      'src/a/c/y.rs': 'use super::super::b::x::X;',
    },
  ],
  [0, { 'a.ts': "import { b } from './b.js';", 'b.ts': '' }],
  [1, { 'a.ts': "import { b } from './b.js';", 'b.ts': "import type { A } from './a.js';" }],
  [1, { 'a/a.ts': "export * from '../b/b.js';", 'b/b.ts': "type A = import('../a/a.js').A;" }],
  [0, { 'a.ts': "import { b } from './b.js';", 'b.ts': "// from './a.js'\nimport 'a.js';" }],
];

function checkSelf() {
  for (const [expected, sources] of SELF_TEST) {
    const files = Object.entries(sources);
    const isRust = files[0][0].endsWith('.rs');
    const circles = isRust ? circlesOfRust(files) : circlesOfTypeScript(files);
    if (circles.length === expected) continue;
    const found = circles.join('; ') || 'none';
    throw new Fault(
      `Self-test: ${JSON.stringify(sources)}: expected ${expected} circles, found ${found}.`,
    );
  }
  console.log(`The check finds what it should in ${SELF_TEST.length} cases.`);
}

await main(async () => {
  const given = flags(['--self-test']);
  if (given.has('--self-test')) checkSelf();
  else checkProject();
});
