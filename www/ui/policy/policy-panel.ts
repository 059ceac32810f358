/** What an API expects of the token: in fields, or by the preset of a provider. */
import { PROFILES } from '../../model/policy.js';
import type { PolicyField } from '../../model/policy.js';
import { guessProvider } from '../../model/provider-guess.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, nextId, panel, select, setContent } from '../dom.js';
import { createProviderForm } from './provider-form.js';

const FIRST: readonly PolicyField[] = ['issuer', 'audience'];
const MORE: readonly PolicyField[] = [
  'algorithms',
  'clockTolerance',
  'requiredClaims',
  'maxTokenAge',
  'typ',
  'requiredScopes',
  'requiredRoles',
  'rolesPath',
  'subject',
  'nonce',
  'clientId',
];

/** Of the names in these fields all are asked for, or any one. */
const MATCHES = { requiredScopes: 'scopesMatch', requiredRoles: 'rolesMatch' } as const;

export function createPolicyPanel(app: App): Panel & { focus(): void } {
  const { page, strings } = app;
  const { policy: words } = strings;
  const inputs = new Map<PolicyField, { input: HTMLInputElement; fault: HTMLElement }>();
  const matches = {
    scopesMatch: matchSelect('scopesMatch'),
    rolesMatch: matchSelect('rolesMatch'),
  };
  const provider = createProviderForm(app);
  const profile = select(
    (['', ...PROFILES] as const).map((name) => [name, words.profiles[name]]),
    (value) => page.editPolicy({ profile: value }),
  );
  const clear = button(strings.page.clear, () => page.clearPolicy(), { class: 'quiet' });
  const use = button(
    words.use,
    () => {
      const { iss, aud } = page.view().inspection.payload ?? {};
      page.takePolicy({
        ...(typeof iss === 'string' && { issuer: iss }),
        ...(typeof aud === 'string' && { audience: aud }),
        ...(Array.isArray(aud) && typeof aud[0] === 'string' && { audience: aud[0] }),
      });
    },
    { class: 'chip' },
  );
  const general = FIRST.map(field);
  const first = h('div', { class: 'fields' }, provider.choice, ...general);
  const moreFields = h(
    'div',
    { class: 'fields' },
    labelled(words.fields.profile, profile),
    ...MORE.map(field),
  );
  const more = h('details', { class: 'fold' }, h('summary', {}, words.more), moreFields);
  let hasProvider = false;
  return {
    element: panel(
      'policy',
      words.title,
      [clear],
      provider.badge,
      first,
      provider.element,
      use,
      more,
    ),
    focus: () => {
      const fields = [...provider.element.querySelectorAll('input')];
      const empty = fields.find(({ value }) => value === '');
      (empty ?? first.querySelector('select'))?.focus();
    },
    render(view) {
      for (const [name, { input, fault }] of inputs) {
        if (input.value !== view.state.policy[name]) input.value = view.state.policy[name];
        const isFault = view.policyFaults.includes(name);
        // Empty, it is what the kind of token needs.
        const isMissing = isFault && input.value.trim() === '';
        setContent(fault, isMissing ? words.needed : isFault ? (words.faults[name] ?? '') : '');
        fault.className = isMissing ? 'needed' : 'fault';
        input.setAttribute('aria-invalid', String(isFault && !isMissing));
      }
      for (const name of Object.values(MATCHES)) {
        matches[name].value = view.state.policy[name] === 'any' ? 'any' : '';
      }
      profile.value = view.state.policy.profile;
      provider.render(view);
      placeGeneral(view.state.preset.id !== '');
      // A provider has fields of its own for these.
      const hasOwn = hasProvider || guessProvider(view.inspection) !== undefined;
      use.hidden = view.inspection.payload === undefined || hasOwn;
    },
  };

  /** Issuer and audience follow from a provider; they stay at hand for what differs from it. */
  function placeGeneral(isWithProvider: boolean): void {
    if (isWithProvider === hasProvider) return;
    hasProvider = isWithProvider;
    if (isWithProvider) moreFields.prepend(...general);
    else first.append(...general);
  }

  function field(name: PolicyField): HTMLElement {
    const fault = h('span', { class: 'fault', id: nextId() });
    const input = h('input', {
      ...{ spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
      placeholder: words.examples[name],
      'aria-describedby': fault.id,
      on: { input: () => page.editPolicy({ [name]: input.value }) },
    });
    inputs.set(name, { input, fault });
    const made = labelled(words.fields[name], input, fault);
    if (name === 'requiredScopes' || name === 'requiredRoles') {
      made.classList.add('joined');
      input.after(matches[MATCHES[name]]);
    }
    return made;
  }

  function matchSelect(name: 'scopesMatch' | 'rolesMatch'): HTMLSelectElement {
    return select(
      (['', 'any'] as const).map((value) => [value, words.matches[value]]),
      (value) => page.editPolicy({ [name]: value }),
      { 'aria-label': words.fields[name] },
    );
  }
}
