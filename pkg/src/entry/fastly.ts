/** Entry for Fastly Compute, whose JavaScript engine has no WebAssembly: the module is JavaScript too. */
import { instantiate } from '../../wasm2js/edge_jwt_bg.js';

import { useHostSignatures } from '../verifier/host-signatures.js';
import { webCryptoSignatures } from '../verifier/web-crypto-signatures.js';
import { startFrom } from '../core/wasm.js';

// At once: a service is started when it is built, and every request begins with what was there then.
startFrom(() => instantiate);
useHostSignatures(webCryptoSignatures);

export * from '../index.js';
