import { afterNextRender, Component } from '@angular/core';
import { verifySamples } from './verify-samples.js';

@Component({
  selector: 'app-root',
  template: '<h1>edge-jwt with Angular</h1><pre>{{ found }}</pre>',
})
export class App {
  readonly found = JSON.stringify(verifySamples());

  constructor() {
    afterNextRender(() => (document.body.dataset['result'] = JSON.stringify(verifySamples())));
  }
}
