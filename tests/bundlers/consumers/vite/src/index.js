import { verifySamples } from './verify-samples.js';

document.body.dataset.result = JSON.stringify(verifySamples());
