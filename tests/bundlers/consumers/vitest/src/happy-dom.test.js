// @vitest-environment happy-dom
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { verifySamples } from './verify-samples.js';

test('the samples', () => writeFileSync('happy-dom.json', JSON.stringify(verifySamples())));
