/** The panels in their places. The order is that of reading, in every width. */
import type { App, Panel } from './app.js';
import { createClaimsTable, createHeaderNotes } from './claims/claims-table.js';
import { createCodePanel } from './code/code-panel.js';
import { createCompareDialog } from './compare/compare-dialog.js';
import type { Dialog } from './dialog.js';
import { h } from './dom.js';
import { createExamplesDialog } from './examples/examples-dialog.js';
import { createFindingsPanel } from './findings/findings-panel.js';
import { createKeyPanel } from './key/key-panel.js';
import { createPartPanel } from './parts/part-panel.js';
import { createPolicyPanel } from './policy/policy-panel.js';
import { createShareDialog } from './share/share-dialog.js';
import { createSignaturePanel } from './signature/signature-panel.js';
import { createTokenPanel } from './token/token-panel.js';
import { createTopbar } from './topbar/topbar.js';
import { createTour } from './tour/tour-panel.js';
import type { Tour } from './tour/tour-panel.js';
import { createVerdictPanel } from './verdict/verdict-panel.js';

export interface Layout {
  readonly elements: readonly HTMLElement[];
  readonly panels: readonly Panel[];
  readonly dialogs: Readonly<Record<'examples' | 'compare' | 'share', Dialog>>;
  readonly tour: Tour;
}

export function createLayout(app: App, chooseLanguage: (language: string) => void): Layout {
  const verdict = createVerdictPanel(app);
  const token = createTokenPanel(app);
  const notes = createHeaderNotes(app);
  const header = createPartPanel(app, 'header', notes.element);
  const claims = createClaimsTable(app);
  const payload = createPartPanel(app, 'payload', claims.element);
  const signature = createSignaturePanel(app);
  const findings = createFindingsPanel(app);
  const key = createKeyPanel(app);
  const policy = createPolicyPanel(app);
  const code = createCodePanel(app);
  const tour = createTour(app);
  const dialogs = {
    examples: createExamplesDialog(app),
    compare: createCompareDialog(app),
    share: createShareDialog(app),
  };
  const { page } = app.strings;
  const area = (name: string, label: string, ...panels: Panel[]) =>
    h(
      'div',
      { class: `area ${name}`, role: 'group', 'aria-label': label },
      ...panels.map(({ element }) => element),
    );
  const skip = h('a', { class: 'skip', href: '#main' }, page.skip);
  skip.addEventListener('click', (event) => {
    // Not a change of the fragment, which may hold a token.
    event.preventDefault();
    token.focus();
  });
  return {
    elements: [
      skip,
      createTopbar(app, chooseLanguage),
      h(
        'main',
        { id: 'main' },
        h('div', { class: 'area head' }, verdict.element, tour.element),
        area('encoded', page.encoded, token),
        area('decoded', page.decoded, header, payload, signature, findings),
        area('keys', app.strings.key.title, key),
        area('expected', page.expected, policy, code),
      ),
      ...Object.values(dialogs).map(({ element }) => element),
    ],
    panels: [
      verdict,
      token,
      header,
      notes,
      payload,
      claims,
      signature,
      findings,
      key,
      policy,
      code,
    ],
    dialogs,
    tour,
  };
}
