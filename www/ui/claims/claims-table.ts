/** Every claim of the payload: what it is, its value as people read it, and where it is defined. */
import { citation, knownClaim, knownHeaderParameter } from '../../model/claims/dictionary.js';
import type { ClaimName, HeaderParameterName } from '../../model/claims/dictionary.js';
import { issuerOf } from '../../model/claims/issuer.js';
import type { Payload } from '../../model/claims/issuer.js';
import { readableValue } from '../../model/claims/value.js';
import { isJsonObject, memberTexts } from '../../model/json-text.js';
import type { View } from '../../model/state.js';
import { isoTime, localTime, readTime, relativeTime, yearOf } from '../../model/time.js';
import { localeOf } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, link, setContent } from '../dom.js';
import { loadProviderWords } from './provider-words.js';
import type { Explained, ProviderWords } from './provider-words.js';

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
  let ofProviders: ProviderWords | undefined;
  let shown: View | undefined;
  const made: Panel = {
    element,
    render(view) {
      shown = view;
      const payload = claimsOf(view);
      const claims = Object.entries(payload);
      table.hidden = claims.length === 0;
      element.hidden = view.verdict.kind === 'encrypted' || view.state.token.trim() === '';
      const texts = memberTexts(view.payload);
      const explain = explainer(payload);
      setContent(
        body,
        ...claims.map(([name, value]) =>
          claimRow({ name, value, text: texts.get(name) }, view, explain(name)),
        ),
      );
    },
    tick({ now }) {
      for (const time of body.querySelectorAll('time')) {
        setContent(time, relativeTime(new Date(time.dateTime), now, strings.language));
      }
    },
  };
  return made;

  /** What the issuer says about a claim goes before what the standards say. */
  function explainer(payload: Payload): (name: string) => Explained | undefined {
    const issuer = issuerOf(payload);
    if (issuer !== undefined && ofProviders === undefined) void addProviders();
    return (name) => {
      const ofIssuer = issuer === undefined ? undefined : ofProviders?.(name, issuer);
      if (ofIssuer !== undefined) return ofIssuer;
      const known = knownClaim(name);
      if (known === undefined) return undefined;
      const { reference } = known;
      return { meaning: strings.claims[name as ClaimName], source: citation(reference), reference };
    };
  }

  async function addProviders(): Promise<void> {
    ofProviders = () => undefined;
    // Where they cannot be had, the claims are shown without.
    const loaded = await loadProviderWords(strings).catch(() => undefined);
    ofProviders = loaded;
    if (loaded !== undefined && shown !== undefined) made.render(shown);
  }

  function claimRow(claim: Claim, view: View, explained: Explained | undefined): HTMLElement {
    const { name, value } = claim;
    const time = knownClaim(name)?.isTime ? readTime(value) : undefined;
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('code', {}, name)),
      h('td', {}, ...(time === undefined ? values(claim) : times(Number(value), time, view))),
      explained === undefined
        ? h('td', { class: 'hint' }, words.unknown)
        : h(
            'td',
            {},
            explained.meaning,
            ' ',
            h('span', { class: 'cite' }, link(explained.source, explained.reference)),
          ),
    );
  }

  function times(
    value: number,
    { date, isMilliseconds }: { date: Date; isMilliseconds: boolean },
    { now }: View,
  ): Node[] {
    const { language } = strings;
    const relative = h(
      'time',
      { class: 'relative', datetime: date.toISOString() },
      relativeTime(date, now, language),
    );
    return [
      ...(isMilliseconds
        ? [
            h('span', { class: 'time warning' }, words.asSeconds(yearOf(value))),
            h('span', { class: 'time warning' }, words.asMilliseconds),
          ]
        : []),
      relative,
      h('span', { class: 'time' }, localTime(date, localeOf(strings, navigator.languages))),
      h('span', { class: 'time hint' }, isoTime(date)),
    ];
  }
}

/** Also of a payload that the package refuses, for a member that it has twice. */
function claimsOf({ inspection, payload }: View): Payload {
  if (inspection.payload !== undefined) return inspection.payload;
  return isJsonObject(payload) ? (JSON.parse(payload) as Payload) : {};
}

interface Claim {
  readonly name: string;
  readonly value: unknown;
  /** As the token has it. */
  readonly text: string | undefined;
}

function values({ name, value, text }: Claim): Node[] {
  const { items, isList } = readableValue(name, value, text);
  return items.map((item) => h('span', { class: isList ? 'value item' : 'value' }, item));
}

/** The header's parameters, in a line each. */
export function createHeaderNotes({ strings }: App): Panel {
  const { headerParameters, encryptedHeaderParameters } = strings;
  const list = h('dl', { class: 'parameters' });
  return {
    element: list,
    render({ inspection }) {
      const names = Object.keys(inspection.protectedHeader ?? {});
      list.hidden = names.length === 0;
      const isEncrypted = inspection.segments[1]?.name === 'encryptedKey';
      const more: Readonly<Record<string, string>> = isEncrypted ? encryptedHeaderParameters : {};
      setContent(
        list,
        ...names.flatMap((name) => {
          const known = knownHeaderParameter(name, isEncrypted);
          const own = Object.hasOwn(more, name) ? more[name] : undefined;
          const meaning = own ?? headerParameters[name as HeaderParameterName];
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
