/** The verdict's word in the corner, while the verdict itself is scrolled away. For eyes alone. */
import { h, setContent } from '../dom.js';

export interface Reminder {
  readonly element: HTMLElement;
  render(sign: string, word: string): void;
}

export function createReminder(verdict: Element): Reminder {
  const element = h('p', { class: 'reminder', 'aria-hidden': 'true' });
  element.hidden = true;
  new IntersectionObserver(([entry]) => {
    element.hidden = entry?.isIntersecting ?? true;
  }).observe(verdict);
  return {
    element,
    render: (sign, word) => setContent(element, `${sign} ${word}`),
  };
}
