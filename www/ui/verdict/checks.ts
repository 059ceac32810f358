/** Every check of the report: a mark for each, and for those that failed what was expected and found. */
import type { Check } from 'edge-jwt';

import { knownClaim } from '../../model/claims/dictionary.js';
import { countdown, isoTime, readTime } from '../../model/time.js';
import { translated } from '../../strings/languages.js';
import type { Strings } from '../../strings/en.js';
import type { App, Panel } from '../app.js';
import { h, setContent } from '../dom.js';

const MARKS = { passed: '✓', failed: '✕', skipped: '–' };

export function createChecks({ strings }: App): Panel {
  const { report: words } = strings;
  const failures = h('ul', { class: 'failures' });
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
  const all = h('details', {}, h('summary', {}, `${words.title} `, summary), table);
  return {
    element: h('div', { class: 'report' }, failures, all),
    render({ inspection, verdict, lights }) {
      const { checks } = inspection;
      const failed = checks.filter(({ status }) => status === 'failed');
      const asked = checks.filter(({ status }) => status !== 'skipped');
      const isOpen = verdict.kind === 'encrypted';
      const told = Object.values(lights).map((light) => 'check' in light && light.check);
      setContent(
        failures,
        ...(isOpen ? [] : failed.map((check) => failureOf(check, told.includes(check), strings))),
      );
      failures.hidden = failed.length === 0 || isOpen;
      const skipped = checks.length - asked.length;
      setContent(summary, words.summary(asked.length - failed.length, failed.length, skipped));
      setContent(body, ...checks.map((check) => rowOf(check, strings)));
    },
  };
}

const nameOf = ({ name }: Check, { report }: Strings) => report.checks[name] ?? name;

/** What a light has told already goes without its message. */
function failureOf(check: Check, isTold: boolean, strings: Strings): HTMLElement {
  const { message: _told, ...rest } = check;
  const reason = reasonOf(isTold ? rest : check, strings);
  return h('li', {}, h('strong', {}, nameOf(check, strings)), ' ', ...reason);
}

function rowOf(check: Check, strings: Strings): HTMLElement {
  return h(
    'tr',
    { class: check.status },
    h(
      'th',
      { scope: 'row' },
      nameOf(check, strings),
      ' ',
      h('code', { class: 'hint' }, check.name),
    ),
    h('td', { class: 'result' }, `${MARKS[check.status]} ${strings.report[check.status]}`),
    h('td', {}, ...reasonOf(check, strings)),
  );
}

/** The message, what was expected and found, by how much it misses, and the hints. */
function reasonOf(check: Check, strings: Strings): (Node | string)[] {
  const { report: words } = strings;
  const { code, message, expected, actual, secondsOff, hints } = check;
  const isOwnLanguage = code !== undefined && strings.messages[code] !== undefined;
  return [
    ...(message === undefined ? [] : [h('span', {}, translated(strings, code, message))]),
    ...(code === undefined ? [] : [' ', h('code', { class: 'error-code' }, code)]),
    ...(isOwnLanguage && message !== undefined
      ? [h('span', { class: 'fact hint', lang: 'en' }, translated(strings, undefined, message))]
      : []),
    ...factsOf(
      expected !== undefined && [`${words.expected} `, ...valueOf(check, expected)],
      actual !== undefined && [`${words.actual} `, ...valueOf(check, actual)],
      secondsOff !== undefined && secondsOff > 0 && [words.secondsOff(countdown(secondsOff))],
    ),
    ...hints.map(({ id, message: hint }) =>
      h(
        'span',
        { class: 'fact perhaps' },
        h('em', {}, words.perhaps),
        ` ${translated(strings, id, hint)}`,
      ),
    ),
  ];
}

/** As JSON, and a time also as people read it. */
function valueOf({ claim = '' }: Check, value: unknown): (Node | string)[] {
  const time = knownClaim(claim)?.isTime ? readTime(value)?.date : undefined;
  if (time === undefined) return [h('code', {}, JSON.stringify(value))];
  return [
    h('code', {}, `${Math.floor(Number(value))}`),
    ` (${isoTime(time).replace(/\.\d+/, '')})`,
  ];
}

/** In one line, as far as it goes: they are to be compared. */
function factsOf(...facts: readonly (false | (Node | string)[])[]): Node[] {
  const given = facts.filter((fact) => fact !== false);
  if (given.length === 0) return [];
  return [h('span', { class: 'facts' }, ...given.map((fact) => h('span', {}, ...fact)))];
}
