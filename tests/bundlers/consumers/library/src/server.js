import { verify } from 'edge-jwt';
import { Hono } from 'hono';
import { keyOf, protect } from 'our-library';
import { samples } from './samples.js';

async function answerOf(sample) {
  const { algorithm, options, token, changed } = sample;
  const { payload } = verify(token, keyOf(sample), options);
  let refusal;
  const app = new Hono();
  app.use(protect(sample, (code) => (refusal = code)));
  app.get('/', (c) => c.json({ algorithm, sub: c.get('jwt').sub }));
  const get = (value) => app.request('/', { headers: { authorization: `Bearer ${value}` } });
  const answer = await (await get(token)).json();
  const { status } = await get(changed);
  if (answer.sub !== payload.sub || status !== 401) throw new Error(`${algorithm}: ${status}`);
  return { ...answer, refusal };
}

Promise.all(samples.map(answerOf)).then((answers) => console.log(JSON.stringify(answers)));
