// `require` of the package, as TypeScript writes it in a CommonJS file.

import { JoseError, verify } from 'edge-jwt';
import slim = require('edge-jwt/slim');

slim.init satisfies (module: Uint8Array) => Promise<void>;
try {
  verify('a.b.c', slim.importKey(new Uint8Array(32), 'HS256'));
} catch (error) {
  if (error instanceof JoseError) error.code satisfies string;
}
