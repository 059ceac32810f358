/** A finding as an item of a list: its weight, what it is about, what it says and where that is from. */
import { citation } from '../../model/claims/dictionary.js';
import type { ShownFinding } from '../../model/findings.js';
import type { Strings } from '../../strings/en.js';
import { h, link } from '../dom.js';
import { findingText } from './finding-text.js';

export function findingItem(finding: ShownFinding, strings: Strings): HTMLElement {
  const { weight, name, message, reference } = finding;
  return h(
    'li',
    { class: weight },
    h('span', { class: `badge ${weight}` }, strings.report.weights[weight]),
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
