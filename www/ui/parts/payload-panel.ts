/** The payload, seen once: its claims explained, or its JSON, which can be edited. */
import { isJsonObject } from '../../model/json-text.js';
import type { App, Panel } from '../app.js';
import { createClaimsTable } from '../claims/claims-table.js';
import { copyButton, h, panel } from '../dom.js';
import { createTabs } from '../tabs.js';
import { createPartEditor } from './part-editor.js';

export interface PayloadPanel extends Panel {
  /** Shows the JSON, to be written. */
  write(): void;
}

export function createPayloadPanel(app: App): PayloadPanel {
  const { page, strings } = app;
  const { payload: words } = strings;
  const editor = createPartEditor(app, 'payload');
  const claims = createClaimsTable(app);
  const tabs = createTabs(words.title, [
    { name: 'claims', label: words.tabs.claims, content: claims.element },
    { name: 'json', label: words.tabs.json, content: editor.element },
  ]);
  const copy = copyButton(strings.page, () => page.view().payload, words.title);
  const element = panel('payload', words.title, [tabs.list, copy], h('div', {}, ...tabs.panels));
  let isReadable = true;
  return {
    element,
    write() {
      tabs.show('json');
      editor.focus();
    },
    render(view) {
      copy.hidden = view.payload === '';
      editor.render(view);
      claims.render(view);
      // What cannot be read as claims is looked at as the text that it is.
      const isNowReadable = view.payload === '' || isJsonObject(view.payload);
      if (isReadable && !isNowReadable) tabs.show('json');
      // And back, unless it is being written.
      const isWritten = element.contains(document.activeElement);
      if (!isReadable && isNowReadable && !isWritten) tabs.show('claims');
      isReadable = isNowReadable;
      element.hidden = view.verdict.kind === 'encrypted' || view.verdict.kind === 'unreadable';
    },
    ...(claims.tick !== undefined && { tick: claims.tick }),
  };
}
