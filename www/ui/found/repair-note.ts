/** Offers to repair the token in the pane, or to take it out of the text around it. */
import { findTokens } from '../../model/found/find-tokens.js';
import { repairOf } from '../../model/found/repair.js';
import type { App, Panel } from '../app.js';
import { button, h, setContent } from '../dom.js';

export function createRepairNote({ page, strings }: App): Panel {
  const { found: words } = strings;
  const sentence = h('p', { class: 'hint', role: 'status' });
  const hint = h('p', { class: 'hint' }, words.repairHint);
  const repair = button(words.repair, () => mend(), { class: 'small' });
  const element = h('div', { class: 'note repair' }, sentence, repair, hint);
  let text = '';
  let mend = (): void => {};
  return {
    element,
    render({ state, inspection, token }) {
      if (state.token !== text) {
        text = state.token;
        const isBroken = inspection.checks.some(
          ({ name, status }) => name === 'form' && status === 'failed',
        );
        const isInText = token !== '' && token !== text.trim();
        setContent(sentence, isBroken || isInText ? offer() : '');
      }
      element.hidden = sentence.textContent === '';
    },
  };

  function offer(): string {
    const given = text;
    const repaired = repairOf(given);
    // The signature covers header and payload: a repair in the signature alone does not affect it.
    hint.hidden = repaired === undefined || given.startsWith(signedText(repaired.token));
    if (repaired !== undefined) {
      setContent(repair, words.repair);
      mend = () => page.editToken(repaired.token);
      const faults = repaired.repairs.map((name) => words.repairs[name]);
      return words.repairable(new Intl.ListFormat(strings.language).format(faults));
    }
    // Text that was typed around a token, or the pasted text after it was put back.
    const { length } = findTokens(given).filter(({ token }) => token !== given.trim());
    if (length === 0) return '';
    setContent(repair, words.take(length));
    mend = () => page.pasteToken(given);
    return words.inText(length);
  }
}

const signedText = (token: string): string => token.slice(0, token.lastIndexOf('.'));
