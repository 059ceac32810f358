/** What is questionable about the token, beside whether it is valid. */
import { citation } from '../../model/claims/dictionary.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { h, link, panel, setContent } from '../dom.js';

export function createFindingsPanel({ strings }: App): Panel {
  const { report: words } = strings;
  const list = h('ul', { class: 'list' });
  const none = h('p', { class: 'hint' }, words.noFindings);
  const element = panel('findings', words.findings, [], none, list);
  return {
    element,
    render({ inspection, state }) {
      const { findings } = inspection;
      element.hidden = state.token.trim() === '';
      none.hidden = findings.length > 0;
      list.hidden = findings.length === 0;
      setContent(
        list,
        ...findings.map(({ id, severity, message, claim, parameter, reference }) =>
          h(
            'li',
            { class: severity },
            h('span', { class: `badge ${severity}` }, words.severities[severity]),
            h(
              'span',
              {},
              h('code', {}, claim ?? parameter ?? ''),
              ` ${translated(strings, id, message)} `,
              h('span', { class: 'cite' }, link(citation(reference), reference)),
            ),
          ),
        ),
      );
    },
  };
}
