/** The few things the page does with the document. Text is only ever set as text. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no element #${id}`);
  return found;
}

export function field(id: string): Field {
  return element(id) as Field;
}

/** Calls `update` after every change of any field. */
export function onInput(update: () => void): void {
  document.addEventListener('input', update);
}

export function create(
  name: string,
  className: string,
  ...content: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** The body of a table, which the page's HTML leaves empty. */
export function tableBody(id: string): HTMLElement {
  const body = element(id).querySelector('tbody');
  if (body === null) throw new Error(`the table #${id} has no body`);
  return body;
}
