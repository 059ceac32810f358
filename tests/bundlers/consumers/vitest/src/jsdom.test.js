// @vitest-environment jsdom
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { verifySamples } from './verify-samples.js';

test('the samples', () => writeFileSync('jsdom.json', JSON.stringify(verifySamples())));
