// The page in headless Firefox, by WebDriver BiDi.

import { startFirefox } from '../../runtimes/start-firefox.mjs';

/**
 * A browser for `visitElsewhere`: `goTo(url)`, `evaluate(expression)`, whose value is a promise of text,
 * `perform(actions)` of WebDriver, and `left`, the requests that went to other origins than `origin`.
 */
export async function openFirefox({ origin, folder, whenDone }) {
  const left = [];
  const onEvent = ({ params }) => {
    const { url } = params.request;
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) left.push(url);
  };
  const { send, context } = await startFirefox({ folder, whenDone, onEvent });
  await send('session.subscribe', { events: ['network.beforeRequestSent'], contexts: [context] });
  return {
    left,
    goTo: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const asked = { expression, target: { context }, awaitPromise: true };
      const { result, exceptionDetails } = await send('script.evaluate', asked);
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value;
    },
    perform: (actions) => send('input.performActions', { context, actions }),
  };
}
