/** The few things the page does with the document. Text is only ever set as text. */

type Child = Node | string | undefined | false;

interface Properties {
  readonly class?: string | undefined;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly [attribute: string]: unknown;
}

/** An element with attributes, listeners and content. Attributes that are false or undefined are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  const { on = {}, ...attributes } = properties;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(attribute, value === true ? '' : String(value));
  }
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  made.append(...present(children));
  return made;
}

const present = (children: readonly Child[]) =>
  children.filter((child): child is Node | string => child !== undefined && child !== false);

/** A button that is no submit button. */
export function button(
  label: string,
  action: () => void,
  properties: Properties = {},
): HTMLButtonElement {
  return h('button', { type: 'button', on: { click: action }, ...properties }, label);
}

/**
 * Makes the content what it should be by changing as little as possible: a screen reader reads what is replaced,
 * and what has the focus would lose it. For content without listeners, which are not carried over.
 */
export function setContent(element: Element, ...children: Child[]): void {
  const fresh = document.createElement('div');
  fresh.append(...present(children));
  changeChildren(element, fresh);
}

function changeChildren(shown: Element, wanted: Element): void {
  const nodes = [...wanted.childNodes];
  nodes.forEach((node, index) => {
    const current = shown.childNodes[index];
    if (current === undefined) shown.append(node);
    else if (current.nodeName !== node.nodeName) current.replaceWith(node);
    else changeNode(current, node);
  });
  while (shown.childNodes.length > nodes.length) shown.lastChild?.remove();
}

/** Both are of one name. */
function changeNode(shown: ChildNode, wanted: ChildNode): void {
  if (shown.isEqualNode(wanted)) return;
  if (!(shown instanceof Element && wanted instanceof Element)) {
    shown.nodeValue = wanted.nodeValue;
    return;
  }
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) shown.setAttribute(name, value);
  changeChildren(shown, wanted);
}

/** A label over its field. */
export function labelled(text: string, field: HTMLElement, hint?: HTMLElement): HTMLElement {
  field.id ||= nextId();
  return h('div', { class: 'field' }, h('label', { for: field.id }, text), field, hint);
}

let ids = 0;
export const nextId = () => `field-${(ids += 1)}`;

/** A select of values with their labels. */
export function select(
  choices: readonly (readonly [value: string, label: string])[],
  onChange: (value: string) => void,
  properties: Properties = {},
): HTMLSelectElement {
  const made = h(
    'select',
    { ...properties, on: { change: () => onChange(made.value) } },
    ...choices.map(([value, label]) => h('option', { value }, label)),
  );
  return made;
}

/** A link to a standard, in a tab of its own that learns nothing of this one. */
export function link(text: string, href: string): HTMLAnchorElement {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/** Copies, and says so for a moment. Where the browser hides the clipboard, as over plain HTTP, it is disabled. */
export function copyButton(
  labels: { readonly copy: string; readonly copied: string },
  textOf: () => string,
  name?: string,
): HTMLButtonElement {
  const say = (label: string) => (made.textContent = label);
  const made = button(labels.copy, () => {
    navigator.clipboard.writeText(textOf()).then(
      () => {
        say(labels.copied);
        setTimeout(say, 1500, labels.copy);
      },
      // The browser asked, and the person said no.
      () => {},
    );
  });
  made.className = 'quiet';
  made.disabled = !isSecureContext;
  if (name !== undefined) made.setAttribute('aria-label', `${labels.copy}: ${name}`);
  return made;
}

/** A panel with its heading and what stands beside it. */
export function panel(
  name: string,
  title: string,
  aside: readonly Child[],
  ...content: Child[]
): HTMLElement {
  const heading = h('h2', { id: `${name}-title` }, title);
  return h(
    'section',
    { class: `panel ${name}`, 'aria-labelledby': heading.id },
    h('header', {}, heading, ...aside),
    ...content,
  );
}
