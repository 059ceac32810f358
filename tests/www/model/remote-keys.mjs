// Where the keys of a token may be, as it or its provider says, and fetched by a call alone.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export default function remoteKeys({ test, assert, model }) {
  const { keysOffer, keysOffers, typedPlace, guessedKind, openableUrl, fetchInto } =
    model['remote-keys'];
  const { Debugger } = model.debugger;

  function pageOf(payload, header = {}) {
    const page = new Debugger();
    page.editToken(`${encode({ alg: 'RS256', ...header })}.${encode(payload)}.AAAA`);
    return page;
  }
  const offer = (...token) => keysOffer(pageOf(...token).view());

  test('without a key the best place is offered: the provider’s, the issuer’s, the sender’s', () => {
    const auth0 = offer({ iss: 'https://example.eu.auth0.com/' });
    assert.deepEqual(
      [auth0.from, auth0.place],
      [
        'provider',
        {
          kind: 'jwks',
          url: 'https://example.eu.auth0.com/.well-known/jwks.json',
          host: 'example.eu.auth0.com',
        },
      ],
    );
    const issuer = offer({ iss: 'https://issuer.example/' }, { jku: 'https://keys.example/jwks' });
    assert.deepEqual(
      [issuer.from, issuer.place.kind, issuer.place.host],
      ['iss', 'issuer', 'issuer.example'],
    );
    const jku = offer({ iss: 'my-service' }, { jku: 'https://keys.example/jwks' });
    assert.deepEqual([jku.from, jku.place.url], ['jku', 'https://keys.example/jwks']);
  });

  test('a place is offered once, and the sender’s word never as the provider’s', () => {
    const page = pageOf(
      { iss: 'https://example.eu.auth0.com/' },
      { jku: 'https://evil.example/jwks' },
    );
    assert.deepEqual(
      keysOffers(page.view()).map(({ from, place }) => [from, place.host]),
      [
        ['provider', 'example.eu.auth0.com'],
        ['jku', 'evil.example'],
      ],
    );
  });

  test('every provider that is recognised has its keys offered, and those of a chosen one go first', () => {
    const page = pageOf({ iss: 'https://issuer.example/' });
    page.editPreset({ id: 'okta', values: { domain: 'example.okta.com' } });
    assert.equal(
      keysOffer(page.view()).place.url,
      'https://example.okta.com/oauth2/default/v1/keys',
    );
    const google = offer({ iss: 'https://accounts.google.com' });
    assert.equal(google.place.host, 'www.googleapis.com');
  });

  test('nothing is offered where nothing could be verified with it', () => {
    assert.equal(offer({ iss: 'https://issuer.example/' }, { alg: 'HS256' }), undefined);
    assert.equal(offer({ iss: 'https://issuer.example/' }, { alg: 'none' }), undefined);
    for (const iss of [
      'http://issuer.example/',
      'issuer',
      'https://u:p@issuer.example/',
      1,
      undefined,
    ]) {
      assert.equal(offer({ iss }), undefined, String(iss));
    }
    assert.equal(keysOffer(new Debugger().view()), undefined);
    const page = pageOf({ iss: 'https://issuer.example/' });
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    page.editKey({ text: publicKey.export({ type: 'spki', format: 'pem' }) });
    assert.equal(page.view().lights.signature.check.name, 'signature');
    assert.equal(keysOffer(page.view()), undefined);
  });

  test('beside a key that cannot be the issuer’s, the issuer’s are offered', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'last year’s' };
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    for (const text of [
      'a shared secret, of all things',
      ec.export({ type: 'spki', format: 'pem' }),
      JSON.stringify({ keys: [jwk] }),
      '{"keys":[]}',
    ]) {
      const page = pageOf({ iss: 'https://issuer.example/' }, { kid: 'one' });
      page.editKey({ text });
      assert.equal(keysOffer(page.view())?.place.host, 'issuer.example', text);
    }
  });

  test('an address is understood as people type it', () => {
    const typed = [
      ['https://issuer.example/', 'issuer', 'https://issuer.example/', false],
      ['issuer.example', 'issuer', 'https://issuer.example', true],
      [' issuer.example/tenant ', 'issuer', 'https://issuer.example/tenant', true],
      ['https://a.example/.well-known/openid-configuration', 'issuer', 'https://a.example', false],
      [
        'https://a.example/.well-known/jwks.json',
        'jwks',
        'https://a.example/.well-known/jwks.json',
        false,
      ],
      ['a.example/oauth2/v1/keys', 'jwks', 'https://a.example/oauth2/v1/keys', true],
      ['https://a.example/realms/x/protocol/openid-connect/certs?a=b', 'jwks', undefined, false],
    ];
    for (const [text, kind, url, isSchemeAdded] of typed) {
      assert.equal(guessedKind(text), kind, text);
      const found = typedPlace(text);
      assert.equal(found.place.kind, kind, text);
      assert.equal(found.place.url, url ?? text.trim(), text);
      assert.equal(found.isSchemeAdded, isSchemeAdded, text);
    }
    for (const text of [
      '',
      'word',
      'two words',
      'http://a.example/',
      'ftp://a.example',
      '//a',
      'a@b.example',
    ]) {
      assert.equal(typedPlace(text), undefined, text);
    }
    assert.equal(typedPlace('a.example', 'jwks').place.kind, 'jwks');
    assert.equal(typedPlace('a.'.repeat(500_000)), undefined);
  });

  test('keys are fetched into the key pane, unless another key has come into it', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const issuer = await startIssuer({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }],
    });
    try {
      const page = pageOf({ iss: `${issuer.origin}/` }, { kid: 'one' });
      page.editKey({ algorithm: 'ES256' });
      const { place } = keysOffer(page.view());
      assert.deepEqual(issuer.asked, []);
      const asked = fetchInto(page, place);
      assert.deepEqual(await asked, { kind: 'fetched', host: place.host, count: 1 });
      assert.equal(page.view().key.key.keys[0].algorithm, 'RS256');
      assert.equal(page.state.key.algorithm, '');
      page.editKey({ text: '' });
      const late = fetchInto(page, place);
      page.editKey({ text: 'mine' });
      assert.deepEqual(await late, { kind: 'overtaken' });
      assert.equal(page.state.key.text, 'mine');
      const failed = await fetchInto(page, {
        ...place,
        kind: 'jwks',
        url: `${issuer.origin}/none`,
      });
      assert.equal(failed.kind, 'failed');
      assert.match(failed.fault.code, /^ERR_JWKS/);
      assert.equal(failed.openable, `${issuer.origin}/none`);
      assert.equal(openableUrl(place), `${issuer.origin}/.well-known/openid-configuration`);
      assert.equal(page.state.key.text, 'mine');
    } finally {
      await issuer.stop();
    }
  });
}

async function startIssuer(jwks) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const origin = `http://127.0.0.1:${server.address().port}`;
    const bodies = {
      '/.well-known/openid-configuration': { issuer: `${origin}/`, jwks_uri: `${origin}/jwks` },
      '/jwks': jwks,
    };
    response.setHeader('content-type', 'application/json');
    response.statusCode = Object.hasOwn(bodies, request.url) ? 200 : 404;
    response.end(JSON.stringify(bodies[request.url] ?? {}));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
