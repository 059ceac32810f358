import { writeFileSync } from 'node:fs';
import { verifySamples } from './verify-samples.js';

test('the samples', () => {
  const place = globalThis.EdgeRuntime ?? (typeof document === 'undefined' ? 'node' : 'jsdom');
  writeFileSync(`${place}.json`, JSON.stringify(verifySamples()));
});
