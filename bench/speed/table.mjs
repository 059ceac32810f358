// The rows of a run as a table, for a terminal and in Markdown.

import { isSameTask } from './rows.mjs';

const HEAD = ['operation', 'algorithm', 'library', 'µs', 'quartiles', '÷ ours', 'ours ÷ it'];

/** Three digits say as much as can be known. */
const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A task is named once, in its first row. */
function cellsOf(row, previous) {
  const { op, alg, lib, us, q1, q3, ratio, outcome } = row;
  const isNamed = previous !== undefined && isSameTask(row, previous);
  return [
    ...(isNamed ? ['', ''] : [op, alg]),
    lib,
    number(us),
    `${number(q1)}–${number(q3)}`,
    number(ratio),
    outcome === undefined ? '' : goalText(outcome),
  ];
}

const goalText = ({ actual, atMost, isMet }) =>
  `${number(actual)}, at most ${atMost}: ${isMet ? 'met' : 'MISSED'}`;

const linesOf = (rows) => [HEAD, ...rows.map((row, index) => cellsOf(row, rows[index - 1]))];

export function textTable(rows) {
  const lines = linesOf(rows);
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function markdownTable(rows) {
  const [head, ...lines] = linesOf(rows);
  const rule = head.map(() => '---');
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
