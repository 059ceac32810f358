/** The three lights: signature, time, expectations, each with its sentence and its button. */
import type { Tone } from '../../model/lights.js';
import { keysOffer } from '../../model/remote-keys.js';
import type { View } from '../../model/state.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { createFetchLine } from '../key/fetch-line.js';
import { actionsOf } from './actions.js';
import type { Action } from './actions.js';
import { expectationsWords, signatureWords, timeWords } from './light-words.js';

export const SIGNS: Readonly<Record<Tone, string>> = {
  open: '○',
  passed: '✓',
  warning: '!',
  failed: '✕',
};

const NAMES = ['signature', 'time', 'expectations'] as const;
type Name = (typeof NAMES)[number];

export function createLightRows(app: App): Panel & { tick(view: View): void } {
  const { strings } = app;
  const rows = NAMES.map((name) => createRow(name, app));
  return {
    element: h('ul', { class: 'lights' }, ...rows.map(({ element }) => element)),
    render(view) {
      const actions = actionsOf(view, app);
      for (const row of rows) row.render(view, actions[row.name]);
    },
    tick(view) {
      for (const row of rows) row.say(textOf(row.name, view, strings));
    },
  };
}

function createRow(name: Name, app: App) {
  const { strings } = app;
  const { lights: words } = strings;
  const sign = h('span', { class: 'sign', 'aria-hidden': 'true' });
  const tone = h('span', { class: 'visually-hidden' });
  const text = h('span', { class: 'said' });
  let action: Action | undefined;
  const act = button('', () => action?.run(), { class: 'small' });
  const fetch = createFetchLine(app, words.actions.fetch);
  const element = h(
    'li',
    {},
    sign,
    h('strong', {}, words.names[name]),
    tone,
    text,
    act,
    fetch.element,
  );
  return {
    name,
    element,
    say: (sentence: string) => setContent(text, sentence),
    render(view: View, wanted: Action | undefined) {
      const light = view.lights[name];
      action = wanted;
      element.className = `light ${light.tone}`;
      setContent(sign, SIGNS[light.tone]);
      setContent(tone, ` ${words.tones[light.tone]}: `);
      setContent(text, textOf(name, view, strings));
      const isForKeys = name === 'signature' && wanted?.isRemedy !== true;
      const offer = isForKeys ? keysOffer(view) : undefined;
      fetch.offer(offer?.place);
      act.hidden = wanted === undefined || offer !== undefined;
      if (wanted !== undefined) setContent(act, wanted.label);
    },
  };
}

function textOf(name: Name, view: View, strings: App['strings']): string {
  const { lights } = view;
  switch (name) {
    case 'signature':
      return signatureWords(lights.signature, view, strings);
    case 'time':
      return timeWords(lights.time, strings);
    case 'expectations':
      return expectationsWords(lights.expectations, view, strings);
  }
}
