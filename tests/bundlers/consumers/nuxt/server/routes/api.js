import { verifySamples } from '~~/src/verify-samples.js';

export default defineEventHandler(() => verifySamples());
