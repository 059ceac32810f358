// The parts of the documentation that list what the contract has, each between two comments.

/** Where each part is, and what it says. */
export const generatedParts = [
  { path: 'README.md', name: 'error codes', text: errorCodes },
  { path: 'README.md', name: 'algorithms', text: algorithms },
  { path: 'pkg/README.md', name: 'algorithms', text: algorithms },
];

/** The document with its parts as they should be. Throws where one has no place. */
export function withParts(document, path, contract) {
  return generatedParts
    .filter((part) => part.path === path)
    .reduce((text, { name, text: partOf }) => {
      const place = new RegExp(`(<!-- generated: ${name} -->\n\n)[^]*?(\n\n<!-- end -->)`, 'u');
      if (!place.test(text)) throw new Error(`${path} has no place for the ${name}`);
      return text.replace(place, (_, before, after) => before + partOf(contract) + after);
    }, document);
}

function errorCodes({ errorCodes: codes }) {
  return table([['Code', 'When'], ...codes.map(({ code, meaning }) => [`\`${code}\``, meaning])]);
}

function algorithms({ algorithms: rows }) {
  return `${rows.map(({ name }) => name).join(', ')}.`;
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const [head, ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
