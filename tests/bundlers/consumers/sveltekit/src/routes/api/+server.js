import { json } from '@sveltejs/kit';
import { verifySamples } from '../../verify-samples.js';

export const GET = () => json(verifySamples());
