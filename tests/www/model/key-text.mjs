// Keys as people have them: read where it is clear what is meant, and told what was done.

import { generateKeyPairSync, sign } from 'node:crypto';

import { SECRET, tokenOf } from './fixtures.mjs';
import { processorTime } from './processor-time.mjs';

export default function keyText({ test, assert, lib, model }) {
  const { readKey, NO_KEY } = model.key;
  const { readKeyText } = model['key-text'];
  const pairs = {
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: generateKeyPairSync('ed25519'),
  };
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function signedBy(algorithm, header = {}) {
    const input = `${encode({ alg: algorithm, ...header })}.${encode({ exp: 4102444800 })}`;
    const hash = algorithm === 'EdDSA' ? null : 'sha256';
    const key = { key: pairs[algorithm].privateKey, dsaEncoding: 'ieee-p1363' };
    return `${input}.${sign(hash, Buffer.from(input), key).toString('base64url')}`;
  }
  function verifies(text, algorithm, header) {
    const { key, fault } = readKey({ ...NO_KEY, text }, algorithm);
    assert.equal(fault?.message, undefined, text);
    const { checks, valid } = lib.inspect(signedBy(algorithm, header), key, { audience: null });
    const failed = checks.find(({ status }) => status === 'failed');
    assert.ok(valid, `${failed?.message}: ${text}`);
  }

  /** Each form of one key, and what is said to have been done. */
  function forms(pem, der, jwk) {
    const lines = pem.split('\n');
    const escaped = pem.replaceAll('\n', '\\n');
    const base64 = der.toString('base64');
    const body = lines.slice(1, -1);
    const quoted = lines.map((line) => `    "${line}\\n"`);
    const set = JSON.stringify({ keys: [jwk] });
    const literal = `{ kty: '${jwk.kty}', ${Object.entries(jwk)
      .filter(([name]) => name !== 'kty')
      .map(([name, value]) => `${name}: '${value}', // ${name}`)
      .join('\n')}\n}`;
    return [
      [pem, []],
      [`\n${pem}\n`, []],
      [JSON.stringify(jwk), []],
      [set, []],
      [escaped, ['line-breaks-restored']],
      [escaped.replaceAll('\\n', '\\\\n'), ['line-breaks-restored']],
      [pem.replaceAll('\n', ' '), ['line-breaks-restored']],
      [pem.replaceAll('\n', ''), ['line-breaks-restored']],
      [pem.replaceAll('\n', '&#xA;'), ['line-breaks-restored']],
      [encodeURIComponent(pem), ['percent-decoded']],
      [encodeURIComponent(pem).replaceAll('%20', '+'), ['percent-decoded']],
      [pem.replaceAll('\n', '\n    '), ['unindented']],
      [lines.map((line) => `# ${line}`).join('\n'), ['unindented', 'found-in-text']],
      [`"${pem}"`, ['unquoted']],
      [`“${pem}”`, ['unquoted']],
      [`KEY='${pem}'`, ['found-in-text', 'unquoted']],
      [`KEY="${escaped}"`, ['line-breaks-restored', 'found-in-text', 'unquoted']],
      [`{"key":"${escaped}"}`, ['found-in-json']],
      [`{"a":{"b":["x",{"key":"${escaped}"}]}}`, ['found-in-json']],
      [`key: |\n  ${pem.replaceAll('\n', '\n  ')}\nother: 1`, ['unindented', 'found-in-text']],
      [
        `key = <<-EOT\n    ${pem.replaceAll('\n', '\n    ')}\n  EOT`,
        ['unindented', 'found-in-text'],
      ],
      [`String key =\n${quoted.join(' +\n')};`, undefined],
      [`key = (\n${quoted.join('\n')}\n)`, undefined],
      [`$key = ${quoted.join(' .\n').trim()};`, undefined],
      [pem.replaceAll('-----', '—–'), ['pem-lines-added']],
      [`${lines.slice(0, -1).join('\n')}\n`, ['end-line-added']],
      [base64, ['pem-lines-added']],
      [body.join('\n'), ['pem-lines-added']],
      [base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''), ['pem-lines-added']],
      [Buffer.from(pem).toString('base64'), ['decoded-base64']],
      [Buffer.from(JSON.stringify(jwk)).toString('base64'), ['decoded-base64']],
      [Buffer.from(set).toString('base64url'), ['decoded-base64']],
      [
        Buffer.from(Buffer.from(pem).toString('base64')).toString('base64'),
        ['decoded-base64', 'decoded-base64'],
      ],
      [JSON.stringify(JSON.stringify(jwk)), ['unquoted']],
      [JSON.stringify([jwk]), undefined],
      [JSON.stringify({ data: { keys: [jwk] }, ok: true }), ['found-in-json']],
      [JSON.stringify({ SecretString: set }), ['found-in-json']],
      [JSON.stringify({ PublicKey: base64 }), ['pem-lines-added', 'found-in-json']],
      [`HTTP/2 200\ncontent-type: application/json\n\n${set}\n`, ['found-in-text']],
      [`const jwk = ${literal};`, ['found-in-text', 'json-repaired']],
      [literal, ['json-repaired']],
      [`${JSON.stringify(jwk).slice(0, -1)},}`, ['json-repaired']],
      [`/* one */ ${JSON.stringify(jwk)}`, ['found-in-text']],
      [
        JSON.stringify({
          log: {
            entries: [{ response: { content: { text: set } } }, { url: 'https://a.example/' }],
          },
        }),
        ['found-in-json'],
      ],
      [
        JSON.stringify({
          content: { encoding: 'base64', text: Buffer.from(set).toString('base64') },
        }),
        ['decoded-base64', 'found-in-json'],
      ],
    ];
  }

  for (const [algorithm, { publicKey, privateKey }] of Object.entries(pairs)) {
    test(`a key for ${algorithm} is read in every form that people have it in`, () => {
      const kinds = [
        [publicKey, 'spki'],
        [privateKey, 'pkcs8'],
      ];
      for (const [key, type] of kinds) {
        const pem = key.export({ type, format: 'pem' }).trim();
        const jwk = key.export({ format: 'jwk' });
        for (const [text, done] of forms(pem, key.export({ type, format: 'der' }), jwk)) {
          verifies(text, algorithm);
          // Of a set of one private key the key is taken, in addition.
          if (done === undefined || (type === 'pkcs8' && text.includes('keys'))) continue;
          if (type === 'pkcs8' && text.includes(encode({ keys: [jwk] }).slice(0, 40))) continue;
          assert.deepEqual(readKeyText(text).done, [...new Set(done)], text);
        }
      }
    });
  }

  const pemOf = (key) => key.export({ type: 'spki', format: 'pem' });
  const rsa = pairs.RS256;

  test('maps and lists of keys become sets, from which the kid chooses', () => {
    const [one, two] = [pemOf(other.publicKey), pemOf(rsa.publicKey)];
    const [oneJwk, twoJwk] = [other, rsa].map((pair) => pair.publicKey.export({ format: 'jwk' }));
    const sets = [
      [{ a: one, b: two }, ['map-as-set']],
      [{ a: oneJwk, b: twoJwk }, ['map-as-set']],
      [{ keys: { a: oneJwk, b: twoJwk } }, ['found-in-json', 'map-as-set']],
      [
        [
          { ...oneJwk, kid: 'a' },
          { ...twoJwk, kid: 'b' },
        ],
        ['array-as-set'],
      ],
      [
        {
          data: [
            { ...oneJwk, kid: 'a' },
            { ...twoJwk, kid: 'b' },
          ],
        },
        ['found-in-json', 'array-as-set'],
      ],
    ];
    for (const [value, done] of sets) {
      const text = JSON.stringify(value);
      assert.deepEqual(readKeyText(text).done, done, text);
      verifies(text, 'RS256', { kid: 'b' });
      const { key } = readKey({ ...NO_KEY, text }, 'RS256');
      assert.deepEqual(
        key.keys.map(({ keyId }) => keyId),
        ['a', 'b'],
      );
    }
  });

  test('of a pair the private key is taken, and of keys of several pairs none', () => {
    const pem = `${pemOf(rsa.publicKey)}${rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })}`;
    const jwks = [rsa.publicKey, rsa.privateKey].map((key) => key.export({ format: 'jwk' }));
    for (const text of [pem, JSON.stringify({ public: jwks[0], private: jwks[1] })]) {
      assert.ok(readKeyText(text).done.includes('private-of-pair'));
      assert.equal(readKey({ ...NO_KEY, text }, 'RS256').canSign, true);
      verifies(text, 'RS256');
    }
    const text = `${pemOf(other.publicKey)}${pemOf(rsa.publicKey)}`;
    assert.deepEqual(readKeyText(text), { text, done: [] });
    const parameters =
      '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    verifies(
      `${parameters}${pairs.ES256.privateKey.export({ type: 'sec1', format: 'pem' })}`,
      'ES256',
    );
  });

  test('answers that hold one key in base64 are read: of Keycloak and of a service account', () => {
    const public_key = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    verifies(
      JSON.stringify({ realm: 'staff', public_key, 'token-service': 'https://a.example' }),
      'RS256',
    );
    const private_key = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const account = { type: 'service_account', private_key_id: 'a', private_key, client_id: '1' };
    verifies(JSON.stringify(account, null, 2), 'RS256');
    const { n, e } = rsa.publicKey.export({ format: 'jwk' });
    const plain = (text) => Buffer.from(text, 'base64url').toString('base64');
    const xml = `<RSAKeyValue><Modulus>${plain(n)}</Modulus><Exponent>${plain(e)}</Exponent></RSAKeyValue>`;
    assert.deepEqual(readKeyText(xml).done, ['xml-converted']);
    verifies(xml, 'RS256');
  });

  test('public keys of OpenSSH are read, which no tool converts for Ed25519', () => {
    const string = (bytes) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    };
    const part = (key, name) => Buffer.from(key.export({ format: 'jwk' })[name], 'base64url');
    const positive = (bytes) => (bytes[0] & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
    const { RS256, ES256, EdDSA } = pairs;
    const point = [Buffer.from([4]), part(ES256.publicKey, 'x'), part(ES256.publicKey, 'y')];
    const lines = {
      RS256: [
        'ssh-rsa',
        positive(part(RS256.publicKey, 'e')),
        positive(part(RS256.publicKey, 'n')),
      ],
      ES256: ['ecdsa-sha2-nistp256', Buffer.from('nistp256'), Buffer.concat(point)],
      EdDSA: ['ssh-ed25519', part(EdDSA.publicKey, 'x')],
    };
    for (const [algorithm, [type, ...fields]] of Object.entries(lines)) {
      const bytes = Buffer.concat([Buffer.from(type), ...fields].map(string));
      const text = `${type} ${bytes.toString('base64')} me@example`;
      assert.deepEqual(readKeyText(text).done, ['ssh-converted']);
      verifies(text, algorithm);
      const { foreign } = readKey({ ...NO_KEY, text }, algorithm);
      assert.equal(foreign.format, 'ssh-public');
      assert.equal(foreign.commands.length, type === 'ssh-ed25519' ? 0 : 1);
    }
  });

  test('a key in a format of others has its name and the command that converts it', () => {
    const passphrase = { cipher: 'aes-256-cbc', passphrase: 'x' };
    const block = (label) =>
      `-----BEGIN ${label}-----\nb3BlbnNzaC1rZXktdjEA\n-----END ${label}-----`;
    const texts = [
      [rsa.privateKey.export({ type: 'pkcs8', format: 'pem', ...passphrase }), 'encrypted'],
      [rsa.privateKey.export({ type: 'pkcs1', format: 'pem', ...passphrase }), 'encrypted'],
      [block('OPENSSH PRIVATE KEY'), 'ssh-private'],
      ['ssh-rsa AAAAB3NzaC1yc2E me@example', 'ssh-public'],
      ['---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----', 'ssh2-public'],
      ['PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n', 'putty'],
      ['MIIJzwIBAzCCCYUGCSqGSIb3DQEHAaCCCXYEgglyMIIJbjCCA+IGCSqGSIb3', 'pkcs12'],
      [block('PGP PUBLIC KEY BLOCK'), 'pgp'],
      [block('PKCS7'), 'pkcs7'],
      [block('CERTIFICATE REQUEST'), 'request'],
      ['/u3+7QAAAAIAAAABAAAAAQABYQAAAYk', 'java-keystore'],
    ];
    for (const [text, format] of texts) {
      const { foreign, key, fault } = readKey({ ...NO_KEY, text }, 'RS256');
      assert.equal(key, undefined, format);
      assert.equal(foreign.format, format);
      assert.equal(fault.code, 'ERR_JOSE_NOT_SUPPORTED');
      assert.doesNotMatch(fault.message, /JWK|JSON/);
      assert.ok(foreign.commands.length > 0, format);
    }
  });

  test('an address and a token are told from secrets, except where the token asks for one', () => {
    const token = tokenOf('{"exp":4102444800}');
    const texts = [
      ['https://issuer.example/.well-known/jwks.json', 'url'],
      ['issuer.example/.well-known/openid-configuration', 'url'],
      [token, 'token'],
      [`Bearer ${token}`, 'token'],
      ['{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}', 'discovery'],
    ];
    for (const [text, kind] of texts) {
      const { foreign, key, fault } = readKey({ ...NO_KEY, text }, 'RS256');
      assert.deepEqual([foreign.kind, key, fault], [kind, undefined, undefined], text);
    }
    const text = `https://issuer.example/${SECRET}`;
    assert.equal(readKey({ ...NO_KEY, text }, 'HS256').key.algorithm, 'HS256');
  });

  test('a secret is never altered', () => {
    const secrets = [
      SECRET,
      ` ${SECRET}\n`,
      `"${SECRET}"`,
      `KEY=${SECRET}`,
      `{"secret":"${SECRET}"}`,
      Buffer.from(SECRET).toString('base64'),
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
      'kty keys -----BEGIN nothing',
      `<RSAKeyValue>${SECRET}`,
      `${SECRET}\\n${SECRET}`,
      '[{"kty":1}]',
    ];
    for (const text of secrets) assert.deepEqual(readKeyText(text), { text, done: [] });
  });

  test('a member that occurs twice stays, for the package to refuse', () => {
    const { n, e } = rsa.publicKey.export({ format: 'jwk' });
    const twice = `{"kty":"RSA","n":"${n}","e":"${e}","e":"${e}"}`;
    for (const text of [twice, `[${twice}]`, `{"data":${twice}}`, `${twice.slice(0, -1)},}`]) {
      assert.equal(readKey({ ...NO_KEY, text }, 'RS256').key?.algorithm, undefined, text);
    }
  });

  test('whatever is pasted is read in a time that grows with its length, and never throws', () => {
    const hostile = [
      '{',
      '[',
      '{"a":',
      '[[{"kty":',
      '"',
      '{"',
      "{'",
      '\\"',
      '{a',
      '{/*',
      '{//',
      '`',
      '#',
      '-----BEGIN ',
      '-----BEGIN PUBLIC KEY-----',
      '-----END PUBLIC KEY-----',
      '-',
      '- ',
      '-----BEGIN PUBLIC KEY-----\n"',
      '\\n',
      '\\',
      '\n ',
      ' ',
      '\n+ ',
      '"MIIB" +\n',
      '+',
      'eyJ',
      'LS0tLS1CRUdJTi',
      'MII',
      'M',
      'ssh-rsa AAAA',
      'ssh-rsa ',
      'A',
      'a.',
      'a.b/',
      '/',
      '%25',
      '-----BEGIN+PUBLIC+KEY-----',
      '<RSAKeyValue><Modulus>',
      'KEY=',
      'a=',
      'k: ',
      '=\n',
      '{"keys":[{"kty":"RSA"}]}',
      '{"kty":"RSA"},',
      '"kty',
      'Proc-Type: 4',
      'PuTTY',
      '\u200b',
      'https://a/.well-known/',
      'e.',
      'eyJhbGciOi.',
      'BEGIN ',
      '\ud800',
      '\0',
      '{"jwks_uri":',
    ];
    const starts = [
      '',
      '{"kty":"',
      '{"keys":[',
      'KEY="',
      '-----BEGIN PUBLIC KEY-----\n',
      'kty {\\"',
      'e',
    ];
    for (const piece of hostile) {
      for (const start of starts) {
        const text = start + piece.repeat(Math.ceil(100_000 / piece.length));
        const began = processorTime();
        readKey({ ...NO_KEY, text }, 'RS256');
        const took = processorTime() - began;
        assert.ok(took < 2000, `${Math.round(took)} ms: ${start}${piece}`);
      }
    }
    for (const piece of hostile) {
      const text = `{"kty":${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
      const began = processorTime();
      readKeyText(text);
      assert.ok(processorTime() - began < 4000, piece);
    }
  });
}
