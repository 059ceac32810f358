// Examples, the tour and new keys leave nothing behind that condemns a token of the person's own.

import { SECRET, TOKEN } from './fixtures.mjs';

export default function guests({ test, assert, model }) {
  const { Debugger } = model.debugger;
  const KEY = { text: SECRET, encoding: 'utf8', algorithm: '' };
  const OWN = { issuer: 'https://issuer.example/', audience: 'https://api.example/' };

  async function withExample(page) {
    page.load(await model.examples.exampleInput('ES256', new Date()));
    assert.equal(page.view().verdict.kind, 'valid');
  }

  test('an example goes with its key, its algorithm and its expectations when a token is pasted', async () => {
    const page = new Debugger();
    page.editKey(KEY);
    page.editPolicy(OWN);
    await withExample(page);
    page.pasteToken(TOKEN);
    assert.equal(page.view().verdict.kind, 'valid');
    assert.deepEqual(page.state.key, KEY);
    assert.equal(page.state.policy.issuer, OWN.issuer);
  });

  test('two examples in a row bring back what was before the first', async () => {
    const page = new Debugger();
    page.editKey(KEY);
    await withExample(page);
    await withExample(page);
    page.clearToken();
    assert.deepEqual(page.state.key, KEY);
    assert.equal(page.state.policy.issuer, '');
  });

  test('what the person changed in an example is the person’s own, and stays', async () => {
    const page = new Debugger();
    await withExample(page);
    page.editKey({ text: SECRET });
    assert.equal(page.state.key.algorithm, '');
    page.pasteToken(TOKEN);
    assert.equal(page.state.key.text, SECRET);
    assert.equal(page.state.policy.issuer, '');
    assert.equal(page.view().lights.signature.kind, 'verified');
  });

  test('an edit of the example’s own token keeps its key', async () => {
    const page = new Debugger();
    await withExample(page);
    const { key } = page.state;
    page.editToken(page.state.token.slice(0, -1));
    assert.deepEqual(page.state.key, key);
  });

  test('the time of an example goes with it', async () => {
    const page = new Debugger();
    const [sample] = model.samples.SAMPLES;
    const { date = new Date(0), ...input } = model['sample-input'].sampleInput(sample);
    page.load(input, date);
    page.pasteToken(TOKEN);
    assert.equal(page.state.date, undefined);
  });

  test('the tour brings back what was there, at its end and when a token is pasted', () => {
    for (const end of ['endTour', 'pasteToken']) {
      const page = new Debugger();
      page.pasteToken(TOKEN);
      page.editKey(KEY);
      page.editPolicy(OWN);
      const before = page.state;
      for (const step of [0, 1]) {
        const policy = { ...before.policy, issuer: 'https://tour.example/' };
        page.showStep(step, { token: 'a.b.c', key: { ...KEY, text: 'known' }, policy });
      }
      page[end](TOKEN);
      assert.equal(page.state.tour, undefined);
      assert.deepEqual(page.state, before);
      assert.equal(page.view().verdict.kind, 'valid');
    }
  });

  test('a new key stays for a token that it is for, and goes for any other', async () => {
    const page = new Debugger();
    page.editKey(KEY);
    page.pasteToken(TOKEN);
    page.putNewKey(await model.examples.newKey('ES256', 'pem'));
    await page.editPart('header', '{"alg":"ES256","typ":"JWT"}');
    assert.equal(page.view().lights.signature.kind, 'verified');
    const signed = page.state.token;
    page.clearToken();
    page.pasteToken(signed);
    assert.equal(page.view().lights.signature.kind, 'verified');
    page.pasteToken(TOKEN);
    assert.deepEqual(page.state.key, KEY);
    assert.equal(page.view().lights.signature.kind, 'verified');
  });

  test('a key that another took the place of comes back by undo', async () => {
    const page = new Debugger();
    page.editKey(KEY);
    page.putNewKey(await model.examples.newKey('HS256', 'jwk'));
    page.undo();
    assert.deepEqual(page.state.key, KEY);
  });
}
