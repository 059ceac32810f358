/** The same check as code, in three places where it runs. */
import { codeRequest } from '../../model/code/from-view.js';
import { nodeCode, workerCode } from '../../model/code/javascript.js';
import type { CodeRequest } from '../../model/code/request.js';
import { rustCode } from '../../model/code/rust.js';
import type { App, Panel } from '../app.js';
import { button, copyButton, h, panel, setContent } from '../dom.js';

const WRITERS = { worker: workerCode, node: nodeCode, rust: rustCode };
type Place = keyof typeof WRITERS;

export function createCodePanel({ page, strings }: App): Panel {
  const { code: words } = strings;
  let chosen: Place = 'worker';
  const shown = h('pre', { class: 'mono', tabindex: '0', 'aria-label': words.label });
  const none = h('p', { class: 'hint' }, words.noKey);
  const copy = copyButton(strings.page, () => shown.textContent ?? '', words.label);
  const buttons = (Object.keys(WRITERS) as Place[]).map((place) => ({
    place,
    element: button(
      words[place],
      () => {
        chosen = place;
        show(codeRequest(page.view()));
      },
      { class: 'chip' },
    ),
  }));
  const places = h(
    'span',
    { class: 'group', role: 'group', 'aria-label': words.title },
    ...buttons.map(({ element }) => element),
  );
  return {
    element: panel('code', words.title, [places, copy], none, shown),
    render: (view) => show(codeRequest(view)),
  };

  function show(request: CodeRequest | undefined): void {
    for (const { place, element } of buttons) {
      element.setAttribute('aria-pressed', String(place === chosen));
    }
    const isThere = request !== undefined;
    setContent(shown, isThere ? WRITERS[chosen](request) : '');
    for (const part of [shown, copy, places]) part.hidden = !isThere;
    none.hidden = isThere;
  }
}
