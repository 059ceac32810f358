/** A dialog of the browser's own: it traps the focus, ends with Escape, and is read as one. */
import { button, h } from './dom.js';

export interface Dialog {
  readonly element: HTMLDialogElement;
  open(): void;
  close(): void;
}

export function createDialog(
  name: string,
  title: string,
  close: string,
  ...content: (Node | string)[]
): Dialog {
  const heading = h('h2', { id: `${name}-title` }, title);
  const element = h(
    'dialog',
    { class: `dialog ${name}`, 'aria-labelledby': heading.id },
    h(
      'header',
      {},
      heading,
      button(close, () => element.close(), { class: 'quiet' }),
    ),
    ...content,
  );
  // A click beside the dialog, on what lies behind it, closes it.
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return { element, open: () => element.showModal(), close: () => element.close() };
}
