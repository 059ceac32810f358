import { verifySamples } from './verify-samples.js';

export default {
  fetch: () => Response.json(verifySamples()),
};
