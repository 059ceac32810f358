// Holds the sources to the floors: a file may use only lower floors, and some names only in one
// place. With --self-test it checks itself on small inline sources instead.

import { readFileSync } from 'node:fs';
import { Fault, flags, main } from './lib/fault.mjs';
import { filesBelow, inProject } from './lib/project.mjs';
import { codeOf, lineAt, stringsOf } from './lib/rust-source.mjs';

/** Top-level modules of the crate by floor. `lib.rs` stands outside: it re-exports every floor. */
const FLOORS = {
  advice: 0,
  error: 0,
  named: 0,
  base64url: 0,
  json: 0,
  numeric_date: 0,
  text: 0,
  jwa: 1,
  jwk: 2,
  key: 3,
  jws: 4,
  jwt: 5,
  wasm: 6,
  // Reads the tables of all floors, in tests.
  contract: 7,
};

/** Through this module the others of its floor meet. */
const MEETING_PLACE = 'error';

const crates = (...names) =>
  new RegExp(String.raw`(?<![\w:])(?:${names.join('|')})\s*(?:::|;|\bas\b)`, 'gu');

/** Names that belong to some modules, or files, only. */
const OWNED_NAMES = [
  {
    names: /\b(?:JsValue|js_sys|web_sys|wasm_bindgen)\b/gu,
    owners: ['wasm', 'json/double'],
    what: 'JavaScript',
  },
  {
    names: crates(
      'sha2',
      'hmac',
      'subtle',
      'rsa',
      'p256',
      'p384',
      'p521',
      'curve25519_dalek',
      'ed25519_dalek',
      'signature',
      'ecdsa',
      'edge_jwt_arithmetic',
    ),
    owners: ['key'],
    what: 'a crypto crate',
  },
  { names: crates('serde_json'), owners: ['json'], what: 'JSON parsing' },
  {
    names:
      /\b(?:SystemTime|Instant|getrandom)\b|\bstd\s*::\s*time\b|(?<![\w:])rand(?:_core)?\s*::/gu,
    owners: ['wasm'],
    what: 'a clock or randomness',
  },
];

/** Where the names of options in JavaScript are defined, and the modules that may say them. */
const OPTIONS = 'src/wasm/options';
const OPTION_NAME = /"([a-z]+[A-Z]\w*)"/gu;
const OPTION_NAMES_OF = ['wasm', 'contract'];

