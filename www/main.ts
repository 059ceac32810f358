/** Wires the page: what is typed is inspected at once, and every sample is verified on loading. */
import { inspect } from 'edge-jwt';

import { field, onInput } from './dom.js';
import { expectations, keyFromForm, offerAlgorithms } from './form.js';
import { fillIn, samples, verifySample } from './samples.js';
import { showInspection, showNothing, showSample } from './view.js';

function update(): void {
  const token = field('token').value.trim();
  if (token === '') return showNothing();
  const imported = keyFromForm();
  showInspection(inspect(token, imported.key, expectations()), imported);
}

offerAlgorithms();
onInput(update);
update();

for (const sample of samples) {
  // Between two samples the page can answer to whoever is already typing.
  await new Promise((resolve) => setTimeout(resolve));
  showSample(sample, verifySample(sample), () => {
    fillIn(sample);
    update();
    field('token').focus();
  });
}
