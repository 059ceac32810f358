import { verifySamples } from './verify-samples.js';

console.log(JSON.stringify(verifySamples()));
