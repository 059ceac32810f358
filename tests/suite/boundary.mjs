// Every error that leaves the package is a JoseError, or what the caller's own getter, Proxy or function threw,
// unchanged. Not among them is the TypeError of a class that is called without new: the engine throws it before
// any code of the class runs.

import { casesOf } from './boundary/cases.mjs';
import classes from './boundary/classes.mjs';
import functions from './boundary/functions.mjs';
import keys from './boundary/keys.mjs';
import options from './boundary/options.mjs';
import remote from './boundary/remote.mjs';
import requests from './boundary/requests.mjs';
import signing from './boundary/signing.mjs';
import tokens from './boundary/tokens.mjs';

const PARTS = [options, tokens, keys, signing, requests, functions, remote, classes];

export default function (context) {
  const { test, assert, lib, key, goodToken, secret, algorithm } = context;
  const { names, refuses, accepts } = casesOf(context);
  const es256 = { keys: [algorithm('ES256').jwk] };
  const unhandled = [];
  const listener = ({ reason }) => unhandled.push(reason);

  test('rejections that nobody handles are listened for', () => {
    globalThis.addEventListener?.('unhandledrejection', listener);
  });

  const makeThings = async () => {
    const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
    const { signingKey, verifyingKey } = await lib.generateKeyPair('ES256', { extractable: true });
    const gone = lib.importKey(secret, 'HS256');
    gone[dispose]();
    const goneSet = lib.importJwkSet(es256);
    goneSet[dispose]();
    return {
      signingKey,
      verifyingKey,
      gone,
      goneSet,
      hmac: await lib.importSigningKey(secret, 'HS256'),
      set: lib.importJwkSet(es256),
      verifier: lib.createVerifier({ keys: key }),
      signer: lib.createSigner({ key: signingKey }),
      denylist: lib.createDenylist(),
      remote: lib.createRemoteJwkSet('https://keys.invalid/jwks', {
        fetch: async () => new Response('{}'),
      }),
    };
  };
  let made;
  for (const register of PARTS) {
    register({
      ...context,
      refuses,
      accepts,
      es256,
      /** One of each: made when it is first asked for, because some are promised. */
      things: () => (made ??= makeThings()),
      request: () => ({ headers: new Headers({ authorization: `Bearer ${goodToken}` }) }),
      dpop: { method: 'GET', url: 'https://api.example/' },
    });
  }

  test('there were thousands of cases, and no rejection was left alone', async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    globalThis.removeEventListener?.('unhandledrejection', listener);
    assert.equal(unhandled.length, 0, 'rejections that nobody handled');
    assert.ok(names.size >= 8000, `only ${names.size} cases`);
  });
}
