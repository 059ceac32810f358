import { verifySamples } from '../../src/verify-samples.js';

export const runtime = 'edge';

export const GET = () => Response.json(verifySamples());
