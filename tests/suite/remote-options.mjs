// Sources and options of remote key sets. Nothing here fetches anything.

export default function ({ test, assert, lib, rejects }) {
  const URL_OF_KEYS = 'https://issuer.example/jwks';
  const misuse = (source, options) =>
    rejects(() => lib.createRemoteJwkSet(source, options), 'ERR_API_MISUSE');
  const misused = (options) => misuse(URL_OF_KEYS, options);
  const taken = (options) => assert.ok(lib.createRemoteJwkSet(URL_OF_KEYS, options));

  test('a source is an https URL or an issuer', () => {
    assert.equal(lib.createRemoteJwkSet(URL_OF_KEYS).url, URL_OF_KEYS);
    assert.equal(lib.createRemoteJwkSet(new URL(URL_OF_KEYS)).url, URL_OF_KEYS);
    assert.equal(lib.createRemoteJwkSet({ issuer: 'https://issuer.example/' }).url, undefined);
    for (const nothing of [undefined, null, 1, '', 'issuer.example', '/jwks', [], {}, () => {}]) {
      misuse(nothing);
    }
    for (const object of [
      { issuer: undefined },
      { issuer: 1 },
      { issuer: '' },
      { url: URL_OF_KEYS },
      { issuer: 'https://issuer.example', jwksUri: URL_OF_KEYS },
      { issuer: 'https://issuer.example?tenant=a' },
      { issuer: 'https://issuer.example?' },
      { issuer: 'https://issuer.example#a' },
      { issuer: 'https://issuer.example/\ud800' },
    ]) {
      misuse(object);
    }
  });

  test('other schemes and passwords are refused', () => {
    for (const url of [
      'http://issuer.example/jwks',
      'file:///etc/passwd',
      'ftp://issuer.example/jwks',
      'data:application/json,{"keys":[]}',
      'javascript:alert(1)',
      'blob:https://issuer.example/1',
      'https://user@issuer.example/jwks',
      'https://user:canary@issuer.example/jwks',
    ]) {
      misuse(url);
      misuse(url, { allowInsecureLoopback: true });
      misuse({ issuer: url }, { allowInsecureLoopback: true });
    }
  });

  test('http is for this very machine, and for those who ask for it', () => {
    for (const host of ['127.0.0.1', '127.0.0.1:8080', '[::1]:8080', 'localhost:8080', '127.1']) {
      misuse(`http://${host}/jwks`);
      misuse({ issuer: `http://${host}` });
      const options = { allowInsecureLoopback: true };
      assert.ok(lib.createRemoteJwkSet(`http://${host}/jwks`, options).url);
      assert.ok(lib.createRemoteJwkSet({ issuer: `http://${host}` }, options));
    }
    for (const host of [
      '127.0.0.2',
      'localhost.example',
      'localhost.',
      '127.0.0.1.example',
      '0.0.0.0',
      '[::]',
      '[::ffff:127.0.0.1]',
    ]) {
      misuse(`http://${host}/jwks`, { allowInsecureLoopback: true });
    }
  });

  test('an unknown option is an error, and so is undefined', () => {
    for (const name of ['cachemaxage', 'cacheMaxAge ', 'issuer', 'redirect', '__proto__', 'a\nb']) {
      misused({ [name]: 1 });
    }
    misused({ [Symbol('timeout')]: 1 });
    for (const name of [
      'algorithms',
      'allowWeakKey',
      'timeout',
      'maxResponseBytes',
      'cacheMaxAge',
      'maxStale',
      'cooldown',
      'allowInsecureLoopback',
      'fetch',
      'headers',
      'store',
    ]) {
      misused({ [name]: undefined });
      misused({ [name]: null });
    }
    for (const options of [null, 1, 'x', [], new Map(), () => {}]) misused(options);
    misused(Object.defineProperty({}, 'timeout', { value: -1 }));
  });

  test('lengths of time: seconds or text, within bounds', () => {
    for (const [name, good, bad] of [
      ['timeout', [0.001, 300, '5s', '5m'], [0, 301, '6m']],
      ['cacheMaxAge', [1, 86_400, '1d', '1.5h'], [0, 0.5, '2d']],
      ['maxStale', [0, '0s', '30d'], ['31d']],
      ['cooldown', [0, '30s', '1d'], [86_401]],
    ]) {
      for (const value of good) taken({ [name]: value });
      for (const value of [...bad, -1, Number.NaN, Infinity, '', '5', '5 s', '5S', '-1s', '1e3s']) {
        misused({ [name]: value });
      }
      for (const value of [true, {}, [], [5], new Date()]) misused({ [name]: value });
    }
  });

  test('maxResponseBytes: at most 1 MiB', () => {
    for (const value of [1, 1_048_576]) taken({ maxResponseBytes: value });
    for (const value of [0, -1, 1.5, 1_048_577, Infinity, '100', true]) {
      misused({ maxResponseBytes: value });
    }
  });

  test('algorithms are known at once, and are never those of shared secrets', () => {
    taken({ algorithms: ['RS256', 'EdDSA'], allowWeakKey: false });
    for (const algorithms of [[], ['RS257'], ['none'], ['HS256'], ['RS256', 'HS512'], 'RS256']) {
      misused({ algorithms });
    }
    for (const value of [1, 'true']) {
      misused({ allowWeakKey: value });
      misused({ allowInsecureLoopback: value });
    }
  });

  test('a store is made of what has its methods, or not at all', () => {
    for (const binding of [undefined, null, {}, { get() {} }, 'KEYS', 1]) {
      rejects(() => lib.kvStore(binding), 'ERR_API_MISUSE');
    }
    for (const cache of [null, {}, { cacheName: 'keys' }, { match() {} }, 'keys', 1]) {
      rejects(() => lib.cacheApiStore(cache), 'ERR_API_MISUSE');
    }
  });

  test('fetch, headers and store are what they are called', () => {
    taken({ fetch: async () => new Response(), headers: { 'X-Key': 'a b' } });
    taken({ store: lib.memoryStore() });
    for (const fetch of ['fetch', {}, 1]) misused({ fetch });
    for (const store of [{}, { get() {} }, { get: 1, put: 1 }, 'memory', 1]) misused({ store });
    for (const headers of [
      'a: b',
      [['a', 'b']],
      new Map(),
      { 'a b': 'c' },
      { '': 'c' },
      { a: 'b\r\nc: d' },
      { a: 'b\0' },
      { a: 'é' },
      { a: 1 },
    ]) {
      misused({ headers });
    }
  });

  test('options are read once and not kept', () => {
    let reads = 0;
    const options = {
      get timeout() {
        reads += 1;
        return reads === 1 ? '5s' : -1;
      },
    };
    taken(options);
    assert.equal(reads, 1);
  });

  test('a remote key set is made by its function alone', () => {
    assert.ok(lib.createRemoteJwkSet(URL_OF_KEYS) instanceof lib.RemoteJwkSet);
    rejects(() => new lib.RemoteJwkSet(), 'ERR_API_MISUSE');
  });
}
