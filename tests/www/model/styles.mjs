// Every class that a style is for is one that the page gives to something.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../scripts/lib/project.mjs';

const COMMENT = /\/\*[^]*?\*\//g;
/** With what is put between: `badge ${weight}` gives a class by another text. */
const TEXT = /'[^'\n]*'|`[^`]*`/g;

const textsIn = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(COMMENT, ''));

export default function styles({ test, assert }) {
  test('no style is left of what is gone', () => {
    const sources = ['ui', 'model'].flatMap((folder) => textsIn(inProject('www', folder), '.ts'));
    const start = ['index.html', 'main.ts'].map((name) =>
      readFileSync(inProject('www', name), 'utf8'),
    );
    const given = [...sources, ...start].flatMap((source) => source.match(TEXT) ?? []);
    const words = new Set(given.flatMap((text) => text.match(/[\w-]+/g) ?? []));
    const styled = textsIn(inProject('www', 'style'), '.css')
      .flatMap((css) => css.replaceAll(/:[^;{}]*;|'[^']*'/g, ';').match(/\.[a-z][\w-]*/gi) ?? [])
      .map((name) => name.slice(1));
    assert.ok(styled.length > 50);
    const unused = [...new Set(styled)].filter((name) => !words.has(name));
    assert.deepEqual(unused, []);
  });
}
