// npm, as it runs us where it does.

import { run, runNode } from './command.mjs';

/** No package we use needs its install script. */
const OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** Installs in this repository what its lock file names. */
export const installLocked = () => npm(['ci', ...OPTIONS]);

/** Installs packages, each `name@version`, into a folder of their own. */
export const installInto = (folder, packages) =>
  npm(['install', ...OPTIONS, '--save-exact', '--prefix', folder, ...packages]);

function npm(args) {
  const script = process.env.npm_execpath;
  return script === undefined ? run('npm', args) : runNode(script, args);
}
