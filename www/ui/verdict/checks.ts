/** Every check of the report: those that failed in full, the others in a table that opens. */
import type { Check, Hint } from 'edge-jwt';

import { missedTime, shownChecks } from '../../model/checks.js';
import type { MissedTime } from '../../model/checks.js';
import { countdown, relativeTime } from '../../model/time.js';
import { translated } from '../../strings/languages.js';
import type { Strings } from '../../strings/en.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';

/** The button that does what a hint says, where there is one. Asked for anew with every list of failures. */
export type RemedyButton = (id: string) => HTMLElement | undefined;

const MARKS = { passed: '✓', failed: '✕' };

export function createChecks(
  { strings }: App,
  remedyButton: RemedyButton = () => undefined,
): Panel {
  const { report: words } = strings;
  const failures = createFailures(strings, remedyButton);
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
    render({ inspection, verdict, lights }) {
      const { failed, passed, skipped } = shownChecks(inspection);
      const isOpen = verdict.kind === 'encrypted';
      const told = Object.values(lights).map((light) => ('check' in light ? light.check.name : ''));
      failures.render(isOpen ? [] : failed, told);
      all.hidden = isOpen;
      setContent(summary, words.summary(passed.length, failed.length));
      setContent(body, ...[...failed, ...passed].map((check) => rowOf(check, strings)));
      rest.hidden = skipped.length === 0;
      setContent(count, words.unasked(skipped.length));
      setContent(unasked, ...skipped.map((check) => h('li', {}, nameOf(check, strings))));
    },
  };
}

interface Failures {
  readonly element: HTMLElement;
  /** `told` are the names of the checks whose messages the lights say. */
  render(failed: readonly Check[], told: readonly string[]): void;
}

/** Made again only when another check fails: a button that is replaced loses the focus. Times are changed in place. */
function createFailures(strings: Strings, remedyButton: RemedyButton): Failures {
  const element = h('ul', { class: 'failures' });
  let facts: readonly HTMLElement[] = [];
  let shown: string | undefined;
  return {
    element,
    render(failed, told) {
      element.hidden = failed.length === 0;
      const wanted = JSON.stringify(
        failed.map(({ name, code, message, hints }) => [name, code, message, hints, told]),
      );
      if (wanted !== shown) {
        shown = wanted;
        facts = failed.map(() => h('span', { class: 'facts' }));
        element.replaceChildren(
          ...failed.map((check, index) =>
            failureOf(check, told.includes(check.name), facts[index], strings, remedyButton),
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

const nameOf = ({ name }: Check, { report }: Strings) => report.checks[name] ?? name;

/** What a light has told already goes without its message. */
function failureOf(
  check: Check,
  isTold: boolean,
  facts: HTMLElement | undefined,
  strings: Strings,
  remedyButton: RemedyButton,
): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, nameOf(check, strings)),
    ' ',
    ...messageOf(check, isTold, strings),
    facts,
    ...check.hints.map((hint) => hintOf(hint, strings, remedyButton(hint.id))),
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

function hintOf({ id, message }: Hint, strings: Strings, remedy?: HTMLElement): HTMLElement {
  return h(
    'span',
    { class: 'fact perhaps' },
    h('em', {}, strings.report.perhaps),
    ` ${translated(strings, id, message)} `,
    remedy,
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
