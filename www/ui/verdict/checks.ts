/** Every check of the report: those that failed in full, the others in a table that opens. */
import type { Check, Hint } from 'edge-jwt';

import { missedTime, shownChecks } from '../../model/checks.js';
import type { MissedTime } from '../../model/checks.js';
import { applyRemedy, remediesOf } from '../../model/remedies.js';
import type { Remedy } from '../../model/remedies.js';
import { countdown, relativeTime } from '../../model/time.js';
import { translated } from '../../strings/languages.js';
import type { Strings } from '../../strings/en.js';
import type { View } from '../../model/state.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { labelOf } from './actions.js';

const MARKS = { passed: '✓', failed: '✕' };

export function createChecks(app: App): Panel {
  const { strings } = app;
  const { report: words } = strings;
  const failures = createFailures(app);
  const summary = h('span', { class: 'summary hint' });
  const body = h('tbody');
  const table = h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'checks' },
      h('caption', { class: 'visually-hidden' }, words.title),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, words.check),
          h('th', { scope: 'col' }, words.result),
          h('th', { scope: 'col' }, words.why),
        ),
      ),
      body,
    ),
  );
  const count = h('summary');
  const unasked = h('ul', { class: 'unasked' });
  const rest = h('details', {}, count, unasked);
  const all = h('details', {}, h('summary', {}, `${words.title} `, summary), table, rest);
  return {
    element: h('div', { class: 'report' }, failures.element, all),
    render(view) {
      const { inspection, verdict, lights } = view;
      const { failed, passed, skipped } = shownChecks(inspection);
      const isOpen = verdict.kind === 'encrypted';
      const told = Object.values(lights).map((light) => ('check' in light ? light.check.name : ''));
      failures.render(isOpen ? [] : failed, told, remediesBeside(view, told));
      all.hidden = isOpen;
      setContent(summary, words.summary(passed.length, failed.length));
      setContent(body, ...[...failed, ...passed].map((check) => rowOf(check, strings)));
      rest.hidden = skipped.length === 0;
      setContent(count, words.unasked(skipped.length));
      setContent(unasked, ...skipped.map((check) => h('li', {}, nameOf(check, strings))));
    },
  };
}

/** All but those that a light has the button for: the first of the check that it is about. */
function remediesBeside(view: View, told: readonly string[]): readonly Remedy[] {
  const remedies = remediesOf(view);
  const isInLight = (remedy: Remedy) =>
    told.some((name) => remedies.find(({ check }) => check === name) === remedy);
  return remedies.filter((remedy) => !isInLight(remedy));
}

interface Failures {
  readonly element: HTMLElement;
  /** `told` are the names of the checks whose messages the lights say. */
  render(failed: readonly Check[], told: readonly string[], remedies: readonly Remedy[]): void;
}

/** Made again only when another check fails: a button that is replaced loses the focus. Times are changed in place. */
function createFailures(app: App): Failures {
  const { strings } = app;
  const element = h('ul', { class: 'failures' });
  const remedyButton = remedyButtonOf(app);
  let facts: readonly HTMLElement[] = [];
  let shown: string | undefined;
  return {
    element,
    render(failed, told, remedies) {
      element.hidden = failed.length === 0;
      const wanted = JSON.stringify([
        failed.map(({ name, code, message, hints }) => [name, code, message, hints]),
        told,
        remedies,
      ]);
      if (wanted !== shown) {
        shown = wanted;
        facts = failed.map(() => h('span', { class: 'facts' }));
        element.replaceChildren(
          ...failed.map((check, index) =>
            failureOf(check, told.includes(check.name), facts[index], strings, [
              ...remedies.filter((remedy) => remedy.check === check.name).map(remedyButton),
            ]),
          ),
        );
      }
      failed.forEach((check, index) => {
        const place = facts[index];
        if (place !== undefined) setContent(place, ...factsOf(check, strings));
      });
    },
  };
}

/** Finds the remedy again: what it changes may have changed. */
const remedyButtonOf =
  ({ page, strings }: App) =>
  (remedy: Remedy): HTMLElement => {
    const isIt = ({ id, check }: Remedy) => id === remedy.id && check === remedy.check;
    const run = () => {
      const found = remediesOf(page.view()).find(isIt);
      if (found !== undefined) void applyRemedy(page, found);
    };
    return button(labelOf(remedy, strings), run, { class: 'small' });
  };

const nameOf = ({ name }: Check, { report }: Strings) => report.checks[name];

/** What a light has told already goes without its message. */
function failureOf(
  check: Check,
  isTold: boolean,
  facts: HTMLElement | undefined,
  strings: Strings,
  remedies: readonly HTMLElement[],
): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, nameOf(check, strings)),
    ' ',
    ...messageOf(check, isTold, strings),
    facts,
    ...check.hints.map((hint) => hintOf(hint, strings)),
    ...remedies,
  );
}

function rowOf(check: Check, strings: Strings): HTMLElement {
  const facts = factsOf(check, strings);
  const status = check.status === 'failed' ? 'failed' : 'passed';
  return h(
    'tr',
    { class: status },
    h(
      'th',
      { scope: 'row' },
      nameOf(check, strings),
      ' ',
      h('code', { class: 'hint' }, check.name),
    ),
    h('td', { class: 'result' }, `${MARKS[status]} ${strings.report[status]}`),
    h(
      'td',
      {},
      ...messageOf(check, false, strings),
      facts.length > 0 && h('span', { class: 'facts' }, ...facts),
      ...check.hints.map((hint) => hintOf(hint, strings)),
    ),
  );
}

/** The message and its code; in other languages also what the package itself says, which has the details. */
function messageOf({ code, message }: Check, isTold: boolean, strings: Strings): (Node | string)[] {
  const isTranslated = code !== undefined && strings.messages[code] !== undefined;
  const text = isTold ? undefined : message;
  return [
    ...(text === undefined ? [] : [h('span', {}, translated(strings, code, text))]),
    ...(code === undefined ? [] : [' ', h('code', { class: 'error-code' }, code)]),
    ...(isTranslated && text !== undefined
      ? [h('span', { class: 'fact hint', lang: 'en' }, translated(strings, undefined, text))]
      : []),
  ];
}

function hintOf({ id, message }: Hint, strings: Strings): HTMLElement {
  return h(
    'span',
    { class: 'fact perhaps' },
    h('em', {}, strings.report.perhaps),
    ` ${translated(strings, id, message)} `,
  );
}

/** What was expected and found, in one line as far as it goes: they are to be compared. */
function factsOf(check: Check, strings: Strings): Node[] {
  const { report: words, language } = strings;
  const time = missedTime(check);
  if (time !== undefined) {
    const { kind, at, now, seconds } = time;
    const span = kind === 'tooOld' ? countdown(seconds, language) : relative(time, language);
    return [h('span', {}, words.times[kind](at, now, span))];
  }
  const { expected, actual, secondsOff = 0 } = check;
  const value = (label: string, given: unknown) =>
    given === undefined ? [] : [h('span', {}, `${label} `, h('code', {}, JSON.stringify(given)))];
  return [
    ...value(words.expected, expected),
    ...value(words.actual, actual),
    ...(secondsOff > 0 ? [h('span', {}, words.secondsOff(countdown(secondsOff, language)))] : []),
  ];
}

/** In the words of the language, which bends them: "364 Tage", but "vor 364 Tagen". */
function relative({ kind, seconds }: MissedTime, language: string): string {
  const date = new Date((kind === 'expired' ? -seconds : seconds) * 1000);
  return relativeTime(date, new Date(0), language);
}
