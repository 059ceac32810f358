// What a bug elsewhere in the process puts on `Object.prototype` changes no answer of the package: every name in its
// code, with each of these values, around things that must be accepted and things that must be refused.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loop, report } from '../runtimes/loop.mjs';
import { withPackedPackage } from '../runtimes/pack.mjs';

const VALUES = [true, false, 0, 9e15, 'evil', [], { jkt: 'evil', required: false }];
const EVIL_URL = 'https://evil.example/jwks';
const NOW = 1_795_305_600;
const SECRET = Buffer.alloc(32, 7);
/** With these the language itself fails for everybody: `Object.defineProperty`, and taking arrays apart. */
const OF_THE_LANGUAGE = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'return'];

/** Node's own `Response` finds in its tables then that every option is required. */
const isOfNode = (name, value) => name === 'required' && value === true;

const withoutComments = (code) => code.replace(/\/\*[^]*?\*\//g, '').replace(/^ *\/\/.*$/gm, '');

const segment = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Without the package, so that a token is the same whatever happens to that. */
function tokenOf(claims, header = {}) {
  const input = `${segment({ alg: 'HS256', ...header })}.${segment(claims)}`;
  const signature = createHmac('sha256', SECRET).update(input).digest('base64url');
  return `${input}.${signature}`;
}

const GOOD = tokenOf({ iss: 'a', sub: '1', jti: 'one', iat: NOW - 60, exp: NOW + 60 });
const OTHER = tokenOf({ iss: 'a', sub: '2', jti: 'two', iat: NOW - 60, exp: NOW + 60 });
const NAMELESS = tokenOf({ exp: NOW + 60 });
const EXPIRED = tokenOf({ iss: 'a', exp: NOW - 60 });

/** A request, as far as it is looked at. */
const request = (fields) => ({
  method: 'GET',
  url: 'https://api.example/',
  headers: { get: (name) => (Object.hasOwn(fields, name) ? fields[name] : null) },
});

const passed = await withPackedPackage(async ({ installed }) => {
  const { test, run } = loop();
  const lib = await import(pathToFileURL(join(installed, 'dist', 'inline.js')).href);
  const code = await readFile(join(installed, 'dist', 'library.js'), 'utf8');
  const names = [...new Set(withoutComments(code).match(/[A-Za-z_]\w*/g))].filter(
    (name) => !(name in {}) && !OF_THE_LANGUAGE.includes(name),
  );

  const key = lib.importKey(SECRET, 'HS256', { keyId: 'k' });
  const at = { currentDate: new Date(NOW * 1000) };

  /** What came of it, as text. */
  const outcome = (action) => {
    try {
      return JSON.stringify(action());
    } catch (error) {
      return `${error.name} ${error.code} ${error.message}`;
    }
  };
  const outcomeLater = async (action) => {
    try {
      return JSON.stringify(await action());
    } catch (error) {
      return `${error.name} ${error.code} ${error.message}`;
    }
  };
  const verified = ({ payload, protectedHeader }) => [
    payload,
    Object.keys(payload),
    protectedHeader,
  ];

  /** Everything is made anew, as it would be after the name was there. */
  const atOnce = () => {
    const denylist = lib.createDenylist();
    const verifier = (options) => lib.createVerifier({ keys: key, ...options });
    return [
      outcome(() => verified(lib.verify(GOOD, key, { issuer: 'a', ...at }))),
      outcome(() => lib.verify(EXPIRED, key, at)),
      outcome(() => lib.verify(NAMELESS, key, { issuer: 'a', ...at })),
      outcome(() => verified(verifier({ issuer: 'a' }).verify(GOOD, at))),
      outcome(() => verifier({ issuer: 'b' }).verify(GOOD, at)),
      outcome(() => verifier({ requiredScopes: 'read' }).verify(GOOD, at)),
      outcome(() => {
        const cached = verifier({ cache: true });
        cached.verify(GOOD, at);
        return verified(cached.verify(GOOD, at));
      }),
      outcome(() => {
        denylist.revokeToken({ payload: { iss: 'a', jti: 'one' } });
        return verifier({ isRevoked: denylist.isRevoked }).verify(GOOD, at);
      }),
      outcome(() => {
        denylist.revokeSubject('2', { before: NOW });
        return verifier({ isRevoked: denylist.isRevoked }).verify(OTHER, at);
      }),
      outcome(() => denylist.snapshot().entries.length),
      outcome(() => {
        const told = [];
        const onEvent = (event) => told.push(Object.keys(event));
        verifier({ onEvent }).verify(NAMELESS, at);
        return told;
      }),
      outcome(() => lib.inspect(GOOD, key, { issuer: 'a', ...at }).valid),
      outcome(() => verified(lib.decode(GOOD))),
    ];
  };

  const later = async () => {
    const verifier = lib.createVerifier({ keys: key, issuer: 'a' });
    const statusOf = async (fields, options) => {
      const result = await verifier.verifyRequest(request(fields), options, at);
      return result.ok ? verified(result) : result.response.status;
    };
    const asked = [];
    const fetch = async (url) => {
      asked.push(url);
      throw new Error('no network');
    };
    return [
      await outcomeLater(() => statusOf({ authorization: `Bearer ${GOOD}` }, undefined)),
      await outcomeLater(() => statusOf({ authorization: `Bearer ${GOOD}` }, { dpop: {} })),
      await outcomeLater(() => statusOf({ authorization: `DPoP ${GOOD}` }, { dpop: {} })),
      await outcomeLater(() => statusOf({ cookie: `evil=${GOOD}` }, { realm: 'api' })),
      await outcomeLater(() => statusOf({ evil: GOOD }, {})),
      await outcomeLater(async () => {
        const keys = lib.createRemoteJwkSet({ issuer: 'https://issuer.example' }, { fetch });
        await keys.keysFor({ kid: 'k' }).catch(() => {});
        return asked;
      }),
    ];
  };

  /** The names whose presence changes an answer, with the first that differs. */
  const changedBy = async (values, answers) => {
    const expected = await answers();
    const changed = [];
    for (const name of names) {
      for (const value of values) {
        if (isOfNode(name, value)) continue;
        Object.prototype[name] = value;
        let found;
        try {
          found = await answers();
        } finally {
          delete Object.prototype[name];
        }
        const differs = expected.findIndex((answer, index) => answer !== found[index]);
        if (differs >= 0) changed.push([name, value, differs, found[differs]]);
      }
    }
    return changed;
  };

  test(`${names.length} names on Object.prototype change no verdict`, async () => {
    assert.ok(names.includes('jwksUri') && names.includes('required') && names.includes('before'));
    assert.deepEqual((await changedBy(VALUES, async () => atOnce())).slice(0, 20), []);
  });

  test('nor what a request is answered, or whom a key set is asked of', async () => {
    assert.deepEqual((await changedBy([...VALUES, EVIL_URL], later)).slice(0, 20), []);
  });

  return report('pollution', await run());
});
if (!passed) process.exitCode = 1;
