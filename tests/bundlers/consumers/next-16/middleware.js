import { verifySamples } from './src/verify-samples.js';

export const config = { matcher: '/middleware' };

export const middleware = () => Response.json(verifySamples());
