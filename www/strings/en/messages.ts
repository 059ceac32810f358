/** What the package says to a caller of the library, as what to do in this page; by id. The rest is its own words. */
import type { MessageId } from '../message-id.js';

export const messages: Readonly<Partial<Record<MessageId, string>>> = {
  'surrounding-whitespace': 'there is whitespace around the token: remove it',
  'surrounding-quotes': 'there are quotes or other marks around the token: remove them',
  'authorization-header': 'this is a whole Authorization header: keep only the token',
  'bearer-prefix': 'the text begins with Bearer or DPoP: keep only what follows it',
  'url-parameter': 'the token is a parameter of this URL: keep only its value',
  'cookie-pair': 'the token is the value of a cookie: keep only what follows the equals sign',
  'sd-jwt':
    'this is an SD-JWT (RFC 9901): only the part before the first ~ is a signed token; paste that part to verify it',
  'base64-padding':
    'a segment is padded with =, which JWS forbids; of an AWS Application Load Balancer, choose it as the provider',
  'json-serialization': 'this is the JSON serialization of JWS or JWE, not a compact token',
  'public-key-token-secret':
    'the header names a public-key algorithm, but the key is a shared secret: paste the public key of the issuer',
  'same-key-type':
    'the key has the right type, but is for another algorithm: set Algorithm to Automatic, or change the alg of the JWK',
  'kid-skipped':
    'the set has a key with this kid that cannot be used: the list under the key says why',
  'algorithms-needed': 'the key does not name its algorithm: choose it under Algorithm',
  'secret-decoded': 'the issuer uses the secret as text: not decoded, it verifies this token',
  'loose-type': 'the claim is null, or a number where a string belongs',
  'clock-skew': 'are the clocks in sync? Set Clock tolerance',
  'jwk-set': 'this is a JWK Set: the kid of the token chooses the key',
  'algorithm-needed': 'the key does not name its algorithm: choose it under Algorithm',
  'pem-lines-missing': 'this is base64 of a key in DER, without the BEGIN and END lines of PEM',
  'key-as-secret': 'this is a key, not a shared secret: set Algorithm to Automatic',
  'encoding-needed': 'choose how the secret is encoded',
};
