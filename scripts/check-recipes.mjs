// Compares the recipes of CONTRIBUTING.md with its table: how many files each names, and that all of them exist.

import { existsSync, readFileSync } from 'node:fs';
import { Fault, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

const ROW = /^\| (an? [^|]+?) \| [^|]+ \| (\d+) \|$/gmu;
const STEP = /^- `[^`]+`/gmu;
const PATH = /`([\w./-]+\.(?:rs|ts|mjs))`/gu;

await main(async () => {
  const text = readFileSync(inProject('CONTRIBUTING.md'), 'utf8');
  const rows = [...text.matchAll(ROW)];
  if (rows.length === 0) throw new Fault('CONTRIBUTING.md has no table of recipes.');
  const faults = rows.flatMap(([, change, count]) => {
    const recipe = text.split(`\n### ${change}\n`)[1]?.split('\n#')[0];
    if (recipe === undefined) return [`there is no recipe for ${change}`];
    const steps = recipe.match(STEP)?.length ?? 0;
    const missing = [...recipe.matchAll(PATH)]
      .map(([, path]) => path)
      .filter((path) => !existsSync(inProject(path)));
    return [
      ...(steps === Number(count) ? [] : [`${change} takes ${steps} files, and not ${count}`]),
      ...missing.map((path) => `${change}: there is no ${path}`),
    ];
  });
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Fault('The recipes of CONTRIBUTING.md are out of date.');
  console.log(`${rows.length} recipes are as long as their table says.`);
});
