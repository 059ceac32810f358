// Compares tests/README.md with the files: it names none that is missing, and all of rust/ and suite/.

import { existsSync, readFileSync } from 'node:fs';
import { Fault, main } from './lib/fault.mjs';
import { filesBelow, inProject } from './lib/project.mjs';

const NAMED = /`([\w./-]+\.(?:rs|mjs))`/gu;
const SUPPORT = /^tests\/suite\/support\//u;

await main(async () => {
  const text = readFileSync(inProject('tests', 'README.md'), 'utf8');
  const named = new Set([...text.matchAll(NAMED)].map(([, path]) => path));
  const missing = [...named].filter(
    (path) => !existsSync(inProject('tests', path)) && !existsSync(inProject(path)),
  );
  const files = [...filesBelow('tests/rust', '.rs'), ...filesBelow('tests/suite', '.mjs')];
  const unnamed = files.filter((path) => !SUPPORT.test(path) && !named.has(path.slice(6)));
  for (const path of missing) console.error(`tests/README.md names ${path}, which does not exist`);
  for (const path of unnamed) console.error(`tests/README.md does not say what ${path} proves`);
  if (missing.length + unnamed.length > 0) throw new Fault('tests/README.md is out of date.');
  console.log('tests/README.md matches the files.');
});
