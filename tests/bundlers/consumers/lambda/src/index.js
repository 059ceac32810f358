import { verifySamples } from './verify-samples.js';

export const handler = async () => ({ statusCode: 200, body: JSON.stringify(verifySamples()) });
