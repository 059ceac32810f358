import { verifySamples } from '../../src/verify-samples.js';

export const dynamic = 'force-dynamic';

export const GET = () => Response.json(verifySamples());
