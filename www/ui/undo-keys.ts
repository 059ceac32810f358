/**
 * The keys of undo and redo, for the page as a whole. A field's own history is not asked, because it knows nothing of
 * the other fields; in a dialog it is, because what is typed there is no part of the page.
 */
import type { Debugger } from '../model/debugger.js';

export function listenForUndo(page: Debugger): void {
  addEventListener(
    'keydown',
    (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      const isUndo = isCommand && key === 'z' && !event.shiftKey;
      const isRedo = isCommand && ((key === 'z' && event.shiftKey) || key === 'y');
      if (isUndo || isRedo) step(event, isUndo);
    },
    true,
  );
  // From the menu of the browser, or by shaking a phone.
  addEventListener(
    'beforeinput',
    (event) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
        step(event, event.inputType === 'historyUndo');
      }
    },
    true,
  );

  function step(event: Event, isUndo: boolean): void {
    if (event.target instanceof Element && event.target.closest('dialog') !== null) return;
    event.preventDefault();
    if (isUndo) page.undo();
    else page.redo();
  }
}
