import { verifySamples } from './verify-samples.js';

globalThis.answer = verifySamples();
