// The tokens of tests/vectors/samples, which other people's implementations made.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

const FOLDER = inProject('tests', 'vectors', 'samples');

export function readSamples() {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')).samples);
}
