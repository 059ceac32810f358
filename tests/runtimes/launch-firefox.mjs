// Headless Firefox, driven by WebDriver BiDi.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firefox, requireBrowserProgram } from '../../scripts/lib/browsers.mjs';
import { connect } from './bidi.mjs';
import { FOREIGN_HOST } from './foreign-host.mjs';
import { startProgram } from './running-program.mjs';

/** Those that a remote agent recommends are set by Firefox itself. */
const PREFERENCES = `user_pref('network.dns.localDomains', '${FOREIGN_HOST}');\n`;

/** For `browserRunner`. */
export async function launchFirefox({ folder, whenDone }) {
  const profile = join(folder, 'firefox');
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  const program = startProgram(requireBrowserProgram(firefox), [
    ...['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
  ]);
  whenDone(program.stop);
  const [, address] = await program.said(/WebDriver BiDi listening on (ws:\S+)/);
  const send = await connect(`${address}/session`);
  const { capabilities } = await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return {
    version: capabilities.browserVersion,
    async resultOf(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: 'globalThis.taskResult?.then(JSON.stringify)',
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.type === 'string' ? JSON.parse(result.value) : undefined;
    },
  };
}
