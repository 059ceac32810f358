/** The verdict in a word, the three lights that it comes from, and what each failed check says. */
import type { Inspection } from 'edge-jwt';

import { weightyFindings } from '../../model/findings.js';
import { noToken } from '../../model/found/no-token.js';
import type { View } from '../../model/state.js';
import { toneOf } from '../../model/verdict.js';
import type { Verdict } from '../../model/verdict.js';
import type { Strings } from '../../strings/en.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';
import { findingItem } from '../findings/finding-item.js';
import { createTimeControl } from '../time/time-control.js';
import { createChecks } from './checks.js';
import { createLightRows, SIGNS } from './light-rows.js';
import { createReminder } from './reminder.js';

/** Without lights: there is nothing that they could be about. */
const UNLIT: readonly Verdict['kind'][] = ['empty', 'unreadable', 'encrypted'];

export function createVerdictPanel(app: App): Panel {
  const { strings } = app;
  const sign = h('span', { class: 'sign', 'aria-hidden': 'true' });
  const word = h('strong', { class: 'word' });
  const sentence = h('span', { class: 'sentence' });
  const line = h('p', { class: 'line', role: 'status' }, word, ' ', sentence);
  const time = createTimeControl(app);
  const lights = createLightRows(app);
  const weighty = h('ul', { class: 'list weighty' });
  const checks = createChecks(app);
  const headline = h('div', { class: 'headline' }, sign, line, time.element);
  const reminder = createReminder(headline);
  const element = h(
    'section',
    { class: 'verdict', 'aria-label': strings.verdict.label },
    headline,
    lights.element,
    weighty,
    checks.element,
    reminder.element,
  );
  /** A time that misses its mark does so by more or less with every second. */
  let shown: Inspection | undefined;
  return {
    element,
    render(view) {
      const { verdict } = view;
      // What it is says more than what is missing for a token, and stands beside the button that moves it.
      const isElse = verdict.kind === 'unreadable' && noToken(view) !== undefined;
      const [title = '', text = ''] = isElse ? strings.verdict.unreadable : wordsOf(view, strings);
      const tone = toneOf(verdict);
      element.className = `verdict ${tone}`;
      setContent(sign, SIGNS[tone]);
      setContent(word, title);
      reminder.render(SIGNS[tone], title);
      setContent(sentence, text);
      const isUnlit = UNLIT.includes(verdict.kind);
      lights.element.hidden = isUnlit;
      time.element.hidden = isUnlit;
      checks.element.hidden = verdict.kind === 'empty' || isElse;
      setContent(weighty, ...weightyFindings(view).map((finding) => findingItem(finding, strings)));
      weighty.hidden = weighty.childElementCount === 0;
      lights.render(view);
      checks.render(view);
      time.render(view);
      shown = view.inspection;
    },
    tick(view) {
      if (view.inspection !== shown) checks.render(view);
      shown = view.inspection;
      lights.tick(view);
      time.render(view);
    },
  };
}

function wordsOf({ verdict, state }: View, strings: Strings): readonly [string, string] {
  const [title = '', text = ''] = strings.verdict[verdict.kind];
  if (verdict.kind === 'unreadable') {
    return [title, translated(strings, verdict.check.code, verdict.check.message)];
  }
  const isVerified = ['valid', 'verified', 'weak'].includes(verdict.kind);
  const reservation = isVerified && state.isKeyFromLink ? [strings.verdict.keyFromLink] : [];
  return [title, [text, ...reservation].join(' ').trim()];
}
