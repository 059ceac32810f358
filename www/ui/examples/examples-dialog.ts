/** Examples to begin with: a fresh one for every algorithm, those of other libraries, and the attacks. */
import { exampleInput } from '../../model/examples.js';
import { ALGORITHMS, faultOf } from '../../model/key.js';
import { SAMPLES, sampleInput } from '../../model/samples.js';
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
  const others = ALGORITHMS.map((algorithm) => {
    const made = SAMPLES.filter((sample) => sample.algorithm === algorithm).map(sampleButton);
    return [h('dt', {}, algorithm), h('dd', { class: 'chips' }, ...made)];
  });
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
    h('h3', {}, words.others),
    h('dl', { class: 'samples' }, ...others.flat()),
  );
  return dialog;

  function sampleButton(sample: Sample): HTMLButtonElement {
    const { algorithm, minted_by: library } = sample;
    return button(
      library,
      () => {
        const { date, ...input } = sampleInput(sample);
        page.load(input, date);
        dialog.close();
      },
      { class: 'chip', 'aria-label': `${algorithm} ${words.by(library)}` },
    );
  }
}
