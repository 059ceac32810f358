// Checks how wide comments are. Code is the formatters' business: they break it at 100 characters.

import { readFileSync } from 'node:fs';
import { Fault, main } from './lib/fault.mjs';
import { filesBelow, inProject } from './lib/project.mjs';

const WIDTH = 120;
const COMMENT = /^\s*(?:\/\/|\/?\*)/u;
/** Addresses, and the texts in examples, cannot be broken. */
const UNBREAKABLE = /https?:|r#"/u;

const FOLDERS = ['src', 'arithmetic', 'module', 'pkg/src', 'www', 'tests', 'scripts', 'bench'];
const ENDINGS = ['.rs', '.ts', '.mjs'];

await main(async () => {
  const files = FOLDERS.flatMap((folder) =>
    ENDINGS.flatMap((ending) => filesBelow(folder, ending)),
  );
  const wide = files.flatMap((path) =>
    readFileSync(inProject(path), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const isWide = line.length > WIDTH && COMMENT.test(line) && !UNBREAKABLE.test(line);
        return isWide ? [`${path}:${index + 1}: ${line.length} characters`] : [];
      }),
  );
  for (const line of wide) console.error(line);
  if (wide.length > 0) throw new Fault(`Comments wider than ${WIDTH} characters: ${wide.length}.`);
  console.log(`No comment in ${files.length} files is wider than ${WIDTH} characters.`);
});
