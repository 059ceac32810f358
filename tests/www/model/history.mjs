// One history for the whole page: an undo gives only states that were there.

import { PAYLOAD, SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function history({ test, assert, model }) {
  const { Debugger } = model.debugger;
  const KEY = { text: SECRET, encoding: 'utf8', algorithm: '' };
  const OTHER = tokenOf(PAYLOAD.replace('user-1', 'user-2'));

  /** A page whose clock goes on by `seconds` before each action, so that none is taken for more typing. */
  function pageWithClock(seconds = 10) {
    let now = 1_800_000_000;
    const page = new Debugger(() => new Date((now += seconds) * 1000));
    return page;
  }

  test('a pasted token that another one replaced comes back whole, by undo in any field', () => {
    const page = pageWithClock();
    page.pasteToken(TOKEN);
    page.pasteToken(OTHER);
    page.undo();
    assert.equal(page.state.token, TOKEN);
    assert.equal(JSON.parse(page.view().payload).sub, 'user-1');
    page.redo();
    assert.equal(page.state.token, OTHER);
    assert.equal(JSON.parse(page.view().payload).sub, 'user-2');
  });

  test('an edit and its signature are one step', async () => {
    const page = pageWithClock();
    page.pasteToken(TOKEN);
    page.editKey(KEY);
    await page.editPart('payload', PAYLOAD.replace('user-1', 'user-3'));
    assert.equal(page.view().origin.kind, 'signed');
    page.undo();
    assert.equal(page.state.token, TOKEN);
    assert.equal(page.view().origin.kind, 'given');
    page.redo();
    assert.equal(JSON.parse(page.view().payload).sub, 'user-3');
    assert.equal(page.view().lights.signature.kind, 'verified');
  });

  test('what is typed into one field without a pause is one step, and into two fields are two', () => {
    const page = pageWithClock(0.1);
    for (const text of ['s', 'se', 'sec']) page.editKey({ text });
    for (const issuer of ['h', 'ht']) page.editPolicy({ issuer });
    page.undo();
    assert.deepEqual([page.state.key.text, page.state.policy.issuer], ['sec', '']);
    page.undo();
    assert.deepEqual([page.state.key.text, page.state.policy.issuer], ['', '']);
    assert.equal(page.view().canUndo, false);
    page.redo();
    assert.equal(page.state.key.text, 'sec');
  });

  test('after an undo, an edit forgets what was undone', () => {
    const page = pageWithClock();
    page.pasteToken(TOKEN);
    page.undo();
    page.pasteToken(OTHER);
    assert.equal(page.view().canRedo, false);
    page.undo();
    assert.equal(page.state.token, '');
  });

  test('random actions and undos never show a state that was not there', async () => {
    const random = randomFrom(20261201);
    const oneOf = (items) => items[Math.floor(random() * items.length)];
    const texts = [TOKEN, OTHER, `Bearer ${TOKEN}`, '', 'rubbish', `${TOKEN} ${OTHER}`];
    const payloads = [PAYLOAD, '{"sub":"x"}', '{"sub":', ''];
    const actions = [
      (page) => page.pasteToken(oneOf(texts)),
      (page) => page.editToken(oneOf(texts)),
      (page) => page.clearToken(),
      (page) => page.editPart('payload', oneOf(payloads)),
      (page) => page.editPart('header', oneOf(['{"alg":"HS256"}', '{"alg":"ES256"}', '{'])),
      (page) => page.editSignature(oneOf(['', 'AAAA'])),
      (page) => page.editKey({ text: oneOf([SECRET, '', 'short']) }),
      (page) => page.editPolicy({ issuer: oneOf(['', 'https://issuer.example/']) }),
      (page) => page.editPreset({ id: oneOf(['', 'google']) }),
      (page) => page.setDate(oneOf([undefined, new Date(1e12)])),
      (page) => page.load({ token: OTHER, key: KEY }),
      (page) => page.showStep(1, { token: TOKEN, key: KEY, policy: page.state.policy }),
      (page) => page.endTour(),
      (page) => page.setClaim('exp', 4102444800),
      (page) => page.sign(),
    ];
    for (let round = 0; round < 40; round += 1) {
      const page = pageWithClock();
      const seen = new Set([sightOf(page)]);
      page.subscribe(() => seen.add(sightOf(page)));
      for (let step = 0; step < 25; step += 1) {
        await oneOf(actions)(page);
        const before = new Set(seen);
        const moves = Math.floor(random() * 4);
        for (let move = 0; move < moves; move += 1) {
          if (random() < 0.7) page.undo();
          else page.redo();
          assert.ok(before.has(sightOf(page)), 'a state that was not there');
        }
      }
      while (page.view().canUndo) page.undo();
      assert.equal(page.state.token, '');
    }
  });

  /** What a person sees of the state. */
  function sightOf(page) {
    const { state, header, payload, signature } = page.view();
    const { token, key, policy, preset, date, found, foundIn, origin, tour } = state;
    const seen = { token, key, policy, preset, date, found, foundIn, kind: origin.kind };
    return JSON.stringify([seen, tour?.step, header, payload, signature]);
  }
}

/** Numbers from 0 to 1, the same in every run (xorshift32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
