/** What an SD-JWT discloses: each claim, and whether the issuer signed it. */
import type { Payload } from '../../model/claims/issuer.js';
import { readDisclosures } from '../../model/kind/sd-jwt.js';
import type { Disclosure, SdJwt } from '../../model/kind/sd-jwt.js';
import type { Strings } from '../../strings/en.js';
import { h } from '../dom.js';

type Words = Strings['kind']['disclosures'];

export async function disclosureTable(
  read: SdJwt,
  payload: Payload,
  words: Words,
): Promise<HTMLElement[]> {
  const { list, hidden } = await readDisclosures(read, payload);
  const headings = [words.name, words.value, words.salt, words.status];
  return [
    h(
      'table',
      {},
      h('caption', {}, words.title),
      h('thead', {}, h('tr', {}, ...headings.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...list.map((disclosure) => rowOf(disclosure, words))),
    ),
    ...(hidden > 0 ? [h('p', { class: 'hint' }, words.hidden(hidden))] : []),
  ];
}

const TONES = { signed: 'passed', foreign: 'failed', unreadable: 'failed', unknown: '' };

function rowOf({ text, salt, name, value, status }: Disclosure, words: Words): HTMLElement {
  const isNamed = name !== undefined || value === undefined;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      isNamed ? h('code', {}, name ?? '') : h('span', { class: 'hint' }, words.element),
    ),
    h('td', {}, h('code', {}, shortened(value ?? text))),
    h('td', {}, h('code', { class: 'hint' }, shortened(salt ?? ''))),
    h('td', {}, h('span', { class: `badge ${TONES[status]}` }, words.statuses[status])),
  );
}

const LONGEST = 400;

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
