import { verifySamples } from '../verify-samples.js';

export const GET = () => Response.json(verifySamples());
