/** The provider: recognised by the token, chosen, and the fields of its preset in words. */
import { guessProvider, providerValues } from '../../model/provider-guess.js';
import { NO_PRESET, PROVIDERS } from '../../model/providers.js';
import type { Provider, ProviderField, ProviderId } from '../../model/providers.js';
import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, nextId, select, setContent } from '../dom.js';

interface Shown {
  readonly name: string;
  readonly input: HTMLInputElement | HTMLSelectElement;
  readonly mark: HTMLElement;
}

export interface ProviderForm extends Panel {
  /** What the token looks like, which goes before every choice. */
  readonly badge: HTMLElement;
  /** The choice of a provider, as a field. */
  readonly choice: HTMLElement;
}

export function createProviderForm(app: App): ProviderForm {
  const { page, strings } = app;
  const { policy: words } = strings;
  const provider = select(
    [['', words.noProvider], ...PROVIDERS.map(({ id, title }) => [id, title] as const)],
    (id) => choose(id as ProviderId | ''),
  );
  const name = h('span', {});
  const useRules = button(words.useRules, () => choose(guessed()), { class: 'primary small' });
  const badge = h('p', { class: 'looks-like' }, name, useRules);
  const fields = h('div', { class: 'fields preset' });
  const status = h('p', { class: 'hint', role: 'status' });
  const fill = button(words.usePreset, () => choose(page.state.preset.id), { class: 'chip' });
  let shown: { readonly id: ProviderId | ''; readonly inputs: readonly Shown[] } = {
    id: '',
    inputs: [],
  };
  return {
    badge,
    choice: labelled(words.provider, provider),
    element: h('div', { class: 'provider' }, fields, status, fill),
    render(view) {
      const { preset, inspection } = view;
      const { id, values } = view.state.preset;
      provider.value = id;
      const guess = id === '' ? guessProvider(inspection) : undefined;
      badge.hidden = guess === undefined;
      if (guess !== undefined) setContent(name, words.looksLike(titleOf(guess.id)));
      if (id !== shown.id) show(id);
      for (const { name: field, input, mark } of shown.inputs) {
        const chosen = values[field] ?? '';
        if (input instanceof HTMLInputElement && input.value !== chosen) input.value = chosen;
        if (input instanceof HTMLSelectElement && chosen !== '') input.value = chosen;
        const isMissing = preset.missing.includes(field);
        const isFault = preset.faultField === field;
        const { fault } = preset;
        const reason = fault === undefined ? '' : translated(strings, undefined, fault.message);
        setContent(mark, isMissing ? words.needed : isFault ? reason : '');
        mark.className = isFault ? 'fault' : 'needed';
        input.setAttribute('aria-invalid', String(isFault));
      }
      setContent(status, statusText(view, app));
      fill.hidden = id === '' || !isFilledBy(view, id);
    },
  };

  function guessed(): ProviderId | '' {
    return guessProvider(page.view().inspection)?.id ?? '';
  }

  /** With all that the token says of it. */
  function choose(id: ProviderId | ''): void {
    const told = id === '' ? undefined : providerValues(id, page.view().inspection);
    if (told === undefined) page.editPreset({ ...NO_PRESET, id });
    else page.takePreset({ id, values: told });
  }

  function show(id: ProviderId | ''): void {
    const chosen = PROVIDERS.find((known) => known.id === id);
    const inputs = chosen === undefined ? [] : inputsOf(chosen);
    setContent(fields);
    fields.append(...inputs.map(({ field }) => field));
    fields.hidden = inputs.length === 0;
    shown = { id, inputs };
  }

  function inputsOf({ fields: all }: Provider): (Shown & { readonly field: HTMLElement })[] {
    return all.map((field) => {
      const mark = h('span', { class: 'needed', id: nextId() });
      const input = inputOf(field, mark);
      const word = words.presetFields[field.name] ?? field.name;
      const label = field.isOptional === true ? words.optional(word) : word;
      return { name: field.name, input, mark, field: labelled(label, input, mark) };
    });
  }

  function inputOf(
    { name: field, example, choices }: ProviderField,
    mark: HTMLElement,
  ): HTMLInputElement | HTMLSelectElement {
    const change = (value: string) =>
      page.editPreset({ values: { ...page.state.preset.values, [field]: value } });
    if (choices !== undefined) {
      return select(
        choices.map((choice) => [choice, choice]),
        change,
      );
    }
    const input = h('input', {
      ...{ spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
      placeholder: example,
      'aria-describedby': mark.id,
      on: { input: () => change(input.value) },
    });
    return input;
  }
}

const titleOf = (id: ProviderId) => PROVIDERS.find((known) => known.id === id)?.title ?? id;

/** The token says something about the preset that its fields do not say yet. */
function isFilledBy({ inspection, state }: View, id: ProviderId): boolean {
  const told = providerValues(id, inspection) ?? {};
  return Object.entries(told).some(([name, value]) => state.preset.values[name] !== value);
}

function statusText({ preset }: View, { strings }: App): string {
  const { policy: words } = strings;
  const names = preset.missing.map((name) => words.presetFields[name] ?? name);
  if (names.length > 0) return words.missing(names.join(', '));
  const { fault, faultField, options, keysUrl } = preset;
  if (fault !== undefined) {
    return faultField === undefined
      ? translated(strings, fault.code, fault.message)
      : words.notApplied;
  }
  return options !== undefined && keysUrl === undefined ? words.keysElsewhere : '';
}
