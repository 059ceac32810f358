/** Examples to begin with: a fresh one for every algorithm, those of other libraries, and the attacks. */
import { exampleInput } from '../../model/examples.js';
import { ALGORITHMS } from '../../model/algorithms.js';
import { faultOf } from '../../model/key.js';
import { sampleInput } from '../../model/sample-input.js';
import type { SampleInput } from '../../model/sample-input.js';
import type { Sample } from '../../model/samples.js';
import { translated } from '../../strings/languages.js';
import type { App } from '../app.js';
import { createDialog } from '../dialog.js';
import type { Dialog } from '../dialog.js';
import { button, h, setContent } from '../dom.js';

export function createExamplesDialog({ page, strings, startTour }: App): Dialog {
  const { examples: words } = strings;
  const message = h('p', { class: 'fault', role: 'status' });
  const fresh = ALGORITHMS.map((algorithm) =>
    button(
      algorithm,
      () => {
        setContent(message);
        exampleInput(algorithm, new Date()).then(
          (input) => {
            page.load(input);
            dialog.close();
          },
          (error: unknown) => {
            const { code, message: reason } = faultOf(error);
            setContent(message, `${words.failed} ${translated(strings, code, reason)}`);
          },
        );
      },
      { class: 'chip' },
    ),
  );
  const samples = h('dl', { class: 'samples' });
  const others = h('div', {}, h('h3', {}, words.others), samples);
  others.hidden = true;
  const tour = button(
    words.start,
    () => {
      dialog.close();
      startTour();
    },
    { class: 'primary' },
  );
  const dialog = createDialog(
    'examples',
    words.title,
    strings.page.close,
    h('h3', {}, words.fresh),
    h('p', { class: 'hint' }, words.lead),
    h('div', { class: 'chips' }, ...fresh),
    message,
    h('h3', {}, words.tour),
    h('p', { class: 'hint' }, words.tourLead),
    tour,
    others,
  );
  return {
    ...dialog,
    open() {
      dialog.open();
      // The rest of the dialog is of use without them.
      if (others.hidden) showSamples().catch(() => {});
    },
  };

  /** They are many bytes, and few people look for them. */
  async function showSamples(): Promise<void> {
    const { SAMPLES } = await import('../../model/samples.js');
    for (const algorithm of ALGORITHMS) {
      const made = SAMPLES.filter((sample) => sample.algorithm === algorithm);
      const buttons = made.map((sample) => sampleButton(sample, () => sampleInput(sample)));
      samples.append(h('dt', {}, algorithm), h('dd', { class: 'chips' }, ...buttons));
    }
    others.hidden = false;
  }

  function sampleButton(
    { algorithm, minted_by: library }: Sample,
    inputOf: () => SampleInput,
  ): HTMLButtonElement {
    return button(
      library,
      () => {
        const { date, ...input } = inputOf();
        page.load(input, date);
        dialog.close();
      },
      { class: 'chip', 'aria-label': `${algorithm} ${words.by(library)}` },
    );
  }
}
