// Which file of a crate uses which, read from the paths in its code: a name that a module re-exports
// counts as a use of the file that defines it.

import { codeOf } from './rust-source.mjs';

const VISIBILITY = /\bpub\s*\([^)]*\)\s*/gu;
const USE = /(?<=^|[;{}\]]\s*)(?:pub\s+)?use\s+([^;]+);/gu;
const PATH = /(?<![\w:$]|::\s*)\$?(\w+(?:\s*::\s*\w+)+)/gu;

/** From `[path, source]` pairs, whose paths start with `src/`, to a map of path → paths used. */
export function rustUses(files) {
  const modules = new Map(
    files.map(([path, source]) => [moduleOf(path), readModule(path, source)]),
  );
  return new Map(
    [...modules].map(([name, module]) => {
      const used = module.paths.map((path) => fileOf(modules, name, path));
      return [module.path, new Set(used.filter((path) => path && path !== module.path))];
    }),
  );
}

/**
 * For each module, which of its child modules use which, those within them included. What a child
 * takes from its parent's own file is left out: a parent defines what its children share.
 */
export function siblingUses(uses) {
  const levels = new Map();
  for (const [path, used] of uses) {
    for (const other of used) addSiblings(levels, stepsTo(path), stepsTo(other));
  }
  return levels;
}

const stepsTo = (path) => (moduleOf(path) === '' ? [] : moduleOf(path).split('::'));

function addSiblings(levels, from, to) {
  let depth = 0;
  while (depth < from.length && from[depth] === to[depth]) depth += 1;
  if (depth === from.length || depth === to.length) return;
  const parent = from.slice(0, depth).join('::');
  const level = levels.get(parent) ?? new Map();
  levels.set(parent, level);
  for (const name of [from[depth], to[depth]]) level.set(name, level.get(name) ?? new Set());
  level.get(from[depth]).add(to[depth]);
}

/** `''` for the root, else the steps with `::` between them. */
const moduleOf = (path) =>
  path
    .replace(/^src\//u, '')
    .replace(/(?:^|\/)lib\.rs$|\.rs$/u, '')
    .replaceAll('/', '::');

function readModule(path, source) {
  const code = codeOf(source).replace(VISIBILITY, 'pub ');
  const imports = [...code.matchAll(USE)].flatMap(([, tree]) => branches(tree));
  const inline = [...code.replace(USE, ';').matchAll(PATH)].map(([, text]) => stepsOf(text));
  return { path, imports, paths: [...imports.map(({ steps }) => steps), ...inline] };
}

const stepsOf = (text) => text.split('::').map((step) => step.trim());

/** The paths of a `use` tree, each with the name that it gets; `*` for all names of a module. */
function branches(tree, before = []) {
  const text = tree.trim();
  const group = /^(?:([^{]*?)::\s*)?\{([\s\S]*)\}$/u.exec(text);
  if (group !== null) {
    const steps = [...before, ...(group[1] ? stepsOf(group[1]) : [])];
    return membersOf(group[2]).flatMap((member) => branches(member, steps));
  }
  const [path, alias] = text.split(/\s+as\s+/u);
  const steps = [...before, ...stepsOf(path)].filter((step, at) => step !== 'self' || at === 0);
  return [{ steps, name: alias?.trim() ?? steps.at(-1) }];
}

/** What commas separate, but for those within braces. */
function membersOf(text) {
  const members = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === ',' && depth === 0) members.push('');
    else members[members.length - 1] += character;
  }
  return members.filter((member) => member.trim() !== '');
}

/** The file that the item at the end of a path is written in; undefined outside the crate. */
function fileOf(modules, from, steps, seen = new Set()) {
  let [first, ...rest] = steps;
  let module = from;
  if (first === 'crate') module = '';
  else if (first === 'super') module = parentOf(module);
  else if (first !== 'self') return inModule(modules, from, steps, seen);
  while (rest[0] === 'super') {
    module = parentOf(module);
    rest = rest.slice(1);
  }
  return inModule(modules, module, rest, seen);
}

const parentOf = (module) => module.split('::').slice(0, -1).join('::');

function inModule(modules, name, steps, seen) {
  const [step, ...rest] = steps;
  const child = name === '' ? step : `${name}::${step}`;
  if (modules.has(child)) return inModule(modules, child, rest, seen);
  const module = modules.get(name);
  if (module === undefined || step === undefined || step === '*') return module?.path;
  const at = `${name} ${step}`;
  if (seen.has(at)) return undefined;
  const imported = module.imports.find((one) => one.name === step);
  const follow = (path) => fileOf(modules, name, [...path, ...rest], new Set([...seen, at]));
  if (imported !== undefined) return follow(imported.steps);
  return rest.length === 0 || /^[A-Z]/u.test(step) ? module.path : undefined;
}
