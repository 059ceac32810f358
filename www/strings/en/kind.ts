/** What kind of token it is, and what its kind asks for. */
import type { KindCheck } from '../../model/kind/kind-check.js';
import type { KindId, TokenKind, Trait } from '../../model/kind/kind.js';
import type { Management } from '../../model/kind/encrypted.js';
import type { Disclosure } from '../../model/kind/sd-jwt.js';

export const kind = {
  label: 'Kind of token',
  signed: (algorithm: string) => `signed, ${algorithm}`,
  encrypted: (algorithms: string) => `encrypted, ${algorithms}`,
  unsigned: 'not signed',
  asks: 'What to check in a token of this kind',
  checkAs: {
    id_token: 'Check it as an ID token',
    access_token: 'Check it as an access token',
    logout_token: 'Check it as a logout token',
  } satisfies Record<NonNullable<TokenKind['profile']>, string>,
  /** Beside the buttons above. */
  fills:
    'Fills in issuer and audience from this token. That proves nothing about the issuer until you compare the values with your own settings.',
  open: 'Open the token inside',
  kinds: {
    jwt: ['JSON Web Token', 'Nothing in it says which kind it is.'],
    jws: ['Signed content', 'Its payload is not a set of claims.'],
    jwe: ['Encrypted token (JWE)', 'Only the header can be read. This page does not decrypt.'],
    idToken: [
      'ID token of OpenID Connect',
      'Tells a client who signed in. It is not meant for an API.',
    ],
    accessToken: ['Access token (RFC 9068)', 'Authorizes requests to an API.'],
    probableAccessToken: [
      'Probably an access token',
      'It has the claims of an access token, but no typ that says so.',
    ],
    refreshToken: ['Refresh token', 'Gets new access tokens from its issuer.'],
    logoutToken: ['Logout token of OpenID Connect', 'Tells a client that a session has ended.'],
    dpopProof: [
      'DPoP proof (RFC 9449)',
      'Proves for one request that the sender holds a private key.',
    ],
    clientAssertion: ['Client assertion (RFC 7523)', 'Authenticates a client at a token endpoint.'],
    grantAssertion: [
      'Assertion for a token endpoint (RFC 7523)',
      'Is exchanged for an access token.',
    ],
    securityEvent: [
      'Security event token (RFC 8417)',
      'Reports something that happened. It grants nothing.',
    ],
    authorizationRequest: [
      'Authorization request (RFC 9101)',
      'Has the parameters of the request, signed by the client.',
    ],
    introspection: ['Introspection response (RFC 9701)', 'Describes another token.'],
    credential: ['Verifiable credential', 'Has claims about a subject; its holder presents it.'],
    presentation: [
      'Verifiable presentation',
      'Has credentials, signed by the one who presents them.',
    ],
    keyBinding: [
      'Key-binding JWT (RFC 9901)',
      'Proves that the presenter of an SD-JWT holds its key.',
    ],
    sdJwtCredential: ['SD-JWT credential', 'Has claims that its holder can disclose one by one.'],
    credentialProof: [
      'Key proof (OpenID4VCI)',
      'Proves to an issuer of credentials that the wallet holds a key.',
    ],
    statusList: ['Status list', 'Says which credentials are revoked.'],
    entityStatement: [
      'Entity statement (OpenID Federation)',
      'Describes a participant of a federation and its keys.',
    ],
    kubernetes: [
      'Kubernetes service account token',
      'Identifies a workload to the cluster and to services that trust it.',
    ],
    githubActions: ['ID token of GitHub Actions', 'Identifies a workflow run, usually to a cloud.'],
    gitlabCi: ['ID token of GitLab CI/CD', 'Identifies a job, usually to a cloud.'],
    firebaseId: ['Firebase ID token', 'Tells your backend who signed in.'],
    firebaseSession: ['Firebase session cookie', 'Keeps a user signed in for up to two weeks.'],
    supabaseSession: [
      'Supabase access token',
      'Identifies a signed-in user to the project’s database and API.',
    ],
    supabaseKey: [
      'Supabase API key',
      'Public with the role anon. With service_role it bypasses every access rule and must stay on a server.',
    ],
    clerkSession: ['Clerk session token', 'Tells your backend who signed in.'],
    cloudflareAccess: ['Cloudflare Access token', 'Shows that a request has passed Access.'],
  } satisfies Record<KindId, readonly [title: string, text: string]>,
  checks: {
    'key.issuer': 'The signature verifies with a key of the issuer.',
    'key.client': 'The signature verifies with a key that the client has registered.',
    'key.header': 'The signature verifies with the key in the header (jwk).',
    'key.holder': 'The signature verifies with the holder’s key, which the credential names (cnf).',
    'key.recipient': 'It can be decrypted with your key.',
    iss: 'iss is the issuer you expect.',
    'aud.api': 'aud is your API.',
    'aud.client': 'aud is your client ID.',
    'aud.endpoint': 'aud is your issuer or token endpoint.',
    'aud.you': 'aud names you.',
    'sub.client': 'iss and sub are both the client ID.',
    'sub.deployment': 'sub is a repository, and a branch or environment, that you trust.',
    'sub.session': 'sub or sid names a session that you have.',
    'sub.user': 'sub is an account that you know.',
    'typ.own': 'typ in the header names this kind.',
    'typ.refresh': 'No API accepts it as an access token.',
    age: 'iat is no more than a few minutes ago.',
    ath: 'With an access token: ath is its hash, and its cnf names the thumbprint of the key.',
    azp: 'azp, if present, is a client that you expect.',
    disclosures: 'The digest of each disclosure is in the signed token.',
    events: 'events has an event that you expect.',
    exp: 'exp is in the future.',
    hashes: 'at_hash and c_hash, if present, are the hashes of access token and code.',
    holder: 'The presenter proves to hold the key in cnf.',
    inner: 'The token inside is verified too.',
    jti: 'jti has not been used before.',
    keyBinding: 'If you ask for it: the key-binding JWT at the end verifies.',
    noNonce: 'There is no nonce.',
    nonce: 'nonce is the one you sent.',
    request: 'htm and htu are the method and URL of the request.',
    revoked: 'It is not revoked, which only the issuer can tell.',
    scope: 'Scopes or roles allow the request.',
    sdHash: 'sd_hash is the hash of the SD-JWT before it.',
    server: 'Only its issuer receives it.',
    status: 'It is not revoked (status).',
  } satisfies Record<KindCheck, string>,
  traits: {
    unsecured: 'It has no signature (alg: none): anyone could have written it.',
    unencoded:
      'Its payload is not encoded (b64: false, RFC 7797). It is shown as it is, and not verified here.',
    detached: 'Its payload is detached: it is sent separately, and the signature covers it.',
    nested: 'Its payload is a token itself.',
    selective: 'It is an SD-JWT (RFC 9901): the parts after ~ disclose single claims.',
    flattened: 'It came in the flattened JSON serialization.',
    general: 'It came in the general JSON serialization.',
  } satisfies Record<Trait, string>,
  signatures: (count: number) => `Of ${count} signatures, this is the first.`,
  recipients: (count: number) => `Of ${count} recipients, this is the first.`,
  unprotected: 'Header that no signature covers:',
  management: {
    direct:
      'The shared key encrypts the content itself. Session cookies, such as those of Auth.js, are often made so.',
    recipient:
      'The content key is encrypted with the recipient’s public key; the private key opens it.',
    wrapped: 'The content key is encrypted with a shared key.',
    agreement: 'The key is agreed between a one-time key (epk) and the recipient’s private key.',
    password: 'The content key is encrypted with a password.',
    unknown: 'The header names no key management that this page knows.',
  } satisfies Record<Management, string>,
  parts: {
    title: 'Encrypted parts',
    header: 'Names the algorithms; readable, and protected against changes',
    encryptedKey: 'The content key, encrypted',
    iv: 'Random, and not secret',
    ciphertext: 'The encrypted content',
    tag: 'Reveals changes of header and content',
    none: 'empty, as this key management has none',
  },
  disclosures: {
    title: 'Disclosures',
    name: 'Claim',
    value: 'Value',
    salt: 'Salt',
    status: 'Digest',
    element: 'element of an array',
    statuses: {
      signed: 'signed',
      foreign: 'not in the token',
      unreadable: 'not readable',
      unknown: 'not checked',
    } satisfies Record<Disclosure['status'], string>,
    hidden: (count: number) =>
      count === 1
        ? '1 digest has no disclosure: a claim kept back, or a decoy.'
        : `${count} digests have no disclosure: claims kept back, or decoys.`,
    keyBinding: 'A key-binding JWT follows.',
    openKeyBinding: 'Open it',
  },
};
