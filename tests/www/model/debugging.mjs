// Edits go both ways, time passes, and a key never changes a token.

import { generateKeyPairSync, sign } from 'node:crypto';
import { PAYLOAD, payloadText, SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function debugging({ test, assert, lib, model }) {
  const { Debugger } = model.debugger;
  const KEY = { text: SECRET, encoding: 'utf8', algorithm: '' };

  test('a pasted token is decoded, and not valid without a key', () => {
    const page = new Debugger();
    page.pasteToken(`Authorization: Bearer ${TOKEN}`);
    const view = page.view();
    assert.equal(view.state.token, TOKEN);
    assert.equal(view.state.found.length, 1);
    assert.deepEqual(JSON.parse(view.payload), JSON.parse(PAYLOAD));
    assert.equal(view.verdict.kind, 'noKey');
  });

  test('the pasted text comes back, and one token of it is chosen in one step', () => {
    const page = new Debugger();
    const other = tokenOf(PAYLOAD.replace('user-1', 'user-2'), undefined, 'x'.repeat(32));
    const text = `access_token=${TOKEN}&id_token=${other}`;
    page.pasteToken(text);
    page.editKey(KEY);
    assert.equal(page.state.foundIn, text);
    let changes = -1;
    page.subscribe(() => (changes += 1));
    page.chooseFound(other);
    assert.deepEqual([changes, page.state.token], [1, other]);
    assert.deepEqual([page.state.found.length, page.state.foundIn], [2, text]);
    assert.deepEqual(
      [page.verdictFor(TOKEN).kind, page.view().verdict.kind],
      ['verified', 'refused'],
    );
    page.showPasted();
    assert.deepEqual([page.state.token, page.state.foundIn], [text, '']);
    assert.deepEqual(page.state.found, []);
  });

  test('to put in a key never changes a token', async () => {
    const page = new Debugger();
    const forged = tokenOf(PAYLOAD, undefined, 'x'.repeat(32));
    page.pasteToken(forged);
    page.editKey(KEY);
    // As long as signing takes, twice: by then a signature that nobody asked for would be there.
    const other = new Debugger();
    other.load({ token: forged, key: KEY });
    await other.sign();
    await other.sign();
    assert.equal(page.state.token, forged);
    assert.equal(page.view().verdict.kind, 'refused');
    assert.equal(page.view().verdict.check.name, 'signature');
    await page.sign();
    assert.equal(page.view().verdict.kind, 'verified');
    assert.equal(page.view().origin.kind, 'signed');
  });

  test('an edit of the payload is signed when the key can sign', async () => {
    const page = new Debugger();
    page.load({ token: TOKEN, key: KEY });
    await page.editPart('payload', '{ "sub": "other", "exp": 4102444800 }');
    assert.equal(payloadText(page.state.token), '{"sub":"other","exp":4102444800}');
    assert.equal(page.view().verdict.kind, 'verified');
    assert.equal(page.view().payload, '{ "sub": "other", "exp": 4102444800 }');
    lib.verify(page.state.token, lib.importKey(SECRET, 'HS256', { encoding: 'utf8' }));
  });

  test('without such a key the old signature stays, and does not hold', async () => {
    const page = new Debugger();
    page.load({ token: TOKEN });
    await page.editPart('payload', '{"sub":"other"}');
    assert.equal(page.state.token.split('.')[2], TOKEN.split('.')[2]);
    assert.equal(page.view().origin.kind, 'stale');
  });

  test('a payload that is no JSON yet goes into the token as it is', async () => {
    const page = new Debugger();
    page.load({ token: TOKEN, key: KEY });
    await page.editPart('payload', '{ "sub": ');
    assert.equal(payloadText(page.state.token), '{ "sub": ');
    const failed = page.view().inspection.checks.find(({ name }) => name === 'payload');
    assert.equal(failed.status, 'failed');
    assert.deepEqual(failed.position, { line: 1, column: 10 });
  });

  test('what a token says is shown digit for digit', () => {
    const page = new Debugger();
    const payload = '{"id":12345678901234567890,"2":1.0,"1":"\\u00e9"}';
    page.load({ token: tokenOf(payload) });
    assert.equal(page.view().payload.replaceAll(/\n\s*/g, '').replaceAll('": ', '":'), payload);
    page.load({ token: tokenOf('{"a":1,"a":2}') });
    assert.equal(page.view().payload, '{"a":1,"a":2}');
  });

  test('a claim is set in place and signed', async () => {
    const page = new Debugger();
    page.load({ token: TOKEN, key: KEY });
    await page.setClaim('exp', 4_000_000_000);
    assert.equal(JSON.parse(page.view().payload).exp, 4_000_000_000);
    assert.equal(page.view().verdict.kind, 'verified');
  });

  test('a payload is written from nothing', async () => {
    const page = new Debugger();
    page.editKey(KEY);
    await page.editPart('payload', '{"exp":4102444800}');
    assert.equal(page.view().verdict.kind, 'verified');
    assert.deepEqual(JSON.parse(page.view().header), { alg: 'HS256', typ: 'JWT' });
  });

  test('a signature that comes late is not put on what was typed since', async () => {
    const page = new Debugger();
    page.load({ token: TOKEN, key: KEY });
    const late = page.editPart('payload', '{"sub":"one","exp":4102444800}');
    page.editToken('other');
    await late;
    assert.equal(page.state.token, 'other');
  });

  test('time is looked at as it is, or as it is set', () => {
    let now = 1_000_000;
    const page = new Debugger(() => new Date(now * 1000));
    page.load({ token: tokenOf('{"nbf":1000010,"exp":1000020}'), key: KEY });
    const kinds = [];
    page.subscribe(({ verdict }) => kinds.push(verdict.check?.code ?? verdict.kind));
    now += 10;
    page.tick();
    now += 10;
    page.tick();
    page.setDate(new Date(1_000_015_000));
    page.setDate(undefined);
    assert.deepEqual(kinds, [
      'ERR_JWT_NOT_YET_VALID',
      'verified',
      'ERR_JWT_EXPIRED',
      'verified',
      'ERR_JWT_EXPIRED',
    ]);
    const { nextChange } = model['time-left'];
    assert.deepEqual(nextChange(page.view().inspection.payload, new Date(1_000_000_000)), {
      kind: 'begins',
      seconds: 10,
      date: new Date(1_000_010_000),
    });
  });

  test('a key that came with a link is known as such, until another is put in', () => {
    const page = new Debugger();
    const { publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ type: 'spki', format: 'pem' });
    page.openLink(
      model['share-link'].fromFragment(`#${new URLSearchParams({ token: TOKEN, key })}`),
    );
    assert.equal(page.view().state.isKeyFromLink, true);
    page.editKey(KEY);
    assert.equal(page.view().state.isKeyFromLink, false);
  });

  test('whatever is typed, there is a view', async () => {
    const page = new Debugger();
    const texts = [
      '',
      '.',
      '..',
      '....',
      '\ud800',
      'e30.e30.',
      'ey.ey.ey',
      ' ',
      'a\0b',
      '{}',
      '%%%',
    ];
    for (const text of texts) {
      page.pasteToken(text);
      page.editKey({ text });
      page.editPolicy({ issuer: text, clockTolerance: text, requiredClaims: text });
      page.editSignature(text);
      await page.editPart('header', text);
      await page.sign();
      assert.ok(page.view().inspection.checks.length > 0, text);
    }
  });

  test('the padded token of a load balancer is valid by its preset, and by none for another client', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signer =
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef';
    const issuer = 'https://issuer.example';
    const padded = (bytes) =>
      Buffer.from(bytes).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    const header = { typ: 'JWT', alg: 'ES256', kid: 'a-uuid', signer, client: 'one', iss: issuer };
    const payload = { sub: 'user-1', iss: issuer, exp: 4102444800 };
    const input = [header, payload].map((part) => padded(JSON.stringify(part))).join('.');
    const signature = sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const page = new Debugger();
    page.pasteToken(`x-amzn-oidc-data: ${input}.${padded(signature)}`);
    page.editKey({ text: publicKey.export({ type: 'spki', format: 'pem' }) });
    page.editPreset({
      id: 'awsAlb',
      values: { loadBalancerArn: signer, issuer, clientId: 'one, two' },
    });
    assert.equal(page.view().verdict.kind, 'valid');
    assert.deepEqual(JSON.parse(page.view().payload), payload);
    const code = model['code/javascript'].workerCode(
      model['code/from-view'].codeRequest(page.view()),
    );
    assert.match(code, /\.verifyRequest\(request, \{ header: 'x-amzn-oidc-data' \}, ctx\)/);
    page.editPreset({ values: { loadBalancerArn: signer, issuer, clientId: 'two' } });
    assert.equal(page.view().verdict.check.name, 'header');
    page.editPreset({ id: '' });
    assert.equal(page.view().verdict.check.name, 'form');
  });

  test('another preset says who issues and for whom, until a field says otherwise', () => {
    const page = new Debugger();
    const issuerOf = () => page.view().options.issuer;
    page.editPolicy({ issuer: 'https://of-an.example/', audience: 'of an example', typ: 'JWT' });
    page.editPreset({ id: 'auth0', values: { domain: 'one.auth0.com', audience: 'api' } });
    assert.equal(issuerOf(), 'https://one.auth0.com/');
    assert.equal(page.view().options.typ, 'JWT');
    page.editPolicy({ issuer: 'https://mine.example/' });
    assert.equal(issuerOf(), 'https://mine.example/');
    page.editPreset({ values: { domain: 'two.auth0.com', audience: 'api' } });
    assert.equal(issuerOf(), 'https://mine.example/');
    page.editPreset({ id: '' });
    assert.equal(issuerOf(), 'https://mine.example/');
  });

  test('an encrypted token shows its header and names its parts', () => {
    const page = new Debugger();
    page.pasteToken('eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aa.bb.cc');
    const { verdict, header, inspection } = page.view();
    assert.equal(verdict.kind, 'encrypted');
    assert.equal(JSON.parse(header).enc, 'A256GCM');
    assert.deepEqual(
      inspection.segments.map(({ name }) => name),
      ['header', 'encryptedKey', 'iv', 'ciphertext', 'tag'],
    );
  });

  test('there is a sample of every algorithm, and each is valid in the page', () => {
    const algorithms = model.samples.SAMPLES.map(({ algorithm }) => algorithm);
    assert.deepEqual(new Set(algorithms), new Set(model.algorithms.ALGORITHMS));
    for (const sample of model.samples.SAMPLES) {
      const page = new Debugger();
      const { date, ...input } = model['sample-input'].sampleInput(sample);
      page.load(input, date);
      assert.equal(page.view().verdict.kind, 'valid', `${sample.algorithm} ${sample.minted_by}`);
    }
  });
}
