/** Every claim of the payload: what it is, its value as people read it, and where it is defined. */
import { citation, knownClaim, knownHeaderParameter } from '../../model/claims/dictionary.js';
import type { ClaimName, HeaderParameterName, KnownName } from '../../model/claims/dictionary.js';
import { readableValue } from '../../model/claims/value.js';
import { memberTexts } from '../../model/json-text.js';
import type { View } from '../../model/state.js';
import { isoTime, localTime, readTime, relativeTime } from '../../model/time.js';
import { localeOf } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, link, setContent } from '../dom.js';

const EXPIRIES = [900, 3600, -60] as const;

export function createClaimsTable(app: App): Panel {
  const { page, strings } = app;
  const { payload: words } = strings;
  const body = h('tbody');
  const expiry = h(
    'div',
    { class: 'expiry', role: 'group', 'aria-label': words.setExpiry },
    h('span', { class: 'hint' }, words.setExpiry),
    ...EXPIRIES.map((seconds) =>
      button(
        words.expiryIn[`${seconds}`],
        () => {
          const now = Math.floor(page.view().now.getTime() / 1000);
          void page.setClaim('exp', now + seconds);
        },
        { class: 'chip' },
      ),
    ),
  );
  const table = h(
    'table',
    { class: 'claims' },
    h('caption', { class: 'visually-hidden' }, words.explained),
    // The headings are for screen readers alone, so that widths cannot hang on them.
    h('colgroup', {}, h('col', { class: 'name' }), h('col', { class: 'value' }), h('col')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, words.claim),
        h('th', { scope: 'col' }, words.value),
        h('th', { scope: 'col' }, words.meaning),
      ),
    ),
    body,
  );
  const element = h('div', { class: 'explained' }, expiry, table);
  return {
    element,
    render(view) {
      const claims = Object.entries(view.inspection.payload ?? {});
      table.hidden = claims.length === 0;
      element.hidden = view.verdict.kind === 'encrypted' || view.state.token.trim() === '';
      const texts = memberTexts(view.payload);
      setContent(
        body,
        ...claims.map(([name, value]) =>
          claimRow({ name, value, text: texts.get(name) }, view, app),
        ),
      );
    },
    tick({ now }) {
      for (const shown of body.querySelectorAll('time')) {
        setContent(shown, relativeTime(new Date(shown.dateTime), now, strings.language));
      }
    },
  };
}

interface Claim {
  readonly name: string;
  readonly value: unknown;
  /** As the token has it. */
  readonly text: string | undefined;
}

function claimRow(claim: Claim, view: View, { strings }: App): HTMLElement {
  const { name, value } = claim;
  const known = knownClaim(name);
  const time = known?.isTime ? readTime(value) : undefined;
  const meaning = known === undefined ? undefined : strings.claims[name as ClaimName];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('code', {}, name)),
    h('td', {}, ...(time === undefined ? values(claim) : times(time, view, strings))),
    meaningCell(meaning, known, strings),
  );
}

/** A provider's claim is a provider's: another issuer may mean something else by the name. */
function meaningCell(
  meaning: string | undefined,
  known: KnownName | undefined,
  { payload: words }: App['strings'],
): HTMLElement {
  if (known === undefined) return h('td', { class: 'hint' }, words.unknown);
  const { provider, reference } = known;
  const cite = h('span', { class: 'cite' }, link(provider ?? citation(reference), reference));
  return provider === undefined
    ? h('td', {}, meaning, ' ', cite)
    : h('td', {}, words.atProvider, ' ', cite, `: ${meaning}`);
}

function values({ name, value, text }: Claim): Node[] {
  const { items, isList } = readableValue(name, value, text);
  return items.map((item) => h('span', { class: isList ? 'value item' : 'value' }, item));
}

function times(
  { date, isMilliseconds }: { date: Date; isMilliseconds: boolean },
  { now }: View,
  strings: App['strings'],
): Node[] {
  const { language, payload: words } = strings;
  return [
    h(
      'time',
      { class: 'relative', datetime: date.toISOString() },
      relativeTime(date, now, language),
    ),
    h('span', { class: 'time' }, localTime(date, localeOf(strings, navigator.languages))),
    h('span', { class: 'time hint' }, isoTime(date)),
    ...(isMilliseconds ? [h('span', { class: 'time warning' }, words.milliseconds)] : []),
  ];
}

/** The header's parameters, in a line each. */
export function createHeaderNotes({ strings }: App): Panel {
  const list = h('dl', { class: 'parameters' });
  return {
    element: list,
    render({ inspection }) {
      const names = Object.keys(inspection.protectedHeader ?? {});
      list.hidden = names.length === 0;
      setContent(
        list,
        ...names.flatMap((name) => {
          const known = knownHeaderParameter(name);
          const meaning = strings.headerParameters[name as HeaderParameterName];
          return [
            h('dt', {}, h('code', {}, name)),
            known === undefined
              ? h('dd', { class: 'hint' }, strings.payload.unknown)
              : h(
                  'dd',
                  {},
                  meaning,
                  ' ',
                  h('span', { class: 'cite' }, link(citation(known.reference), known.reference)),
                ),
          ];
        }),
      );
    },
  };
}
