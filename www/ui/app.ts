/** What every panel is given, and what it is. */
import type { Debugger } from '../model/debugger.js';
import type { View } from '../model/state.js';
import type { Strings } from '../strings/en.js';

export interface App {
  readonly page: Debugger;
  readonly strings: Strings;
  /** Opens a dialog of the page. */
  open(name: 'examples' | 'compare' | 'share'): void;
  /** Opens the dialog that compares, with two tokens. */
  compare(left: string, right: string): void;
  /** Starts the tour through the attacks. */
  startTour(): void;
  /** Brings a panel into view, and the focus into its first field. */
  focus(name: 'token' | 'key' | 'policy'): void;
}

export interface Panel {
  readonly element: HTMLElement;
  render(view: View): void;
  /** Shows how far away times are now, where the panel says so. Every second, so it does no more than that. */
  tick?(view: View): void;
}
