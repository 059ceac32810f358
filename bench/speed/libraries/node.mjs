// The libraries that run in Node.

import { libraries as anywhere } from './anywhere.mjs';
import { fastJwt } from './fast-jwt.mjs';
import { jsonwebtoken } from './jsonwebtoken.mjs';
import { nodeCrypto } from './node-crypto.mjs';
import { nodeRsJsonwebtoken } from './node-rs-jsonwebtoken.mjs';

export const libraries = [...anywhere, jsonwebtoken, fastJwt, nodeRsJsonwebtoken, nodeCrypto];
