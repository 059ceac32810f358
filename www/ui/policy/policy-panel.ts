/** What an API expects of the token: in fields, or by the preset of a provider. */
import { PROFILES } from '../../model/policy.js';
import type { PolicyField } from '../../model/policy.js';
import { PROVIDERS } from '../../model/providers.js';
import type { Provider, ProviderField, ProviderId } from '../../model/providers.js';
import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, nextId, panel, select, setContent } from '../dom.js';

const FIRST: readonly PolicyField[] = ['issuer', 'audience'];
const MORE: readonly PolicyField[] = [
  ...(['algorithms', 'clockTolerance', 'requiredClaims', 'maxTokenAge', 'typ'] as const),
  ...(['requiredScopes', 'requiredRoles', 'rolesPath', 'subject', 'nonce', 'clientId'] as const),
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
  const provider = select(
    [['', words.noProvider], ...PROVIDERS.map(({ id, title }) => [id, title] as const)],
    (id) => page.editPreset({ id: id as ProviderId | '' }),
  );
  const profile = select(
    (['', ...PROFILES] as const).map((name) => [name, words.profiles[name]]),
    (value) => page.editPolicy({ profile: value }),
  );
  const presetFields = h('div', { class: 'fields preset' });
  const presetFault = h('p', { class: 'hint', role: 'status' });
  const clear = button(strings.page.clear, () => page.clearPolicy(), { class: 'quiet' });
  const use = button(
    words.use,
    () => {
      const { iss, aud } = page.view().inspection.payload ?? {};
      page.editPolicy({
        ...(typeof iss === 'string' && { issuer: iss }),
        ...(typeof aud === 'string' && { audience: aud }),
        ...(Array.isArray(aud) && typeof aud[0] === 'string' && { audience: aud[0] }),
      });
    },
    { class: 'chip' },
  );
  const more = h(
    'details',
    { class: 'fold' },
    h('summary', {}, words.more),
    h('div', { class: 'fields' }, labelled(words.fields.profile, profile), ...MORE.map(field)),
  );
  let shownProvider: ProviderId | '' = '';
  return {
    element: panel(
      'policy',
      words.title,
      [clear],
      h('div', { class: 'fields' }, labelled(words.provider, provider), ...FIRST.map(field)),
      presetFields,
      presetFault,
      use,
      more,
    ),
    focus: () => {
      const fields = [...presetFields.querySelectorAll('input')];
      (fields.find(({ value }) => value === '') ?? provider).focus();
    },
    render(view) {
      for (const [name, { input, fault }] of inputs) {
        if (input.value !== view.state.policy[name]) input.value = view.state.policy[name];
        const isFault = view.policyFaults.includes(name);
        setContent(fault, isFault ? words.fault : '');
        input.setAttribute('aria-invalid', String(isFault));
      }
      for (const name of Object.values(MATCHES)) {
        matches[name].value = view.state.policy[name] === 'any' ? 'any' : '';
      }
      provider.value = view.state.preset.id;
      profile.value = view.state.policy.profile;
      if (view.state.preset.id !== shownProvider) showPreset(view);
      setContent(presetFault, presetText(view, app));
      use.hidden = view.inspection.payload === undefined;
    },
  };

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

  function showPreset({ state }: View): void {
    shownProvider = state.preset.id;
    const chosen = PROVIDERS.find(({ id }) => id === shownProvider);
    setContent(presetFields);
    if (chosen !== undefined) presetFields.append(...presetInputs(chosen, app));
  }
}

function presetInputs({ fields }: Provider, app: App): HTMLElement[] {
  return fields.map((field) => labelled(field.name, presetInput(field, app)));
}

function presetInput({ name, example, choices }: ProviderField, { page }: App): HTMLElement {
  const change = (value: string) =>
    page.editPreset({ values: { ...page.state.preset.values, [name]: value } });
  if (choices !== undefined) {
    const made = select(
      choices.map((choice) => [choice, choice]),
      change,
    );
    made.value = page.state.preset.values[name] ?? choices[0] ?? '';
    return made;
  }
  const made = h('input', {
    ...{ spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
    placeholder: example,
    value: page.state.preset.values[name] ?? '',
    on: { input: () => change(made.value) },
  });
  return made;
}

function presetText({ preset }: View, { strings }: App): string {
  if (preset.missing.length > 0) return strings.policy.missing(preset.missing.join(', '));
  const { fault, options, keysUrl } = preset;
  if (fault !== undefined) return translated(strings, fault.code, fault.message);
  return options !== undefined && keysUrl === undefined ? strings.policy.keysElsewhere : '';
}
