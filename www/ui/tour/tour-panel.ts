/** The guided tour: one attack after the other, put into the page as an attacker would. */
import { attackInput, ATTACKS } from '../../model/attacks.js';
import { faultOf } from '../../model/key.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';

export interface Tour extends Panel {
  start(): void;
}

export function createTour({ page, strings }: App): Tour {
  const { tour: words } = strings;
  let step = 0;
  const count = h('span', { class: 'hint' });
  const title = h('h2', { tabindex: '-1', id: 'tour-title' });
  const text = h('p', {});
  const look = h('p', { class: 'look' });
  const previous = button(words.previous, () => void show(step - 1), { class: 'quiet' });
  const next = button(words.next, () => void show(step + 1), { class: 'primary' });
  const end = button(words.end, () => page.endTour(), { class: 'quiet' });
  const element = h(
    'section',
    { class: 'tour', 'aria-labelledby': 'tour-title' },
    h('div', { class: 'told' }, count, title, text, look),
    h('div', { class: 'steps' }, previous, next, end),
  );
  element.hidden = true;
  return {
    element,
    start: () => void show(0),
    render({ state }) {
      element.hidden = state.tour === undefined;
      if (state.tour !== undefined && state.tour.step !== step) tell(state.tour.step);
    },
  };

  async function show(wanted: number): Promise<void> {
    const attack = ATTACKS[wanted];
    if (attack === undefined) return;
    tell(wanted);
    element.hidden = false;
    title.focus();
    try {
      const input = await attackInput(attack, new Date());
      if (step === wanted) page.showStep(wanted, input);
    } catch (error) {
      const { code, message } = faultOf(error);
      setContent(look, translated(strings, code, message));
    }
  }

  function tell(wanted: number): void {
    const told = words.attacks[ATTACKS[wanted] ?? 'genuine'];
    step = wanted;
    setContent(count, words.step(step + 1, ATTACKS.length));
    setContent(title, told.title);
    setContent(text, told.text);
    setContent(look, h('strong', {}, `${words.look}:`), ` ${told.look}`);
    previous.disabled = step === 0;
    next.hidden = step === ATTACKS.length - 1;
  }
}
