/** The key: pasted, made, converted, or fetched by a click that names the host. */
import { ALGORITHMS, NO_KEY, secretBits } from '../../model/key.js';
import type { SecretEncoding } from '../../model/key.js';
import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, panel, select, setContent } from '../dom.js';
import { createConversions } from './conversions.js';
import { createKeySet } from './key-set.js';
import { createNewKey } from './new-key.js';
import { createRemoteKeys } from './remote-keys.js';

const ENCODINGS: readonly SecretEncoding[] = ['utf8', 'base64url', 'base64', 'hex'];

export function createKeyPanel(app: App): Panel & { focus(): void } {
  const { page, strings } = app;
  const { key: words } = strings;
  const text = h('textarea', {
    ...{ rows: '4', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
    ...{ 'aria-label': words.label, placeholder: words.placeholder, class: 'mono' },
    on: { input: () => page.editKey({ text: text.value }) },
  });
  const encoding = select(
    ENCODINGS.map((name) => [name, words.encodings[name]]),
    (value) => page.editKey({ encoding: value as SecretEncoding }),
  );
  const encodingField = labelled(words.encoding, encoding);
  const algorithm = select(
    [['', words.automatic], ...ALGORITHMS.map((name) => [name, name] as const)],
    (value) => page.editKey({ algorithm: ALGORITHMS.find((name) => name === value) ?? '' }),
  );
  const kind = h('span', { class: 'facts' });
  const message = h('p', { class: 'fault' });
  const hints = h('ul', { class: 'hints hint' });
  const clear = button(strings.page.clear, () => page.editKey(NO_KEY), { class: 'quiet' });
  const parts = [createKeySet(app), createConversions(app)];
  const more = [createNewKey(app), createRemoteKeys(app)];
  return {
    element: panel(
      'key',
      words.title,
      [kind, clear],
      text,
      message,
      hints,
      h('div', { class: 'fields' }, encodingField, labelled(words.algorithm, algorithm)),
      ...parts.map(({ element }) => element),
      ...more.map(({ element }) => element),
    ),
    focus: () => text.focus(),
    render(view) {
      const { key: input } = view.state;
      if (text.value !== input.text) text.value = input.text;
      encoding.value = input.encoding;
      algorithm.value = input.algorithm;
      const known = view.key.inspection?.kind;
      encodingField.hidden = known !== undefined && known !== 'secret';
      clear.hidden = input.text === '';
      setContent(kind, ...kindFacts(view, app));
      setContent(message, faultText(view, app));
      setContent(hints, ...hintTexts(view, app).map((hint) => h('li', {}, hint)));
      hints.hidden = hints.childElementCount === 0;
      for (const part of [...parts, ...more]) part.render(view);
    },
  };
}

function kindFacts({ key, state }: View, { strings }: App): (Node | string)[] {
  const { key: words } = strings;
  const { inspection, canSign, isWeak } = key;
  if (inspection === undefined) return [];
  const bits = inspection.kind === 'secret' ? [words.strength(secretBits(state.key))] : [];
  return [
    h('span', { class: 'hint' }, [words.kinds[inspection.kind], ...bits].join(', ')),
    ...(key.key === undefined
      ? []
      : [h('span', { class: 'badge' }, canSign ? words.canSign : words.verifyOnly)]),
    ...(isWeak ? [h('span', { class: 'badge warning' }, words.weak)] : []),
  ];
}

function faultText({ key }: View, { strings }: App): string {
  return key.fault === undefined ? '' : translated(strings, key.fault.code, key.fault.message);
}

/** What stands in the field's own choices needs no hint. */
const KNOWN_BY_THE_FORM = ['encoding-needed', 'algorithm-needed', 'jwk-set'];

function hintTexts({ key, state }: View, { strings }: App): string[] {
  const { inspection, isAlgorithmFromToken } = key;
  const hints = (inspection?.hints ?? [])
    .filter(({ id }) => !KNOWN_BY_THE_FORM.includes(id))
    .filter(({ id }) => !(id.startsWith('secret-looks') && state.key.encoding !== 'utf8'))
    .map(({ id, message }) => translated(strings, id, message));
  const bound = key.key !== undefined && 'algorithm' in key.key ? key.key.algorithm : '';
  const isWorthSaying = isAlgorithmFromToken && inspection?.kind !== 'secret';
  return isWorthSaying ? [...hints, strings.key.fromToken(bound)] : hints;
}
