/** The guided tour: one attack after the other, put into the page as an attacker would. */
import { attackInput, ATTACKS } from '../../model/attacks.js';
import { faultOf } from '../../model/key.js';
import { translated } from '../../strings/languages.js';
import type { App } from '../app.js';
import { button, h, setContent } from '../dom.js';

export interface Tour {
  readonly element: HTMLElement;
  start(): void;
}

export function createTour({ page, strings }: App): Tour {
  const { tour: words } = strings;
  let step = 0;
  const place = h('span', { class: 'hint' });
  const title = h('h2', { tabindex: '-1', id: 'tour-title' });
  const text = h('p', {});
  const look = h('p', { class: 'look' });
  const previous = button(words.previous, () => void show(step - 1), { class: 'quiet' });
  const next = button(words.next, () => void show(step + 1), { class: 'primary' });
  const end = button(words.end, () => (element.hidden = true), { class: 'quiet' });
  const element = h(
    'section',
    { class: 'tour', 'aria-labelledby': 'tour-title' },
    h('div', { class: 'told' }, place, title, text, look),
    h('div', { class: 'steps' }, previous, next, end),
  );
  element.hidden = true;
  return { element, start: () => void show(0) };

  async function show(wanted: number): Promise<void> {
    const attack = ATTACKS[wanted];
    if (attack === undefined) return;
    step = wanted;
    const told = words.attacks[attack];
    setContent(place, words.step(step + 1, ATTACKS.length));
    setContent(title, told.title);
    setContent(text, told.text);
    setContent(look, h('strong', {}, `${words.look}:`), ` ${told.look}`);
    previous.disabled = step === 0;
    next.hidden = step === ATTACKS.length - 1;
    element.hidden = false;
    title.focus();
    try {
      const input = await attackInput(attack, new Date());
      if (step === wanted) page.load(input);
    } catch (error) {
      const { code, message } = faultOf(error);
      setContent(look, translated(strings, code, message));
    }
  }
}