/** The TypeScript files that may import what wasm-bindgen generated. */
const DOORS = /^pkg\/src\/(?:core\/(?:wasm\.ts$|glue\.d\.ts$)|entry\/)/u;
const GLUE_IMPORT =
  /\b(?:from|import)\s*\(?\s*(['"])[^'"\n]*(?:edge_jwt(?:_bg)?\.(?:js|wasm)|\/glue\.js)[^'"\n]*\1/gu;

/** What is wrong in one Rust file, as sentences. `path` starts with `src/`. */
function faultsOfRust(path, source, optionNames) {
  if (path === 'src/lib.rs') return [];
  const steps = path
    .replace(/^src\//u, '')
    .replace(/\.rs$/u, '')
    .split('/');
  const module = steps[0];
  if (!(module in FLOORS)) return [`${path}: the module ${module} has no floor`];

  const code = codeOf(source);
  const faults = [];
  const report = (index, sentence) => faults.push(`${path}:${lineAt(source, index)}: ${sentence}`);

  for (const { index, name } of rootNames(code, steps.length)) {
    if (name === module || mayUse(module, name)) continue;
    const why = name in FLOORS ? 'is not on a lower floor' : 'is no module with a floor';
    report(index, `${module} uses crate::${name}, which ${why}`);
  }
  for (const { names, owners, what } of OWNED_NAMES) {
    if (owners.includes(module) || owners.includes(steps.join('/'))) continue;
    for (const match of code.matchAll(names)) {
      const name = /\w+/u.exec(match[0])[0];
      if (isLocal(code, name)) continue;
      report(match.index, `${name} is ${what}, which belongs to ${owners.join(', ')}`);
    }
  }
  if (!OPTION_NAMES_OF.includes(module)) {
    for (const { index, text } of stringsOf(source)) {
      for (const [name] of text.matchAll(/[a-z]+[A-Z]\w*/gu)) {
        if (optionNames.has(name))
          report(index, `${name} is an option of JavaScript, named in wasm`);
      }
    }
  }
  return faults;
}

function mayUse(module, name) {
  if (FLOORS[name] < FLOORS[module]) return true;
  return name === MEETING_PLACE && FLOORS[module] === FLOORS[MEETING_PLACE];
}

/** A module or an import of ours that happens to have the name of a crate. */
function isLocal(code, name) {
  const declared = new RegExp(String.raw`\bmod\s+${name}\b`, 'u');
  const imported = new RegExp(String.raw`\buse\s+(?:crate|self|super)\b[^;]*\b${name}\b`, 'u');
  return declared.test(code) || imported.test(code);
}

/**
 * The names that a file takes from the crate's root: by `crate::`, or by as many `super::` as the
 * file is deep. Both may be followed by one name or by a group in braces.
 */
function* rootNames(code, depth) {
  const up = String.raw`super\s*::\s*`.repeat(depth);
  const paths = new RegExp(String.raw`(?<![\w:]|::\s*)(?:\$?crate\s*::\s*|${up})(\w+|\{|\*)`, 'gu');
  for (const match of code.matchAll(paths)) {
    const { index } = match;
    if (match[1] !== '{') yield { index, name: match[1] };
    else for (const name of groupNames(code, index + match[0].length)) yield { index, name };
  }
}

/** The first name of each member of a group, whose opening brace ends at `start`. */
function groupNames(code, start) {
  const names = [];
  let depth = 1;
  let member = '';
  for (let index = start; index < code.length && depth > 0; index += 1) {
    const character = code[index];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0 || (depth === 1 && character === ',')) {
      const name = /^\s*(\w+|\*)/u.exec(member)?.[1];
      if (name !== undefined) names.push(name);
      member = '';
    } else {
      member += character;
    }
  }
  return names;
}

/** What is wrong in one TypeScript file of the package, as sentences. */
function faultsOfTypeScript(path, source) {
  if (DOORS.test(path)) return [];
  return [...source.matchAll(GLUE_IMPORT)].map(
    ({ index }) =>
      `${path}:${lineAt(source, index)}: the generated glue is imported by pkg/src/core/wasm.ts only`,
  );
}

function checkProject() {
  const read = (path) => readFileSync(inProject(path), 'utf8');
  const rust = filesBelow('src', '.rs');
  const typeScript = filesBelow('pkg/src', '.ts');
  const optionNames = new Set(
    filesBelow(OPTIONS, '.rs').flatMap((path) =>
      [...read(path).matchAll(OPTION_NAME)].map(([, name]) => name),
    ),
  );
  if (optionNames.size === 0) throw new Fault(`No names of options were found in ${OPTIONS}.`);
  const faults = [
    ...rust.flatMap((path) => faultsOfRust(path, read(path), optionNames)),
    ...typeScript.flatMap((path) => faultsOfTypeScript(path, read(path))),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Fault(`Uses that break the floors: ${faults.length}.`);
  console.log(`${rust.length + typeScript.length} files keep to their floors.`);
}

/** Each case: a path, a source, and how many faults must be found in it. */
const SELF_TEST = [
  ['src/jwa.rs', 'use crate::error::Error;', 0],
  ['src/jwa.rs', 'use crate::jwk::Jwk;', 1],
  ['src/jwa.rs', 'use crate::{error::Error, jwk::{Jwk, JwkSet}, jws};', 2],
  ['src/jwa.rs', 'fn f() { crate::jwt::verify(); }', 1],
  ['src/jwa.rs', 'use super::jwk::Jwk;', 1],
  ['src/jwa.rs', 'use crate::*;', 1],
  ['src/jwa.rs', 'use crate::Jwk;', 1],
  ['src/jwa.rs', '// crate::jwk\n/* a /* nested */ crate::jwk */ const A: &str = "crate::jwk";', 0],
  ['src/jwa.rs', 'const A: &str = r#"a " crate::jwk"#; const B: char = \'"\'; use crate::jwk;', 1],
  ['src/jwa.rs', 'const A: &str = "a/*"; use crate::jwk; // */', 1],
  ['src/jwa.rs', "fn f<'a>(a: &'a str) { crate::jwk::g(a) }", 1],
  ['src/jwa.rs', '#[cfg(test)]\nmod tests { fn f() { crate::jwk::g() } }', 0],
  ['src/jwa.rs', '#[cfg(test)]\nmod tests { fn f() {} }\nuse crate::jwk;', 1],
  ['src/json.rs', 'use crate::error::Error;', 0],
  ['src/json.rs', 'use crate::base64url::decode;', 1],
  ['src/json/value.rs', 'use super::parse; use crate::json::Value;', 0],
  ['src/json/value.rs', 'use super::super::jwk::Jwk;', 1],
  ['src/jws/header.rs', 'use crate::{jws::Jws, key::VerifyingKey};', 0],
  ['src/jws/header.rs', 'use crate::wasm::bind;', 1],
  ['src/jws/header.rs', 'use wasm_bindgen::JsValue;', 2],
  ['src/wasm/value.rs', 'use wasm_bindgen::JsValue; use crate::jwt::verify;', 0],
  ['src/jws.rs', 'use sha2::Sha256;', 1],
  ['src/jws.rs', 'mod signature; fn f() { signature::check() }', 0],
  ['src/jws.rs', 'fn f(signature: &[u8]) { g(signature) }', 0],
  ['src/key/hmac.rs', 'use hmac::Mac; use sha2::Sha256;', 0],
  ['src/key/rsa.rs', 'use edge_jwt_arithmetic::rsa::PublicKey;', 0],
  ['src/jws.rs', 'use edge_jwt_arithmetic::rsa::PublicKey;', 1],
  ['src/jwt.rs', 'let v = serde_json::from_str(text);', 1],
  ['src/json.rs', 'let v = serde_json::from_str(text);', 0],
  ['src/jwt.rs', 'use std::time::SystemTime;', 2],
  ['src/jwt.rs', 'use core::time::Duration;', 0],
  ['src/jwt.rs', 'let n = rand::random();', 1],
  ['src/jwt.rs', 'const A: &str = "the option jwtId is empty"; const B: &str = "jwtIds";', 1],
  ['src/jwt.rs', '// "jwtId"\nfn f() { jwtId() }', 0],
  ['src/wasm/options.rs', 'const A: &str = "jwtId";', 0],
  ['src/clock.rs', '', 1],
  ['src/lib.rs', 'pub use crate::jwt::verify; use wasm_bindgen::JsValue;', 0],
  ['pkg/src/core/wasm.ts', "import { verify } from '../../wasm/edge_jwt.js';", 0],
  ['pkg/src/entry/workerd.ts', "import bytes from '../../wasm/edge_jwt_bg.wasm';", 0],
  ['pkg/src/jwt/verify.ts', "import { verify } from '../../wasm/edge_jwt.js';", 1],
  ['pkg/src/jwt/verify.ts', "import { newGlue } from '../core/glue.js';", 1],
  ['pkg/src/jwt/verify.ts', "const glue = await import('../../wasm/edge_jwt.js');", 1],
  ['pkg/src/jwt/verify.ts', "import { call } from '../core/wasm.js';", 0],
];

function checkSelf() {
  for (const [path, source, expected] of SELF_TEST) {
    const faults = path.endsWith('.rs')
      ? faultsOfRust(path, source, new Set(['jwtId']))
      : faultsOfTypeScript(path, source);
    if (faults.length !== expected) {
      const found = faults.join('; ') || 'none';
      throw new Fault(
        `Self-test: ${path} with \`${source}\`: expected ${expected}, found ${found}.`,
      );
    }
  }
  console.log(`The check finds what it should in ${SELF_TEST.length} sources.`);
}

await main(async () => {
  const given = flags(['--self-test']);
  if (given.has('--self-test')) checkSelf();
  else checkProject();
});
