'use client';

import { useEffect } from 'react';
import { verifySamples } from '../src/verify-samples.js';

export default function Page() {
  useEffect(() => {
    document.body.dataset.result = JSON.stringify(verifySamples());
  }, []);
  return <h1>edge-jwt with Next</h1>;
}
