// Vectors that are a key, a message and a signature or tag, without a token around them.

import { refusalCode } from './refusal.mjs';

const bytes = (hex) => Buffer.from(hex, 'hex');

/** The group's public key, bound once to each of the algorithms, which must agree on every vector. */
export function signatureOutcomes(lib, group, algorithms) {
  const der = bytes(group.publicKeyDer ?? group.keyDer);
  const keys = algorithms.map((algorithm) => importOrCode(lib, der, algorithm));
  return ({ msg, sig }) => {
    const results = keys.map((key) => resultOf(key, bytes(msg), bytes(sig)));
    const [result] = results;
    if (results.every((other) => other === result)) return { result };
    return { result: 'undecided', why: `${algorithms} give ${results}` };
  };
}

/** Every vector has a secret of its own, and many of them are shorter than RFC 7518 §3.2 asks. */
export function macOutcomes(lib, algorithm) {
  return ({ key, msg, tag }) => {
    const secret = importOrCode(lib, bytes(key), algorithm, { allowWeakKey: true });
    return { result: resultOf(secret, bytes(msg), bytes(tag)) };
  };
}

/** The key, or the code with which it is refused: which then is the result of every vector of it. */
function importOrCode(lib, material, algorithm, options) {
  try {
    return lib.importKey(material, algorithm, options);
  } catch (error) {
    return refusalCode(lib, error);
  }
}

function resultOf(keyOrCode, message, signature) {
  if (typeof keyOrCode === 'string') return keyOrCode;
  return keyOrCode.verifySignature(message, signature) ? 'valid' : 'invalid';
}
