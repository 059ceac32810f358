// Where the Content-Security-Policy forbids WebAssembly: one call, and how it fails.

import * as lib from '/copies/1/node_modules/edge-jwt/dist/inline.js';

function failure() {
  try {
    lib.importKey(new Uint8Array(32), 'HS256');
  } catch (error) {
    const { code, message, cause } = error;
    return {
      isJoseError: error instanceof lib.JoseError,
      code,
      message,
      hasCause: cause !== undefined,
    };
  }
  return undefined;
}

/** Twice: a failure must not be remembered as if the module had been there. */
export default () => ({
  failures: [failure(), failure()],
  inspection: lib.inspect('a.b.c'),
});
