// @vitest-environment node
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { verifySamples } from './verify-samples.js';

test('the samples', () => writeFileSync('node.json', JSON.stringify(verifySamples())));
