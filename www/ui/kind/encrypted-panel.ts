/** The five parts of an encrypted token, which has no signature: what each is, and how long. */
import { managementOf } from '../../model/kind/encrypted.js';
import { byteLength } from '../../model/segments.js';
import type { App, Panel } from '../app.js';
import { h, panel, setContent } from '../dom.js';

const PARTS = ['header', 'encryptedKey', 'iv', 'ciphertext', 'tag'] as const;

export function createEncryptedPanel({ strings }: App): Panel {
  const { kind, token: names, signature } = strings;
  const words = kind.parts;
  const how = h('p', { class: 'hint' });
  const list = h('dl', { class: 'parameters' });
  const element = panel('encrypted', words.title, [], how, list);
  return {
    element,
    render({ inspection, state }) {
      const isEncrypted = inspection.segments[1]?.name === 'encryptedKey';
      element.hidden = !isEncrypted;
      if (!isEncrypted) return;
      const segments = state.token.trim().split('.');
      setContent(how, kind.management[managementOf(inspection.protectedHeader?.alg)]);
      setContent(
        list,
        ...PARTS.flatMap((name, index) => {
          const bytes = byteLength(segments[index] ?? '');
          const isAbsent = name === 'encryptedKey' && bytes === 0;
          return [
            h('dt', {}, names.segments[name]),
            h('dd', {}, isAbsent ? words.none : `${words[name]} · ${signature.bytes(bytes)}`),
          ];
        }),
      );
    },
  };
}
