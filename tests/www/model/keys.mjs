// The key pane takes every form, and never takes a public key for a secret.

import { generateKeyPairSync } from 'node:crypto';

import { SECRET, TOKEN, tokenOf } from './fixtures.mjs';
import { processorTime } from './processor-time.mjs';

export default function keys({ test, assert, lib, model }) {
  const { readKey, NO_KEY, publicKeyText, secretBits } = model.key;
  const { ALGORITHMS } = model.algorithms;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const read = (text, algorithm, more = {}) => readKey({ ...NO_KEY, text, ...more }, algorithm);

  test('PEM of every kind, JWK and JWK Set are told from their looks', () => {
    const forms = [
      [rsa.publicKey.export({ type: 'spki', format: 'pem' }), 'RS256', false],
      [rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }), 'PS384', false],
      [rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'RS512', true],
      [rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'RS256', true],
      [ec.publicKey.export({ type: 'spki', format: 'pem' }), 'ES256', false],
      [ec.privateKey.export({ type: 'sec1', format: 'pem' }), 'ES256', true],
      [JSON.stringify(ec.publicKey.export({ format: 'jwk' })), 'ES256', false],
      [JSON.stringify(ec.privateKey.export({ format: 'jwk' })), 'ES256', true],
    ];
    for (const [text, algorithm, canSign] of forms) {
      const { key, canSign: can, fault } = read(`\n${text}  `, algorithm);
      assert.equal(fault, undefined);
      assert.equal(key.algorithm, algorithm);
      assert.equal(can, canSign);
    }
    const jwk = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'one' };
    const { key: set, canSign } = read(JSON.stringify({ keys: [jwk] }), 'ES256');
    assert.deepEqual(
      set.keys.map(({ keyId, algorithm }) => [keyId, algorithm]),
      [['one', 'ES256']],
    );
    assert.equal(canSign, false);
  });

  test('a public key is no secret, even when the token says HS256', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    const { key, isAlgorithmFromToken } = read(pem, 'HS256');
    assert.equal(key.algorithm, 'RS256');
    assert.equal(isAlgorithmFromToken, false);
    const { valid, checks } = lib.inspect(tokenOf('{"exp":4102444800}', undefined, pem), key);
    assert.equal(valid, false);
    assert.equal(checks.find(({ status }) => status === 'failed').name, 'key');
  });

  test('an algorithm that is chosen goes before the token', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    assert.equal(read(pem, 'RS256', { algorithm: 'PS256' }).key.algorithm, 'PS256');
    assert.equal(read(pem, 'ES256').key.algorithm, 'RS256');
  });

  test('secrets in four encodings are one', () => {
    const bytes = Buffer.from(SECRET);
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex']) {
      const text = bytes.toString(encoding);
      const { key } = read(text, 'HS256', { encoding });
      assert.ok(lib.inspect(TOKEN, key, { audience: null }).valid, encoding);
      assert.equal(secretBits({ text, encoding }), bytes.length * 8, encoding);
    }
  });

  test('a weak secret is shown for what it is', () => {
    const { key, isWeak, fault } = read('secret', 'HS256');
    assert.equal(isWeak, true);
    assert.equal(fault.code, 'ERR_JOSE_KEY_TOO_WEAK');
    const weakToken = tokenOf('{"exp":4102444800}', undefined, 'secret');
    assert.equal(lib.inspect(weakToken, key).valid, true);
  });

  const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' }).trim();
  const pkcs8 = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).trim();
  const body = spki.split('\n').slice(1, -1);

  test('a damaged key has the error of the import that its own kind is for', () => {
    const middle = Math.floor(spki.length / 2);
    const damaged = {
      'a wrong character': spki.replace(body[2], `*${body[2].slice(1)}`),
      'cut in the middle': spki.slice(0, middle),
      'a line missing': spki.replace(`${body[3]}\n`, ''),
      'the label of something else': spki.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
      'a label that no key has': spki.replaceAll('PUBLIC KEY', 'DH PARAMETERS'),
      'two labels': spki.replace('END PUBLIC', 'END PRIVATE'),
      'two keys': `${spki}\n${pkcs8}`,
      'a key of SSH': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHQvf3Bk0l8Vh0vJ me@example',
    };
    for (const [name, text] of Object.entries(damaged)) {
      const { fault, key } = read(text, 'RS256');
      const { error } = lib.inspectKey(text);
      assert.equal(key, undefined, name);
      assert.deepEqual([fault.code, fault.message], [error.code, error.message], name);
      assert.doesNotMatch(fault.message, /JWK|JSON/, name);
    }
    const jwk = JSON.stringify(rsa.publicKey.export({ format: 'jwk' }));
    for (const text of [jwk.replace('}', ',,}'), jwk.slice(0, -1), `{"keys":[${jwk}`]) {
      assert.equal(read(text, 'RS256').fault.code, 'ERR_JWK_INVALID', text);
    }
    const map = JSON.stringify({ one: spki, two: spki });
    assert.equal(read(map).fault?.code, lib.inspectKey(map).error?.code);
    assert.equal(read('{"keys":1}').fault.code, 'ERR_JWKS_INVALID');
  });

  test('a key is taken out of what stands around it, and out of any lay-out', async () => {
    const oneLine = spki.replaceAll('\n', ' ');
    const escaped = spki.replaceAll('\n', '\\n');
    const base64 = Buffer.from(spki).toString('base64');
    const jwk = JSON.stringify(rsa.publicKey.export({ format: 'jwk' }));
    const texts = [
      `\n\n${spki}\n\n`,
      `"${spki}"`,
      `'${spki}',`,
      `\`${spki}\`;`,
      `"${escaped}\\n"`,
      escaped,
      escaped.replaceAll('\\n', '\\\\n'),
      escaped.replaceAll('\\n', '\\r\\n'),
      spki.replaceAll('\n', '\r\n'),
      spki.replaceAll('\n', '\n\t  '),
      oneLine,
      spki.replaceAll('\n', ''),
      `Subject: CN=x\n${spki}\nthat was -- it`,
      `KEY="${escaped}"`,
      `export JWT_KEY='${spki}'`,
      `jwt.key: ${oneLine}`,
      `KEY=${escaped}`,
      body.join('\n'),
      body.join(''),
      `KEY=${body.join('')}`,
      `"${body.join('')}"`,
      base64,
      `KEY=${base64}`,
      `JWK='${jwk}'`,
      `"${jwk.replaceAll('"', '\\"')}"`,
    ];
    for (const text of texts) {
      const { key, fault } = read(text, 'RS256');
      assert.equal(fault, undefined, text);
      assert.equal(lib.exportJwk(key).n, JSON.parse(jwk).n);
    }
    const privateTexts = [
      `KEY="${pkcs8.replaceAll('\n', '\\n')}"`,
      ec.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      ec.privateKey.export({ type: 'sec1', format: 'der' }).toString('base64'),
      JSON.stringify({ type: 'service_account', private_key: `${pkcs8}\n`, client_id: '1' }),
      `JWK='${JSON.stringify(ec.privateKey.export({ format: 'jwk' }))}'`,
    ];
    for (const text of privateTexts) {
      const input = { ...NO_KEY, text };
      assert.equal(readKey(input, 'ES256').canSign, true, text);
      const signingKey = await model.signing.readSigningKey(input, 'ES256');
      assert.equal(signingKey.algorithm, 'ES256', text);
    }
  });

  test('what was wrong with the text is still told', () => {
    const idsOf = (text) => read(text, 'RS256').inspection.hints.map(({ id }) => id);
    assert.ok(idsOf(body.join('')).includes('pem-lines-missing'));
    assert.equal(new Set(idsOf(`"${spki}"`)).size, idsOf(`"${spki}"`).length);
  });

  test('of a secret nothing is taken away', () => {
    for (const text of [
      `"${SECRET}"`,
      `KEY=${SECRET}`,
      ` ${SECRET}\n`,
      `a="{${SECRET}}"`,
      SECRET,
    ]) {
      const { key, inspection } = read(text, 'HS256');
      assert.equal(inspection.kind, 'secret', text);
      const token = tokenOf('{"exp":4102444800}', undefined, text);
      assert.ok(lib.inspect(token, key).valid, text);
    }
  });

  test('a long text without a key ends soon', () => {
    const started = processorTime();
    for (const piece of ['-----BEGIN ', '-----BEGIN A-----a', '\\', 'M', '"', 'LS0tLS1CRUdJTi']) {
      model['key-text'].keyText(piece.repeat(20_000));
    }
    assert.ok(processorTime() - started < 2000);
  });

  test('garbage is a fault and no exception', () => {
    for (const text of [
      '{"kty":"RSA"}',
      '{',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n',
      '\ud800',
      '0',
    ]) {
      assert.ok(read(text, 'RS256', { algorithm: 'RS256' }).fault instanceof lib.JoseError, text);
    }
    assert.deepEqual(read('  ').inspection, undefined);
  });

  test('a key is told in one line, and by its thumbprint where it has no name', () => {
    const { keySummary } = model['key/summary'];
    const summary = (text, algorithm) => keySummary(read(text, algorithm), { ...NO_KEY, text });
    const jwk = rsa.publicKey.export({ format: 'jwk' });
    const thumbprint = lib.calculateJwkThumbprint(jwk);
    assert.deepEqual(summary(spki, 'RS256'), {
      ...{ kind: 'key', type: 'RSA', isPrivate: false, algorithm: 'RS256' },
      name: `${thumbprint.slice(0, 4)}…${thumbprint.slice(-4)}`,
    });
    assert.equal(summary(JSON.stringify({ ...jwk, kid: 'one' }), 'PS256').name, 'one');
    const { type, isPrivate } = summary(pkcs8, 'ES256');
    assert.deepEqual([type, isPrivate], ['EC P-256', true]);
    assert.deepEqual(summary(SECRET, 'HS256'), {
      ...{ kind: 'secret', characters: SECRET.length, bits: SECRET.length * 8, algorithm: 'HS256' },
    });
    assert.deepEqual(summary(JSON.stringify({ keys: [jwk] }), 'RS256'), { kind: 'set', count: 1 });
    assert.equal(summary('{', 'RS256'), undefined);
    assert.equal(summary('', 'RS256'), undefined);
  });

  test('members of a set for other algorithms are not faulty', () => {
    const { membersOf } = model['key/summary'];
    const [one, two] = [rsa, ec].map(({ publicKey }) => publicKey.export({ format: 'jwk' }));
    const members = [
      { ...one, kid: 'a' },
      { ...two, kid: 'b' },
      { ...one, kid: 'c', alg: 'PS256' },
      { ...one, kid: 'd', use: 'enc' },
      { kty: 'EC', kid: 'e' },
    ];
    const text = JSON.stringify({ keys: members });
    const told = membersOf(read(text, 'RS256'), { ...NO_KEY, text });
    assert.deepEqual(
      told.map(({ keyId, use, status }) => [keyId, use, status]),
      [
        ['a', 'RS256', 'usable'],
        ['b', 'ES256', 'other'],
        ['c', 'PS256', 'other'],
        ['d', '', 'unusable'],
        ['e', '', 'unusable'],
      ],
    );
    assert.deepEqual(membersOf(read(SECRET, 'HS256'), NO_KEY), []);
  });

  test('what is public of a private key, and nothing of a secret', () => {
    const privateJwk = JSON.stringify(ec.privateKey.export({ format: 'jwk' }));
    const text = publicKeyText(read(privateJwk, 'ES256'));
    assert.equal(JSON.parse(text).d, undefined);
    assert.equal(JSON.parse(text).kty, 'EC');
    assert.equal(publicKeyText(read(SECRET, 'HS256')), undefined);
    assert.equal(publicKeyText(read('')), undefined);
  });

  test('an example leaves no algorithm behind', async () => {
    for (const algorithm of ALGORITHMS) {
      const { key, token } = await model.examples.exampleInput(algorithm, new Date());
      assert.equal(key.algorithm, '', algorithm);
      assert.equal(lib.inspect(token, readKey(key, algorithm).key, { audience: null }).valid, true);
    }
    assert.equal((await model.examples.newKey('ES256', 'pem')).algorithm, '');
    assert.equal((await model.examples.newKey('PS256', 'jwk')).algorithm, '');
  });

  test('a new key of every algorithm signs, in both forms', async () => {
    const { newKey } = model.examples;
    const { readSigningKey } = model.signing;
    for (const algorithm of ALGORITHMS) {
      for (const form of ['pem', 'jwk']) {
        const input = await newKey(algorithm, form);
        const { key, canSign } = readKey(input, algorithm);
        assert.equal(key.algorithm, algorithm);
        assert.equal(canSign, true);
        assert.equal((await readSigningKey(input, algorithm)).algorithm, algorithm);
        assert.equal(readKey(input, undefined).key.algorithm, algorithm);
      }
    }
  });
}
