/** What a newcomer can do with an empty page. */
import type { App, Panel } from './app.js';
import { button, h } from './dom.js';

export function createFirstSteps(
  { page, strings, open, startTour }: App,
  write: () => void,
): Panel {
  const { page: words, examples } = strings;
  const paste = button(words.pasteNow, () => void pasteFromClipboard(), { class: 'chip' });
  // Where the browser hides the clipboard, as over plain HTTP, there is nothing to read.
  paste.hidden = navigator.clipboard?.readText === undefined;
  const element = h(
    'div',
    { class: 'first chips' },
    paste,
    button(examples.title, () => open('examples'), { class: 'chip' }),
    button(examples.start, () => startTour(), { class: 'chip' }),
    button(words.write, write, { class: 'chip' }),
  );
  return {
    element,
    render({ state }) {
      element.hidden = state.token.trim() !== '';
    },
  };

  async function pasteFromClipboard(): Promise<void> {
    try {
      page.pasteToken(await navigator.clipboard.readText());
    } catch {
      // The browser asked, and the person said no.
    }
  }
}
