/** Handles a paste with no field focused, and files and text dropped anywhere on the page. */
import { findTokens } from '../model/found/find-tokens.js';
import { looksLike } from '../model/found/look-alike.js';
import type { App } from './app.js';
import { h } from './dom.js';

const LARGEST_FILE = 20_000_000;
const KEYS: readonly string[] = ['pem', 'jwk', 'jwk-set', 'ssh-key'];
const EDITABLE = 'input, textarea, select, [contenteditable="true"]';

/** Ends the listeners of the last call: a change of the language builds the page again. */
let stopListening: (() => void) | undefined;

export function listenAnywhere({ page, strings }: App): void {
  const { found: words } = strings;
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const hint = h('div', { class: 'drop-hint', hidden: true }, h('p', {}, words.drop));
  document.body.append(status, hint);
  stopListening?.();
  const ending = new AbortController();
  stopListening = () => {
    ending.abort();
    status.remove();
    hint.remove();
  };
  const listen = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ) => document.addEventListener(name, listener, { signal: ending.signal });

  listen('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isEditable(event) || isDialogOpen()) return;
    const files = [...(event.clipboardData?.files ?? [])];
    if (text === '' && files.length === 0) return;
    event.preventDefault();
    if (text === '') void takeFiles(files);
    else take(text);
  });
  listen('dragenter', (event) => showHint(event));
  listen('dragover', (event) => {
    if (!isTakable(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    showHint(event);
  });
  listen('dragleave', (event) => {
    // It left the window, and not only one element for another.
    if (event.relatedTarget === null) hint.hidden = true;
  });
  listen('dragend', () => (hint.hidden = true));
  listen('drop', (event) => {
    hint.hidden = true;
    if (!isTakable(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void takeFiles(files);
    else take(event.dataTransfer?.getData('text/plain') ?? '');
  });

  function showHint(event: DragEvent): void {
    hint.hidden = !isTakable(event);
  }

  async function takeFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (file.size > LARGEST_FILE) say(words.done.tooLarge);
      else await file.text().then(take, () => say(words.done.unreadable));
    }
  }

  function take(text: string): void {
    if (text.trim() === '') return;
    const { length } = findTokens(text);
    const like = length === 0 ? looksLike(text) : undefined;
    if (like !== undefined && KEYS.includes(like.kind)) {
      page.editKey({ text: like.text ?? text.trim(), algorithm: '' });
      say(words.done.key);
      return;
    }
    page.pasteToken(text);
    if (length === 0) say(words.done.text);
    else say(length === 1 ? words.done.token : words.done.tokens(length));
  }

  /** Clears the status first, so that a screen reader also reads the same words twice. */
  function say(text: string): void {
    status.textContent = '';
    requestAnimationFrame(() => (status.textContent = text));
  }
}

/** Whether the browser itself inserts the text. The editor may be in a shadow root, which hides it from `target`. */
function isEditable(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(EDITABLE) !== null;
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null;

/** Files are taken anywhere, text only outside of fields. */
function isTakable(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (isDialogOpen()) return false;
  return types.includes('Files') || (types.includes('text/plain') && !isEditable(event));
}
