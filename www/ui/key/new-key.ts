/** A new key pair or secret, for any algorithm. */
import { newKey } from '../../model/examples.js';
import type { KeyForm } from '../../model/examples.js';
import { ALGORITHMS } from '../../model/algorithms.js';
import { faultOf } from '../../model/key.js';
import { translated } from '../../strings/languages.js';
import type { App, Panel } from '../app.js';
import { button, h, labelled, select, setContent } from '../dom.js';

export function createNewKey({ page, strings }: App): Panel {
  const { key: words } = strings;
  const algorithm = select(
    ALGORITHMS.map((name) => [name, name]),
    () => {},
  );
  algorithm.value = 'ES256';
  const form = select(
    [
      ['pem', 'PEM'],
      ['jwk', 'JWK'],
    ],
    () => {},
  );
  const message = h('p', { class: 'fault', role: 'status' });
  const make = button(words.generate, () => void generate(), { class: 'primary small' });
  const element = h(
    'details',
    { class: 'fold' },
    h('summary', {}, words.generate),
    h(
      'div',
      { class: 'fields' },
      labelled(words.generateLabel, algorithm),
      labelled(words.form, form),
      make,
    ),
    message,
  );
  return { element, render: () => {} };

  async function generate(): Promise<void> {
    const name = ALGORITHMS.find((known) => known === algorithm.value) ?? 'ES256';
    try {
      page.putNewKey(await newKey(name, form.value as KeyForm));
      setContent(message);
    } catch (error) {
      const { code, message: reason } = faultOf(error);
      setContent(message, translated(strings, code, reason));
    }
  }
}
