/** The panels in their places. */
import type { App, Panel } from './app.js';
import { createCodePanel } from './code/code-panel.js';
import { createColumns } from './columns.js';
import { createCompareDialog } from './compare/compare-dialog.js';
import type { CompareDialog } from './compare/compare-dialog.js';
import type { Dialog } from './dialog.js';
import { h } from './dom.js';
import { createExamplesDialog } from './examples/examples-dialog.js';
import { createFindingsPanel } from './findings/findings-panel.js';
import { createFirstSteps } from './first-steps.js';
import { createKeyPanel } from './key/key-panel.js';
import { createEncryptedPanel } from './kind/encrypted-panel.js';
import { createKindLine } from './kind/kind-line.js';
import { createHeaderPanel } from './parts/header-panel.js';
import { createPayloadPanel } from './parts/payload-panel.js';
import { createPolicyPanel } from './policy/policy-panel.js';
import { createShareDialog } from './share/share-dialog.js';
import { createSignaturePanel } from './signature/signature-panel.js';
import { createTokenPanel } from './token/token-panel.js';
import { createTopbar } from './topbar/topbar.js';
import { createTour } from './tour/tour-panel.js';
import { createVerdictPanel } from './verdict/verdict-panel.js';

export interface Layout {
  readonly elements: readonly HTMLElement[];
  readonly panels: readonly Panel[];
  readonly dialogs: Readonly<Record<'examples' | 'share', Dialog>> & {
    readonly compare: CompareDialog;
  };
  startTour(): void;
  focus(name: 'token' | 'key' | 'policy'): void;
}

export function createLayout(app: App, chooseLanguage: (language: string) => void): Layout {
  const { page: words, key: keyWords } = app.strings;
  const verdict = createVerdictPanel(app);
  const token = createTokenPanel(app);
  const kind = createKindLine(app);
  const encrypted = createEncryptedPanel(app);
  const payload = createPayloadPanel(app);
  const header = createHeaderPanel(app);
  const signature = createSignaturePanel(app);
  const findings = createFindingsPanel(app);
  const key = createKeyPanel(app);
  const policy = createPolicyPanel(app);
  const code = createCodePanel(app);
  const tour = createTour(app);
  const topbar = createTopbar(app, chooseLanguage);
  const first = createFirstSteps(app, () => {
    isWriting = true;
    app.page.show();
    payload.write();
  });
  token.element.append(first.element);
  const dialogs = {
    examples: createExamplesDialog(app),
    compare: createCompareDialog(app),
    share: createShareDialog(app),
  };
  const group = (name: string, label: string, ...elements: HTMLElement[]) =>
    h('div', { class: `area ${name}`, role: 'group', 'aria-label': label }, ...elements);
  const decoded = group(
    'decoded',
    words.decoded,
    ...[payload, header, encrypted, signature, findings].map(({ element }) => element),
  );
  const expected = group('expected', words.expected, policy.element, code.element);
  const columns = createColumns({
    token: group('encoded', words.encoded, token.element, kind.element),
    verdict: h('div', { class: 'area head' }, verdict.element),
    key: group('keys', keyWords.title, key.element),
    decoded,
    expected,
  });
  /** Claims are written into an empty page. */
  let isWriting = false;
  /** With nothing to show, there is one thing to do. */
  const emptiness: Panel = {
    element: columns,
    render({ state }) {
      const isEmpty = state.token.trim() === '' && !isWriting;
      if (state.token.trim() !== '') isWriting = false;
      columns.classList.toggle('is-empty', isEmpty);
      for (const element of [decoded, expected]) element.hidden = isEmpty;
    },
  };
  const skip = h('a', { class: 'skip', href: '#main' }, words.skip);
  skip.addEventListener('click', (event) => {
    // Not a change of the fragment, which may hold a token.
    event.preventDefault();
    token.focus();
  });
  const focusable = { token, key, policy };
  return {
    elements: [
      skip,
      topbar.element,
      tour.element,
      columns,
      ...Object.values(dialogs).map(({ element }) => element),
    ],
    panels: [
      topbar,
      emptiness,
      tour,
      verdict,
      token,
      kind,
      first,
      payload,
      header,
      encrypted,
      signature,
      findings,
      key,
      policy,
      code,
    ],
    dialogs,
    startTour: () => tour.start(),
    focus: (name) => focusable[name].focus(),
  };
}
