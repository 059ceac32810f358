// Headless Firefox with one tab, driven by WebDriver BiDi.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firefox, requireBrowserProgram } from '../../scripts/lib/browsers.mjs';
import { connect } from './bidi.mjs';
import { FOREIGN_HOST } from './foreign-host.mjs';
import { startProgram } from '../support/running-program.mjs';

/** Those that a remote agent recommends are set by Firefox itself. */
const PREFERENCES = `user_pref('network.dns.localDomains', '${FOREIGN_HOST}');\n`;

/**
 * Its `version`, `send(method, params)` for its commands, and the `context` that is the tab. `onEvent` is
 * called with the events that were subscribed to.
 */
export async function startFirefox({ folder, whenDone, onEvent }) {
  const profile = join(folder, 'firefox');
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  const program = startProgram(requireBrowserProgram(firefox), [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
  ]);
  whenDone(program.stop);
  const [, address] = await program.said(/WebDriver BiDi listening on (ws:\S+)/);
  const send = await connect(`${address}/session`, onEvent);
  const { capabilities } = await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return { version: capabilities.browserVersion, send, context };
}
