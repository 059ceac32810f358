/** In the words of the kind: `aud` of an ID token names a client, and that of an access token an API. */
export type KindCheck =
  | `aud.${'api' | 'client' | 'endpoint' | 'you'}`
  | `key.${'client' | 'header' | 'holder' | 'issuer' | 'recipient'}`
  | `sub.${'client' | 'deployment' | 'session' | 'user'}`
  | `typ.${'own' | 'refresh'}`
  | 'age'
  | 'ath'
  | 'azp'
  | 'disclosures'
  | 'events'
  | 'exp'
  | 'hashes'
  | 'holder'
  | 'inner'
  | 'iss'
  | 'jti'
  | 'keyBinding'
  | 'noNonce'
  | 'nonce'
  | 'request'
  | 'revoked'
  | 'scope'
  | 'sdHash'
  | 'server'
  | 'status';
