/** What keys do in a pane: CodeMirror's standard keys, one by one, as its list of them indents by a grammar. */
import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineBoundaryLeft,
  cursorLineBoundaryRight,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  historyKeymap,
  insertNewlineKeepIndent,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineBoundaryLeft,
  selectLineBoundaryRight,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands';
import type { Command, KeyBinding } from '@codemirror/view';

import { byCharacter, byLine, byWord } from './deletion.js';

/** The key, on a Mac perhaps another one, and what it does with Shift. */
type Motion = readonly [key: string, run: Command, shift: Command, mac?: string];

const MOTIONS: readonly Motion[] = [
  ['ArrowLeft', cursorCharLeft, selectCharLeft],
  ['ArrowRight', cursorCharRight, selectCharRight],
  ['ArrowUp', cursorLineUp, selectLineUp],
  ['ArrowDown', cursorLineDown, selectLineDown],
  ['Mod-ArrowLeft', cursorGroupLeft, selectGroupLeft, 'Alt-ArrowLeft'],
  ['Mod-ArrowRight', cursorGroupRight, selectGroupRight, 'Alt-ArrowRight'],
  ['PageUp', cursorPageUp, selectPageUp],
  ['PageDown', cursorPageDown, selectPageDown],
  ['Home', cursorLineBoundaryBackward, selectLineBoundaryBackward],
  ['End', cursorLineBoundaryForward, selectLineBoundaryForward],
  ['Mod-Home', cursorDocStart, selectDocStart],
  ['Mod-End', cursorDocEnd, selectDocEnd],
];

const MOTIONS_OF_MAC: readonly Motion[] = [
  ['Cmd-ArrowLeft', cursorLineBoundaryLeft, selectLineBoundaryLeft],
  ['Cmd-ArrowRight', cursorLineBoundaryRight, selectLineBoundaryRight],
  ['Cmd-ArrowUp', cursorDocStart, selectDocStart],
  ['Cmd-ArrowDown', cursorDocEnd, selectDocEnd],
];

const EDITS: readonly KeyBinding[] = [
  { key: 'Enter', run: insertNewlineKeepIndent, shift: insertNewlineKeepIndent },
  { key: 'Backspace', run: byCharacter(false), shift: byCharacter(false) },
  { key: 'Delete', run: byCharacter(true) },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: byWord(false) },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: byWord(true) },
  { mac: 'Mod-Backspace', run: byLine(false) },
  { mac: 'Mod-Delete', run: byLine(true) },
  { key: 'Mod-a', run: selectAll },
];

const OWN: readonly KeyBinding[] = [
  ...MOTIONS.map(([key, run, shift, mac = key]) => ({ key, mac, run, shift })),
  ...MOTIONS_OF_MAC.map(([mac, run, shift]) => ({ mac, run, shift })),
  ...EDITS,
];

export const KEYS: readonly KeyBinding[] = [
  // The browser has its own idea of what they do.
  ...OWN.map((binding) => ({ ...binding, preventDefault: true })),
  ...historyKeymap,
];
