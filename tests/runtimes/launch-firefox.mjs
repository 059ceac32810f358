// Headless Firefox for the runners.

import { startFirefox } from './start-firefox.mjs';

/** For `browserRunner`. */
export async function launchFirefox({ folder, whenDone }) {
  const { version, send, context } = await startFirefox({ folder, whenDone });
  return {
    version,
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
