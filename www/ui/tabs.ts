/** Two views of one thing, of which one is shown (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
import { h, nextId } from './dom.js';

export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly content: HTMLElement;
}

export interface Tabs {
  readonly list: HTMLElement;
  readonly panels: readonly HTMLElement[];
  show(name: string): void;
}

export function createTabs(label: string, tabs: readonly [Tab, ...Tab[]]): Tabs {
  const made = tabs.map(({ name, label: text, content }) => {
    const id = nextId();
    const tab = h(
      'button',
      {
        ...{ type: 'button', role: 'tab', id, 'aria-controls': `${id}-panel`, class: 'tab' },
        on: { click: () => show(name) },
      },
      text,
    );
    const panel = h(
      'div',
      { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': id, class: 'tab-panel' },
      content,
    );
    return { name, tab, panel };
  });
  const list = h(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': label, on: { keydown: moved } },
    ...made.map(({ tab }) => tab),
  );
  show(tabs[0].name);
  return { list, panels: made.map(({ panel }) => panel), show };

  function show(wanted: string): void {
    for (const { name, tab, panel } of made) {
      const isShown = name === wanted;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
    }
  }

  function moved(event: Event): void {
    const { key } = event as KeyboardEvent;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const at = made.findIndex(({ tab }) => tab === event.target);
    const next = step === undefined ? undefined : made.at((at + step) % made.length);
    if (next === undefined) return;
    event.preventDefault();
    show(next.name);
    next.tab.focus();
  }
}
