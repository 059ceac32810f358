/** One line that says whether the token is valid, and under it every check. */
import type { Inspection } from 'edge-jwt';

import type { View } from '../../model/state.js';
import { countdown } from '../../model/time.js';
import { nextChange, toneOf } from '../../model/verdict.js';
import type { Verdict } from '../../model/verdict.js';
import type { Strings } from '../../strings/en.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { createChecks } from './checks.js';
import { createReminder } from './reminder.js';
import { createTimeControl } from '../time/time-control.js';

const SIGNS = { open: '○', passed: '✓', warning: '!', failed: '✕' };

export function createVerdictPanel(app: App): Panel {
  const { strings } = app;
  const sign = h('span', { class: 'sign', 'aria-hidden': 'true' });
  const word = h('strong', { class: 'word' });
  const sentence = h('span', { class: 'sentence' });
  const line = h('p', { class: 'line', role: 'status' }, word, ' ', sentence);
  const clock = h('p', { class: 'clock' });
  const time = createTimeControl(app);
  const first = firstSteps(app);
  const checks = createChecks(app);
  const headline = h('div', { class: 'headline' }, sign, line, clock, time.element);
  const reminder = createReminder(headline);
  const element = h(
    'section',
    { class: 'verdict', 'aria-label': strings.verdict.label },
    headline,
    first,
    checks.element,
    reminder.element,
  );
  /** A time that misses its mark does so by more or less with every second. */
  let shown: Inspection | undefined;
  return {
    element,
    render(view) {
      const { verdict } = view;
      const [title, text] = wordsOf(verdict, strings);
      const tone = toneOf(verdict);
      element.className = `verdict ${tone}`;
      setContent(sign, SIGNS[tone]);
      setContent(word, title);
      reminder.render(SIGNS[tone], title);
      setContent(sentence, [text, ...reservations(view, strings)].join(' '));
      clock.classList.toggle('decides', doesTimeDecide(verdict));
      first.hidden = verdict.kind !== 'empty';
      time.element.hidden = verdict.kind === 'empty';
      checks.element.hidden = verdict.kind === 'empty';
      checks.render(view);
      tick(view);
    },
    tick(view) {
      if (view.inspection !== shown) checks.render(view);
      tick(view);
    },
  };

  function tick(view: View): void {
    shown = view.inspection;
    setContent(clock, clockText(view, strings));
    time.render(view);
  }
}

/** What a newcomer can do with an empty page. */
function firstSteps(app: App): HTMLElement {
  const { examples } = app.strings;
  return h(
    'p',
    { class: 'first' },
    button(examples.title, () => app.open('examples'), { class: 'primary' }),
    button(examples.start, () => app.startTour()),
  );
}

function wordsOf(verdict: Verdict, strings: Strings): readonly [string, string] {
  const [title = '', text = ''] = strings.verdict[verdict.kind];
  if (verdict.kind === 'keyRefused') {
    return [title, translated(strings, verdict.code, verdict.message)];
  }
  if ('check' in verdict) {
    const name = strings.report.checks[verdict.check.name] ?? verdict.check.name;
    const { code, message } = verdict.check;
    return [title, `${name}: ${translated(strings, code, message)}`];
  }
  return [title, text];
}

/** What a verdict that is good does not say: whom nobody asked about, and whose word the key is. */
function reservations({ verdict, inspection, options, state }: View, strings: Strings): string[] {
  if (verdict.kind !== 'valid' && verdict.kind !== 'weak') return [];
  const { iss, aud } = inspection.payload ?? {};
  const { checks } = strings.report;
  const unchecked = [
    ...(iss !== undefined && options.issuer === undefined ? [checks['iss']] : []),
    ...(aud !== undefined && options.audience === null ? [checks['aud']] : []),
  ];
  return [
    ...(unchecked.length > 0 ? [strings.verdict.unchecked(unchecked.join(', '))] : []),
    ...(state.isKeyFromLink ? [strings.verdict.keyFromLink] : []),
  ];
}

/** Whether the clock is what the verdict hangs on. */
function doesTimeDecide(verdict: Verdict): boolean {
  return (
    verdict.kind === 'valid' || ('check' in verdict && ['exp', 'nbf'].includes(verdict.check.name))
  );
}

function clockText({ inspection, now, state }: View, strings: Strings): string {
  const change = nextChange(inspection, now);
  if (change === undefined || state.token.trim() === '') return '';
  return strings.verdict[change.kind](countdown(change.seconds));
}
