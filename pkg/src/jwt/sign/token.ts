/**
 * One token: the claims and the header as they are signed.
 *
 * @internal
 */
import { misuse } from '../../errors.js';
import { SigningKey } from '../../key/signing-key.js';
import { memberTexts, objectText } from './json-members.js';
import type { MemberTexts } from './json-members.js';
import type { CheckedOptions } from './options.js';
import { signJwt } from '../../key/signing/web-crypto-signature.js';

/**
 * Everything is read before the first wait: what the caller changes later is not signed.
 *
 * @internal
 */
export async function signedToken(
  claims: unknown,
  key: SigningKey,
  options: CheckedOptions,
): Promise<string> {
  const { algorithm, cryptoKey } = key;
  const header = headerText(key, options);
  const payload = claimsText(claims, options);
  return signJwt(header, payload, algorithm, cryptoKey);
}

/** @internal */
export function checkedSigningKey(key: unknown): SigningKey {
  if (SigningKey.is(key)) return key;
  throw misuse(
    'the signing key must come from importSigningKey, generateKeyPair or generateSecret ' +
      'of this copy of the package',
  );
}

/** Without `alg`, which the core puts first. */
function headerText(
  key: SigningKey,
  { typ = 'JWT', keyId = key.keyId, header }: CheckedOptions,
): string {
  const named = memberTexts(
    { typ, ...(keyId === undefined ? {} : { kid: keyId }) },
    'header parameter',
  );
  return objectText(new Map([...named, ...(header ?? [])]));
}

/** The caller's claims in their order, then those that options say. */
function claimsText(claims: unknown, options: CheckedOptions): string {
  const members = memberTexts(claims, 'claim');
  for (const [name, text] of claimsOf(options, members)) {
    if (members.has(name)) throw misuse(`claim ${name} is said twice: once by an option`);
    members.set(name, text);
  }
  return objectText(members);
}

function claimsOf(options: CheckedOptions, given: MemberTexts): MemberTexts {
  const { issuer, subject, audience, expiresIn, notBefore, issuedAt, jwtId } = options;
  const now = Math.floor(Date.now() / 1000);
  const hasOwnIat = issuedAt === undefined && given.has('iat');
  const since = hasOwnIat ? timeOf(given.get('iat')) : (issuedAt ?? now);
  const after = (seconds: number | undefined) =>
    seconds === undefined ? undefined : Math.floor(since + seconds);
  const claims = {
    iss: issuer,
    sub: subject,
    aud: audience,
    exp: after(expiresIn),
    nbf: after(notBefore),
    iat: hasOwnIat || issuedAt === null ? undefined : since,
    jti: jwtId === true ? crypto.randomUUID() : jwtId,
  };
  const said = Object.entries(claims).filter(([, value]) => value !== undefined);
  return memberTexts(Object.fromEntries(said), 'claim');
}

function timeOf(text: string | undefined): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds;
  throw misuse('claim iat must be a number: seconds since the epoch');
}
