/** The signature: whether it holds, and whose it is. What makes a new one is beside the key. */
import type { View } from '../../model/state.js';
import { byteLength } from '../../model/segments.js';
import type { App, Panel } from '../app.js';
import { h, panel, setContent } from '../dom.js';
import { createEditor } from '../editor/editor.js';

export function createSignaturePanel({ page, strings }: App): Panel {
  const { signature: words } = strings;
  const editor = createEditor({
    label: words.label,
    isEncoded: true,
    paint: (text) => [{ start: 0, end: text.length, className: 'signature' }],
    onEdit: (text) => page.editSignature(text),
  });
  const state = h('span', { class: 'badge' });
  const facts = h('span', { class: 'hint' });
  const shown = h('details', {}, h('summary', {}, words.show), editor.element);
  const element = panel('signature', words.title, [facts, state], shown);
  return {
    element,
    render(view) {
      element.hidden = view.verdict.kind === 'encrypted';
      editor.setText(view.signature);
      const status = view.inspection.checks.find(({ name }) => name === 'signature')?.status;
      const word = { passed: words.holds, failed: words.fails, skipped: words.unknown };
      const isEmpty = view.state.token.trim() === '';
      setContent(state, isEmpty ? '' : word[status ?? 'skipped']);
      state.className = `badge ${status ?? 'skipped'}`;
      state.hidden = isEmpty;
      setContent(facts, isEmpty ? '' : factsOf(view, strings));
    },
  };
}

function factsOf({ signature, origin }: View, { signature: words }: App['strings']): string {
  const length = byteLength(signature);
  return `${length === 0 ? words.none : words.bytes(length)}, ${words[origin.kind]}`;
}
