/** What kind of token it is, in a line that opens to what its kind asks a verifier to check. */
import { isText } from '../../model/claims/issuer.js';
import { kindOf } from '../../model/kind/kind.js';
import type { TokenKind } from '../../model/kind/kind.js';
import type { Policy } from '../../model/policy.js';
import type { View } from '../../model/state.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';
import { createDisclosures } from './disclosures.js';

const PROFILES = ['id_token', 'access_token', 'logout_token'] as const;

export function createKindLine(app: App): Panel {
  const { page, strings } = app;
  const { kind: words } = strings;
  const title = h('strong');
  const how = h('span', { class: 'hint' });
  const text = h('div', { class: 'kind-text' });
  const checks = h('ul');
  let shown: TokenKind | undefined;
  const buttons = PROFILES.map((profile) =>
    button(words.checkAs[profile], () => page.takePolicy(expectations(page.view(), profile)), {
      class: 'small',
    }),
  );
  const open = button(words.open, () => page.pasteToken(shown?.nested ?? ''), { class: 'small' });
  const fills = h('p', { class: 'hint' }, words.fills);
  const asks = h('p', { class: 'asks' }, words.asks);
  const disclosures = createDisclosures(app);
  const element = h(
    'section',
    { class: 'kind', 'aria-label': words.label },
    h(
      'details',
      {},
      h('summary', {}, title, ' ', how),
      text,
      asks,
      checks,
      h('p', { class: 'actions' }, ...buttons),
      fills,
    ),
    open,
    disclosures.element,
  );
  return {
    element,
    render(view) {
      const { state, inspection, payload } = view;
      shown = kindOf({ token: state.token, inspection, payload, pasted: state.foundIn });
      element.hidden = shown === undefined || state.token.trim() === '';
      if (shown === undefined) return;
      const [name, sentence] = words.kinds[shown.id];
      setContent(title, name);
      setContent(how, `· ${howMade(shown)}`);
      setContent(text, ...[sentence, ...about(shown)].map((line) => h('p', {}, line)));
      setContent(checks, ...shown.checks.map((check) => h('li', {}, words.checks[check])));
      const { profile } = state.policy;
      PROFILES.forEach((one, index) => {
        const control = buttons[index];
        if (control !== undefined) control.hidden = shown?.profile !== one || profile === one;
      });
      fills.hidden = buttons.every(({ hidden }) => hidden);
      open.hidden = shown.nested === undefined;
      disclosures.render(view);
    },
  };

  function howMade({ id, algorithms, traits }: TokenKind): string {
    if (traits.includes('unsecured')) return words.unsigned;
    const names = algorithms.join(', ');
    const made = id === 'jwe' ? words.encrypted(names) : words.signed(names);
    return traits.includes('selective') ? `SD-JWT, ${made}` : made;
  }

  function about({ id, traits, serialization }: TokenKind): string[] {
    const count = serialization?.count ?? 1;
    const unprotected = serialization?.unprotected;
    return [
      ...traits.map((trait) => words.traits[trait]),
      ...(count > 1 ? [id === 'jwe' ? words.recipients(count) : words.signatures(count)] : []),
      ...(unprotected === undefined ? [] : [`${words.unprotected} ${JSON.stringify(unprotected)}`]),
    ];
  }
}

/** What its kind asks for, filled in from the token where nothing is asked for yet. */
function expectations({ inspection, state }: View, profile: (typeof PROFILES)[number]) {
  const { iss, aud } = inspection.payload ?? {};
  const audience = (Array.isArray(aud) ? aud : [aud]).filter(isText).join(' ');
  const field = profile === 'access_token' ? 'audience' : 'clientId';
  const { policy } = state;
  return {
    profile,
    ...(policy.issuer === '' && isText(iss) && { issuer: iss }),
    ...(policy[field] === '' && { [field]: audience }),
  } satisfies Partial<Policy>;
}
