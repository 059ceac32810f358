// @node-rs/jsonwebtoken: native Rust, synchronously. It reads the key anew for every token.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { modulesOf, npmTools } from '../../../scripts/lib/npm-tools.mjs';
import { EXPECTED } from './expected.mjs';

const require = createRequire(join(modulesOf(npmTools.nodeRsJsonwebtoken), 'index.js'));
const { verifySync } = require(npmTools.nodeRsJsonwebtoken.name);

export const nodeRsJsonwebtoken = {
  name: '@node-rs/jsonwebtoken',
  lacks: ['ES512'],
  verify({ alg, secret, pem }) {
    const key = secret === undefined ? pem : Buffer.from(secret, 'base64url');
    const validation = {
      algorithms: [alg],
      iss: [EXPECTED.issuer],
      aud: [EXPECTED.audience],
    };
    return (token) => verifySync(token, key, validation);
  },
};
