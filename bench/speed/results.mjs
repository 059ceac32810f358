// bench/results.md: the last full run of each runtime.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inProject } from '../../scripts/lib/project.mjs';
import { markdownTable } from './table.mjs';

const FILE = inProject('bench', 'results.md');
const HEAD = `# Results

Written by \`npm run bench\`, a section for each runtime. Times are microseconds per call, the median and
the quartiles of many turns; \`slope\` is microseconds for each KiB of payload more. Times are this
machine's own; what can be compared are the libraries of one run, which took turns.

What misses its goal is marked; why, and what may be tried next, is in DESIGN.md, under "Which goals of
speed and size are missed, and why?".
`;

/** Puts the rows in place of the runtime's section, or after the others. */
export function writeResults(runtime, version, rows) {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const [, ...sections] = text.split(/^(?=## )/m);
  const others = sections.filter((section) => !section.startsWith(`## ${runtime}\n`));
  const own = sectionOf(runtime, version, rows);
  const all = [...others, own].map((section) => section.trim());
  writeFileSync(FILE, `${[HEAD.trim(), ...all.sort()].join('\n\n')}\n`);
}

function sectionOf(runtime, version, rows) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}`;
  return `## ${runtime}\n\nVersion ${version}, ${machine}, ${day}.\n\n${markdownTable(rows)}`;
}
