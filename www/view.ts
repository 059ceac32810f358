/** Shows results. A result is always said in words too, never by colour alone. */
import type { Check, Inspection, JwtPayload } from 'edge-jwt';

import { create, element, tableBody } from './dom.js';
import type { ImportedKey } from './form.js';
import type { Sample, SampleResult } from './samples.js';

export function showNothing(): void {
  element('decoded-header').textContent = '';
  element('decoded-payload').textContent = '';
  element('payload-times').textContent = '';
  tableBody('checks').replaceChildren();
  showVerdict('open', 'Paste a token, or show one of the samples below.');
}

export function showInspection(inspection: Inspection, { key, fault }: ImportedKey): void {
  const { valid, checks, protectedHeader, payload } = inspection;
  element('decoded-header').textContent = pretty(protectedHeader);
  element('decoded-payload').textContent = pretty(payload);
  element('payload-times').textContent = times(payload);
  tableBody('checks').replaceChildren(...checks.map(checkRow));

  const failed = checks.find(({ status }) => status === 'failed');
  if (valid) showVerdict('passed', 'Verified: the signature holds and every check passed.');
  else if (fault !== undefined) showVerdict('failed', `The key was refused. ${told(fault)}`);
  else if (failed !== undefined) showVerdict('failed', `Refused. ${told(failed)}`);
  else if (key === undefined) showVerdict('open', 'Not verified: there is no key yet.');
  else showVerdict('failed', 'Refused.');
}

function showVerdict(status: 'passed' | 'failed' | 'open', sentence: string): void {
  const verdict = element('verdict');
  verdict.className = status;
  // Said only when it changes: a screen reader would repeat it with every key stroke.
  if (verdict.textContent !== sentence) verdict.textContent = sentence;
}

function told({ code, message }: { code?: string; message?: string }): string {
  return `${code ?? ''}: ${message ?? ''}.`;
}

function checkRow(check: Check): HTMLElement {
  const { name, status } = check;
  return create(
    'tr',
    '',
    rowHeading(create('code', '', name)),
    create('td', status, status),
    create('td', '', ...reason(check)),
  );
}

function reason({ code, message, expected, actual }: Check): (Node | string)[] {
  if (code === undefined) return [];
  const facts = [
    expected === undefined ? '' : `, expected ${JSON.stringify(expected)}`,
    actual === undefined ? '' : `, found ${JSON.stringify(actual)}`,
  ];
  return [create('code', '', code), ` ${message ?? ''}${facts.join('')}`];
}

export function showSample(
  { algorithm, key_form, minted_by }: Sample,
  { microseconds, fault }: SampleResult,
  show: () => void,
): void {
  const button = create('button', '', 'Show');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `Show the ${algorithm} token by ${minted_by}`);
  button.addEventListener('click', show);
  const row = create(
    'tr',
    '',
    rowHeading(create('code', '', algorithm)),
    create('td', '', key_form),
    create('td', '', minted_by),
    fault === undefined ? create('td', 'passed', 'verified') : create('td', 'failed', told(fault)),
    create('td', 'number', microseconds === undefined ? '' : microseconds.toFixed(0)),
    create('td', '', button),
  );
  tableBody('samples').append(row);
}

function rowHeading(content: Node): HTMLElement {
  const heading = create('th', '', content);
  heading.setAttribute('scope', 'row');
  return heading;
}

const pretty = (value: unknown) => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** The NumericDate claims as people read them. */
function times(payload: JwtPayload = {}): string {
  return ['iat', 'nbf', 'exp']
    .map((claim) => ({ claim, seconds: payload[claim] }))
    .filter(({ seconds }) => typeof seconds === 'number' && isDate(seconds))
    .map(({ claim, seconds }) => `${claim}: ${new Date(Number(seconds) * 1000).toISOString()}`)
    .join(', ');
}

const isDate = (seconds: number) => !Number.isNaN(new Date(seconds * 1000).getTime());
