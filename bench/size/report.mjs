// What the entries weigh, in print.

const HEAD = ['entry', 'minified', 'gzip', 'brotli', 'budget', 'goal'];

const grouped = (bytes) => bytes.toLocaleString('en-US');

/** The budget is what the command fails on; the goal is where it is to come to. */
export function printTable(rows) {
  const lines = rows.map(({ entry, minified, gzip, brotli, budget, goal }) => [
    entry,
    grouped(minified),
    grouped(gzip),
    grouped(brotli),
    grouped(budget),
    goal === undefined ? '' : `${grouped(goal)}, ${brotli <= goal ? 'met' : 'MISSED'}`,
  ]);
  console.log('Bytes; budget and goal are for brotli.');
  printColumns([HEAD, ...lines]);
}

export function printJson(rows) {
  const members = rows.map(({ entry, minified, gzip, brotli, budget }) => ({
    ...{ entry, minified, gzip, brotli, budget },
  }));
  console.log(JSON.stringify(members));
}

/** The sections of a module. */
export function printSections(sections) {
  console.log('\nSections of the WebAssembly module:');
  printColumns(sections.map(({ name, size }) => [name, grouped(size)]));
}

/** The largest functions, and what all functions of each crate, or module of ours, come to. */
export function printFunctions({ largest, areas }) {
  console.log('\nFunctions by crate:');
  printColumns(areas.map(({ area, count, size }) => [area, grouped(size), `${count} functions`]));
  console.log('\nLargest functions:');
  printColumns(largest.map(({ area, size, name }) => [grouped(size), area, name]));
}

function printColumns(lines) {
  const widths = lines[0].map((_, column) =>
    Math.max(...lines.map((cells) => cells[column].length)),
  );
  for (const cells of lines) {
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
