// The runtimes that can be measured: how each is run, which libraries run in it, and for how many
// milliseconds a turn has to last for its clock.

import { nodeProgram, npmTools, platformProgram } from '../../scripts/lib/npm-tools.mjs';
import { launchChromium } from '../../tests/support/launch-chromium.mjs';
import { launchFirefox } from '../../tests/runtimes/launch-firefox.mjs';
import { inBrowser } from './runtimes/browser.mjs';
import { inFastly } from './runtimes/fastly.mjs';
import { inProgram } from './runtimes/program.mjs';
import { inWorkerd } from './runtimes/workerd.mjs';

const inNode = (program) => ({ libraries: 'node', turnMs: 4, run: inProgram({ program }) });
const elsewhere = (turnMs, run) => ({ libraries: 'anywhere', turnMs, run });

const bun = {
  program: () => platformProgram(npmTools.bun, '@oven', 'bin', 'bun'),
  args: ['run'],
  bundled: true,
};
const deno = {
  program: () => platformProgram(npmTools.deno, '@deno', 'deno'),
  args: ['run', '--no-prompt', '--no-remote', '--node-modules-dir=manual'],
  bundled: true,
};

export const runtimes = {
  node: inNode(() => process.execPath),
  node22: inNode(() => nodeProgram(npmTools.node22)),
  node24: inNode(() => nodeProgram(npmTools.node24)),
  bun: elsewhere(4, inProgram(bun)),
  deno: elsewhere(4, inProgram(deno)),
  chromium: elsewhere(4, inBrowser(launchChromium)),
  firefox: elsewhere(20, inBrowser(launchFirefox)),
  workerd: elsewhere(50, inWorkerd),
  fastly: { libraries: 'fastly', turnMs: 20, run: inFastly },
};
