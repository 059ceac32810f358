/** A finding in a sentence. */
import type { ShownFinding } from '../../model/findings.js';
import { countdown } from '../../model/time.js';
import type { Strings } from '../../strings/en.js';
import { translated } from '../../strings/languages.js';

type Told = Pick<ShownFinding, 'id' | 'message' | 'name' | 'seconds' | 'values'>;

export function findingText(
  { id, message, name, seconds, values }: Told,
  strings: Strings,
): string {
  const { own } = strings.report;
  const span = seconds === undefined ? '' : countdown(seconds, strings.language);
  if (id === 'long-lifetime' && span !== '') return own.longLifetime(span);
  if (id === 'iat-in-future') return own.issuedInFuture(span);
  if (id === 'duplicate-member') return own.duplicate(name, values ?? []);
  return translated(strings, id, message);
}
