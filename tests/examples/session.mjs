// The shell sessions that a README shows, in blocks marked `console`: a line that begins with `$ ` is a
// command, and the lines after it are what it prints.

const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

/** The commands of a README in their order, each `{ command, expected }`. */
export function commandsIn(readme) {
  const lines = [...readme.matchAll(BLOCK)].flatMap(([, block]) => block.trimEnd().split('\n'));
  const commands = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), expected: [] });
    else commands.at(-1).expected.push(line);
  }
  return commands.map(({ command, expected }) => ({ command, expected: expected.join('\n') }));
}
