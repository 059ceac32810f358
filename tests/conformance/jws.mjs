// Vectors that are whole tokens: a JWK or a JWK Set, and a JWS that it does or does not verify.

import { refusalCode } from './refusal.mjs';

/** Codes that speak of the caller or of the runtime. No token is invalid because of them. */
const NOT_A_VERDICT = ['ERR_API_MISUSE', 'ERR_WASM_UNAVAILABLE'];

export function jwsOutcomes(lib, group) {
  // A shared secret has no public part.
  const jwk = group.public ?? group.private;
  return ({ jws }) => {
    // A JWS in JSON serialization is handed in as its text: there is no other way to hand it in.
    const token = typeof jws === 'string' ? jws : JSON.stringify(jws);
    try {
      // Not `verify`: the payloads of these vectors are no claims sets.
      lib.compactVerify(token, importFor(lib, jwk, token));
      return { result: 'valid' };
    } catch (error) {
      const code = refusalCode(lib, error);
      return NOT_A_VERDICT.includes(code) ? { result: code } : { result: 'invalid', why: code };
    }
  };
}

/** A key without `alg` is imported for what the token asks for: it must be refused all the same. */
function importFor(lib, jwk, token) {
  if (jwk.keys !== undefined) return lib.importJwkSet(jwk);
  return jwk.alg === undefined ? lib.importKey(jwk, algorithmOf(token)) : lib.importKey(jwk);
}

function algorithmOf(token) {
  const [header] = token.split('.');
  return JSON.parse(Buffer.from(header, 'base64url').toString()).alg;
}
