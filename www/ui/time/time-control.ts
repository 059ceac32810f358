/** The time that the report is for: now, or any other, to ask whether the token would have been valid then. */
import type { View } from '../../model/state.js';
import { isoTime, parseTime, readTime, toLocalInput } from '../../model/time.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, setContent } from '../dom.js';

export function createTimeControl({ page, strings }: App): Panel {
  const { time: words } = strings;
  const input = h('input', {
    type: 'datetime-local',
    step: '1',
    on: { change: () => page.setDate(parseTime(input.value)) },
  });
  const state = h('span', { class: 'state' });
  const jumps = h('div', { class: 'jumps', role: 'group', 'aria-label': words.jump });
  const note = h('p', { class: 'hint' });
  const back = button(words.back, () => page.setDate(undefined), { class: 'chip' });
  const element = h(
    'details',
    { class: 'time-control' },
    h('summary', {}, `${words.title} `, state),
    h('div', { class: 'box' }, labelled(words.date, input), jumps, note, back),
  );
  return {
    element,
    render(view) {
      const isNow = view.state.date === undefined;
      setContent(state, isNow ? words.now : isoTime(view.now));
      element.classList.toggle('is-set', !isNow);
      if (document.activeElement !== input) input.value = toLocalInput(view.now);
      setContent(note, isNow ? '' : words.looking(isoTime(view.now)));
      back.hidden = isNow;
      const places = placesOf(view);
      jumps.hidden = places.length === 0;
      const names = places.map(([name]) => name).join();
      // Not with every second: a button that is replaced loses the focus.
      if (jumps.dataset['names'] === names) return;
      jumps.dataset['names'] = names;
      setContent(jumps);
      for (const [name] of places) {
        jumps.append(
          button(
            words[name],
            () => page.setDate(placesOf(page.view()).find(([other]) => other === name)?.[1]),
            { class: 'chip' },
          ),
        );
      }
    },
  };
}

/** The times at which something changes for this token. */
function placesOf({ inspection }: View): (readonly ['issued' | 'before' | 'after', Date])[] {
  const issued = readTime(inspection.payload?.iat)?.date;
  const expiry = readTime(inspection.payload?.exp)?.date;
  return [
    ...(issued === undefined ? [] : [['issued', issued] as const]),
    ...(expiry === undefined
      ? []
      : [['before', new Date(expiry.getTime() - 1000)] as const, ['after', expiry] as const]),
  ];
}
