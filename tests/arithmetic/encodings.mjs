// node tests/arithmetic/encodings.mjs: RSA signatures over encodings that are right and over encodings
// with one changed bit, against the verdicts of node:crypto. The private key signs any encoding, as no
// signer would, so that every rule of EMSA-PSS and EMSA-PKCS1-v1_5 is broken on its own.

import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault, main } from '../../scripts/lib/fault.mjs';
import { withPackedPackage } from '../support/pack.mjs';

/** Whole bytes, and one bit more or less: the encoding of PSS is one bit shorter than the modulus. */
const BITS = [2048, 2049, 2055];
const EXPONENTS = [3, 65537];

const MESSAGE = Buffer.from('a message');

const PADDINGS = {
  RS: { padding: constants.RSA_PKCS1_PADDING },
  PS: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
};

await main(() =>
  withPackedPackage(async ({ folder }) => {
    const resolve = createRequire(join(folder, 'index.js')).resolve;
    const lib = await import(pathToFileURL(resolve('edge-jwt')).href);
    let count = 0;
    for (const bits of BITS) {
      for (const publicExponent of EXPONENTS) {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent });
        for (const family of Object.keys(PADDINGS)) {
          for (const size of ['256', '384', '512']) count += compare(lib, privateKey, family, size);
        }
      }
    }
    console.log(`${count} verdicts are those of node:crypto`);
  }),
);

function compare(lib, privateKey, family, size) {
  const algorithm = family + size;
  const publicKey = createPublicKey(privateKey);
  const key = lib.importKey(publicKey.export({ format: 'der', type: 'spki' }), algorithm);
  const settings = { key: publicKey, ...PADDINGS[family] };
  const raw = { padding: constants.RSA_NO_PADDING };
  const encoding = publicEncrypt(
    { key: publicKey, ...raw },
    sign(`sha${size}`, MESSAGE, { key: privateKey, ...PADDINGS[family] }),
  );
  let count = 0;
  for (const changed of withOneChange(encoding, size / 8)) {
    const signature = signatureOf(changed, { key: privateKey, ...raw });
    // The encoding has become longer than the modulus.
    if (signature === undefined) continue;
    const expected = verify(`sha${size}`, MESSAGE, settings, signature);
    if (expected !== changed.equals(encoding)) {
      throw new Fault(`node:crypto takes two encodings for ${algorithm}.`);
    }
    if (key.verifySignature(MESSAGE, signature) !== expected) {
      throw new Fault(
        `${algorithm}: the verdict on the encoding ${changed.toString('hex')} should be ${expected}.`,
      );
    }
    count += 1;
  }
  return count;
}

/**
 * The encoding itself, then each bit changed of what has a meaning of its own (the ends, and what stands
 * before the salt of PSS), and one bit of every eighth byte between.
 */
function* withOneChange(encoding, hashLength) {
  yield encoding;
  const { length } = encoding;
  const beforeSalt = length - 2 * hashLength - 2;
  for (let index = 0; index < length; index += 1) {
    const hasMeaning = index < 3 || index >= length - 2 || index === beforeSalt;
    const between = index % 8 === 0 ? [index % 7] : [];
    for (const bit of hasMeaning ? [0, 1, 2, 3, 4, 5, 6, 7] : between) {
      const changed = Buffer.from(encoding);
      changed[index] ^= 1 << bit;
      yield changed;
    }
  }
}

function signatureOf(encoding, settings) {
  try {
    return privateDecrypt(settings, encoding);
  } catch {
    return undefined;
  }
}
