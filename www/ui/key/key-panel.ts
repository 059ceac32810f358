/** The key: pasted, made, converted, or fetched by a click that names the host. Once it is understood, one line. */
import { ALGORITHMS } from '../../model/algorithms.js';
import { NO_KEY } from '../../model/key.js';
import type { SecretEncoding } from '../../model/key.js';
import { keySummary } from '../../model/key/summary.js';
import type { View } from '../../model/state.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, panel, select, setContent } from '../dom.js';
import { createConversions } from './conversions.js';
import { createForeign } from './foreign.js';
import { createKeySet } from './key-set.js';
import { createNewKey } from './new-key.js';
import { createRemoteKeys } from './remote-keys.js';

const ENCODINGS: readonly SecretEncoding[] = ['utf8', 'base64url', 'base64', 'hex'];

export function createKeyPanel(app: App): Panel & { focus(): void } {
  const { page, strings } = app;
  const { key: words } = strings;
  let isPasted = false;
  let isOpen = false;
  const text = h('textarea', {
    ...{ rows: '2', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' },
    ...{ 'aria-label': words.label, placeholder: words.placeholder, class: 'mono' },
    on: { paste: () => (isPasted = true), input: () => edit() },
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
  const line = h('p', { class: 'key-line' });
  const done = h('p', { class: 'hint' });
  const message = h('p', { class: 'fault' });
  const hints = h('ul', { class: 'hints hint' });
  const toggle = button(words.edit, () => unfold(!isOpen), { class: 'quiet' });
  const clear = button(strings.page.clear, () => page.editKey(NO_KEY), { class: 'quiet' });
  const sign = button(words.sign, () => void page.sign(), { class: 'small' });
  const editor = h(
    'div',
    { class: 'key-editor' },
    text,
    h('div', { class: 'fields' }, encodingField, labelled(words.algorithm, algorithm)),
  );
  const set = createKeySet(app);
  const conversions = createConversions(app);
  const foreign = createForeign(app);
  const more = [createNewKey(app), createRemoteKeys(app)];
  const restTitle = h('summary', {}, words.rest);
  const rest = h(
    'details',
    { class: 'fold', on: { click: () => (isRestUsed = true) } },
    restTitle,
    ...[conversions, ...more].map(({ element }) => element),
  );
  let isRestFolded: boolean | undefined;
  /** The key is from there: what came of the click is there too. */
  let isRestUsed = false;
  return {
    element: panel(
      'key',
      words.title,
      [sign, toggle, clear],
      line,
      done,
      editor,
      message,
      foreign.element,
      hints,
      set.element,
      rest,
    ),
    focus: () => text.focus(),
    render(view) {
      const { key: input } = view.state;
      if (text.value !== input.text) {
        text.value = input.text;
        // It came from elsewhere: made, fetched, an example.
        isOpen = false;
      }
      encoding.value = input.encoding;
      algorithm.value = input.algorithm;
      const known = view.key.inspection?.kind;
      encodingField.hidden = known !== undefined && known !== 'secret';
      clear.hidden = input.text === '';
      // What cannot be used is there to be edited, and a secret is no longer than its line.
      const canFold = view.key.key !== undefined && known !== 'secret';
      toggle.hidden = !canFold;
      toggle.setAttribute('aria-expanded', String(isOpen));
      toggle.setAttribute('aria-label', isOpen ? words.fold : words.editName);
      toggle.textContent = isOpen ? words.fold : words.edit;
      editor.hidden = canFold && !isOpen;
      sign.hidden = !view.key.canSign || view.key.key === undefined || isEmpty(view);
      sign.classList.toggle('primary', view.origin.kind === 'stale');
      setContent(line, ...summary(view, app));
      setContent(done, view.key.done.map((id) => words.repairs[id]).join(' '));
      done.hidden = view.key.done.length === 0;
      setContent(message, faultText(view, app));
      message.hidden = message.textContent === '';
      setContent(hints, ...hintTexts(view, app).map((hint) => h('li', {}, hint)));
      hints.hidden = hints.childElementCount === 0;
      foldRest(editor.hidden);
      for (const part of [foreign, set, conversions, ...more]) part.render(view);
    },
  };

  /** Beside a key of one line the rest is a line too; otherwise it is in the open, without a title. */
  function foldRest(isFolded: boolean): void {
    restTitle.hidden = !isFolded;
    if (isFolded !== isRestFolded) rest.open = !isFolded || isRestUsed;
    isRestFolded = isFolded;
  }

  /** What is typed stays open; what is pasted folds when it is understood, and what folds gives the focus on. */
  function edit(): void {
    const hadFocus = document.activeElement === text;
    if (text.value === '' || !isPasted) isOpen = true;
    else isOpen = false;
    isPasted = false;
    isRestUsed = false;
    page.editKey({ text: text.value });
    if (hadFocus && editor.hidden) toggle.focus();
  }

  function unfold(open: boolean): void {
    isOpen = open;
    page.show();
    if (open) text.focus();
  }
}

const isEmpty = ({ state }: View) => state.token.trim() === '';

/** "RSA public key · RS256 · QaSV…0M1Y", with what it can do. */
function summary({ key, state }: View, { strings }: App): (Node | string)[] {
  const { key: words } = strings;
  if (key.inspection === undefined) return [];
  const made = keySummary(key, state.key);
  if (made === undefined) return [h('span', { class: 'hint' }, words.kinds[key.inspection.kind])];
  const facts = (
    made.kind === 'set'
      ? [words.summary.set(made.count)]
      : made.kind === 'secret'
        ? [secretText(made, strings), made.algorithm]
        : [
            words.summary[made.isPrivate ? 'private' : 'public'](made.type),
            made.algorithm,
            made.name,
          ]
  ).map((fact) => h('span', { class: 'fact' }, fact));
  return [
    ...facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact])),
    ' ',
    h('span', { class: 'badge' }, key.canSign ? words.canSign : words.verifyOnly),
    ...(key.isWeak ? [' ', h('span', { class: 'badge warning' }, words.weak)] : []),
  ];
}

function secretText(
  { characters, bits }: { readonly characters: number; readonly bits: number },
  { key: words }: App['strings'],
): string {
  return characters === 0 ? words.summary.jwkSecret : words.summary.secret(characters, bits);
}

function faultText({ key }: View, { strings }: App): string {
  // What helps with a key in another format is said below.
  if (key.fault === undefined || key.foreign?.kind === 'format') return '';
  return translated(strings, key.fault.code, key.fault.message);
}

/** What stands in the field's own choices needs no hint. */
const KNOWN_BY_THE_FORM = ['encoding-needed', 'algorithm-needed', 'jwk-set', 'pem-lines-missing'];

function hintTexts({ key, state }: View, { strings }: App): string[] {
  const { inspection, isAlgorithmFromToken } = key;
  const { hints: own, fromToken } = strings.key;
  // Before it is converted, nothing else about it matters.
  if (key.foreign?.kind === 'format' && key.key === undefined) return [];
  const hints = (inspection?.hints ?? [])
    .filter(({ id }) => !KNOWN_BY_THE_FORM.includes(id))
    .filter(({ id }) => !(id.startsWith('secret-looks') && state.key.encoding !== 'utf8'))
    .map(({ id, message }) => own[id] ?? translated(strings, id, message));
  const bound = key.key !== undefined && 'algorithm' in key.key ? key.key.algorithm : '';
  const isWorthSaying = isAlgorithmFromToken && inspection?.kind !== 'secret';
  return isWorthSaying ? [...hints, fromToken(bound)] : hints;
}
