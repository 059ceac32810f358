/** What is questionable about the token, beside whether it is valid: what weighs in the open, notes folded. */
import { citation } from '../../model/claims/dictionary.js';
import { findingsOf } from '../../model/findings.js';
import type { ShownFinding } from '../../model/findings.js';
import type { App, Panel } from '../app.js';
import { h, link, panel, setContent } from '../dom.js';
import { findingText } from './finding-text.js';

export function createFindingsPanel({ strings }: App): Panel {
  const { report: words } = strings;
  const none = h('p', { class: 'hint' }, words.noFindings);
  const weighty = h('ul', { class: 'list' });
  const summary = h('summary');
  const notes = h('ul', { class: 'list' });
  const fold = h('details', { class: 'notes' }, summary, notes);
  const element = panel('findings', words.findings, [], none, weighty, fold);
  return {
    element,
    render(view) {
      element.hidden = view.state.token.trim() === '';
      const found = element.hidden ? [] : findingsOf(view);
      const grave = found.filter(({ weight }) => weight !== 'note');
      const light = found.filter(({ weight }) => weight === 'note');
      none.hidden = found.length > 0;
      weighty.hidden = grave.length === 0;
      fold.hidden = light.length === 0;
      setContent(summary, words.notes(light.length));
      setContent(weighty, ...grave.map(itemOf));
      setContent(notes, ...light.map(itemOf));
    },
  };

  function itemOf(finding: ShownFinding): HTMLElement {
    const { weight, name, message, reference } = finding;
    return h(
      'li',
      { class: weight },
      h('span', { class: `badge ${weight}` }, words.weights[weight]),
      h(
        'span',
        {},
        // A sentence of the page's own names it.
        message !== '' && name !== '' && h('code', {}, name),
        ` ${findingText(finding, strings)} `,
        h('span', { class: 'cite' }, link(citation(reference), reference)),
      ),
    );
  }
}
