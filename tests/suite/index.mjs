// The one suite. A runner hands it a way to register tests, an assertion library, the package and
// the fixtures; nothing here knows which runtime it is in.

import { decode } from './support/base64url.mjs';
import { rejectionOf } from './support/rejection.mjs';
import { signer } from './support/tokens.mjs';

import algorithms from './algorithms.mjs';
import boundary from './boundary.mjs';
import callbacks from './callbacks.mjs';
import claimTypes from './claim-types.mjs';
import claims from './claims.mjs';
import claimsText from './claims-text.mjs';
import clientAssertions from './client-assertions.mjs';
import compact from './compact.mjs';
import compiledOptions from './compiled-options.mjs';
import confusion from './confusion.mjs';
import decoding from './decode.mjs';
import denylists from './denylist.mjs';
import dpop from './dpop.mjs';
import dpopProofs from './dpop-proofs.mjs';
import dpopRequests from './dpop-requests.mjs';
import encodings from './encodings.mjs';
import errors from './errors.mjs';
import exports from './export.mjs';
import failureCache from './failure-cache.mjs';
import fullStack from './full-stack.mjs';
import handles from './handles.mjs';
import header from './header.mjs';
import inspection from './inspection.mjs';
import issuers from './issuers.mjs';
import hints from './inspection-hints.mjs';
import keyInspection from './inspection-key-material.mjs';
import keyFormats from './key-formats.mjs';
import keys from './keys.mjs';
import jwkSets from './jwk-sets.mjs';
import limits from './limits.mjs';
import numbers from './numbers.mjs';
import wasmModule from './module.mjs';
import options from './options.mjs';
import policies from './policies.mjs';
import protectedHeaders from './protected-header.mjs';
import pollution from './pollution.mjs';
import providers from './providers.mjs';
import profiles from './profiles.mjs';
import requests from './requests.mjs';
import rfc8725 from './rfc8725.mjs';
import remoteKeys from './remote-keys.mjs';
import remoteOptions from './remote-options.mjs';
import restarts from './restart.mjs';
import replayStores from './replay-store.mjs';
import serviceAccounts from './service-accounts.mjs';
import signatures from './signatures.mjs';
import signers from './signer.mjs';
import signing from './signing.mjs';
import signingKeys from './signing-keys.mjs';
import tenants from './tenants.mjs';
import tokenBytes from './token-bytes.mjs';
import tokenCache from './token-cache.mjs';
import thumbprints from './thumbprint.mjs';
import verifiers from './verifier.mjs';

const themes = {
  decode: decoding,
  'protected headers': protectedHeaders,
  'tokens as bytes': tokenBytes,
  keys,
  'key formats': keyFormats,
  export: exports,
  'JWK Sets': jwkSets,
  algorithms,
  signatures,
  confusion,
  header,
  encodings,
  claims,
  'claim types': claimTypes,
  limits,
  numbers,
  options,
  'compiled options': compiledOptions,
  compact,
  inspection,
  'inspection: hints': hints,
  'inspection: key material': keyInspection,
  thumbprints,
  verifiers,
  policies,
  callbacks,
  issuers,
  tenants,
  'token cache': tokenCache,
  'failure cache': failureCache,
  profiles,
  dpop,
  requests,
  'DPoP requests': dpopRequests,
  'DPoP proofs': dpopProofs,
  'client assertions': clientAssertions,
  'service accounts': serviceAccounts,
  denylists,
  'replay stores': replayStores,
  'signing keys': signingKeys,
  signing,
  signers,
  'claims text': claimsText,
  'RFC 8725': rfc8725,
  errors,
  handles,
  module: wasmModule,
  'restarted module': restarts,
  'full stack': fullStack,
  // Last: Node loads its fetch, a WebAssembly module too, when the first Response is made, and the
  // theme before takes WebAssembly away for a while.
  'remote keys': remoteKeys,
  'remote options': remoteOptions,
  providers,
  boundary,
  pollution,
};

/**
 * Registers every test.
 *
 * `test(name, action)` registers one; `assert` has `ok` and the strict `equal` and `deepEqual`;
 * `lib` is the package; `freshCopy()` imports it once more, with a module of its own; `fixtures` is
 * what `mint` returned.
 */
export default function suite({ test, assert, lib, freshCopy, fixtures }) {
  const secret = decode(fixtures.secret);
  const sign = signer(secret);
  const goodToken = sign(fixtures.claims);
  for (const [theme, register] of Object.entries(themes)) {
    // Every theme has a key of its own, so that none can spoil another's.
    const key = lib.importKey(secret, 'HS256');
    register({
      test: (name, action) => test(`${theme}: ${name}`, action),
      assert,
      lib,
      freshCopy,
      fixtures,
      claims: fixtures.claims,
      algorithm: (alg) => fixtures.algorithms.find((entry) => entry.alg === alg),
      secret,
      sign,
      key,
      goodToken,
      rejects: rejectionOf({ assert, lib, goodKey: key, goodToken }),
    });
  }
}
