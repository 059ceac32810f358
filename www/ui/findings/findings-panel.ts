/** What is worth knowing about the token, and weighs little: folded. What weighs is under the verdict. */
import { findingsOf } from '../../model/findings.js';
import type { App, Panel } from '../app.js';
import { h, panel, setContent } from '../dom.js';
import { findingItem } from './finding-item.js';

export function createFindingsPanel({ strings }: App): Panel {
  const { report: words } = strings;
  const none = h('p', { class: 'hint' }, words.noFindings);
  const summary = h('summary');
  const notes = h('ul', { class: 'list' });
  const fold = h('details', { class: 'notes' }, summary, notes);
  const element = panel('findings', words.findings, [], none, fold);
  return {
    element,
    render(view) {
      const isEmpty = view.state.token.trim() === '';
      const found = isEmpty ? [] : findingsOf(view);
      const light = found.filter(({ weight }) => weight === 'note');
      element.hidden = isEmpty || (found.length > 0 && light.length === 0);
      none.hidden = found.length > 0;
      fold.hidden = light.length === 0;
      setContent(summary, words.notes(light.length));
      setContent(notes, ...light.map((finding) => findingItem(finding, strings)));
    },
  };
}
