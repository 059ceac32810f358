import { createServer } from 'vite';

const server = await createServer({
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
});
const { verifySamples } = await server.ssrLoadModule('/src/verify-samples.js');
console.log(JSON.stringify(verifySamples()));
await server.close();
