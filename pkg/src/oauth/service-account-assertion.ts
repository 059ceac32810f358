/**
 * `signServiceAccountAssertion` and `tokenRequestBody`: a service account asks for an access token by
 * an assertion that it signed (RFC 7523 §2.1).
 */
import type { RuntimeURLSearchParams } from '../core/runtime-types.js';
import { elementsOf } from '../checks/arguments.js';
import { name, pattern } from '../checks/checks.js';
import { readRequired } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { isList } from '../checks/record.js';
import { checkedAssertion, lifetime } from './assertion.js';
import { importServiceAccount, ServiceAccount } from './service-account.js';
import type { ServiceAccountCredentials } from './service-account.js';
import { sign } from '../jwt/sign.js';

/** Options of `signServiceAccountAssertion`. An option that is not known by name is an error. */
export interface ServiceAccountAssertionOptions {
  /**
   * What the access token is for, such as `https://www.googleapis.com/auth/devstorage.read_only`:
   * one scope, several with one space between two, or a list of them.
   */
  readonly scope: string | readonly string[];
  /** Who the assertion is for. Defaults to the token endpoint that the key file names. */
  readonly audience?: string;
  /**
   * The user for whom the account acts. The administrator of the user's domain must have allowed it
   * (domain-wide delegation). Defaults to nobody: the account acts for itself.
   */
  readonly subject?: string;
  /**
   * How long the assertion holds: seconds, or a text such as `'5m'`. At most an hour, which is what it
   * defaults to.
   */
  readonly expiresIn?: number | string;
}

/** One or several scope tokens of RFC 6749 §3.3. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/**
 * Signs the assertion by which a Google service account asks for an access token: RS256, with `iss`,
 * `scope`, `aud`, `iat` and `exp`, and the ID of the key as `kid`.
 *
 * @param account - What `importServiceAccount` made, or the key file itself, which is then imported for
 * this one assertion.
 * @param options - See {@link ServiceAccountAssertionOptions}.
 * @returns The assertion. See {@link tokenRequestBody} for what to do with it.
 * @throws JoseError, as a rejection:
 * - whatever `importServiceAccount` does for a key file.
 * - `ERR_CRYPTO_UNAVAILABLE`, `ERR_CRYPTO_OPERATION` when there is no Web Crypto, or it fails.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 *
 * @example
 * ```ts
 * const account = await importServiceAccount(env.SERVICE_ACCOUNT_KEY);
 * const scope = 'https://www.googleapis.com/auth/devstorage.read_only';
 * const assertion = await signServiceAccountAssertion(account, { scope });
 * const body = tokenRequestBody(assertion);
 * const response = await fetch(account.tokenUri, { method: 'POST', body });
 * const { access_token: accessToken } = await response.json();
 * ```
 */
export async function signServiceAccountAssertion(
  account: ServiceAccount | ServiceAccountCredentials | string,
  options: ServiceAccountAssertionOptions,
): Promise<string> {
  const table = { scope: scopes, audience: name, subject: name, expiresIn: lifetime };
  const { scope, expiresIn = 3600, ...others } = readRequired(options, table, ['scope']);
  const imported = ServiceAccount.is(account) ? account : await importServiceAccount(account);
  const { clientEmail: issuer, tokenUri } = imported;
  const signingKey = ServiceAccount.signingKeyOf(imported);
  return sign({ scope }, signingKey, { issuer, audience: tokenUri, expiresIn, ...others });
}

/**
 * Makes the body of the request that exchanges an assertion for an access token. `fetch` sends it as
 * `application/x-www-form-urlencoded`.
 *
 * @param assertion - What `signServiceAccountAssertion` made.
 * @throws JoseError `ERR_API_MISUSE` when the assertion is no token.
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-2.1
 *
 * @example
 * ```ts
 * await fetch(account.tokenUri, { method: 'POST', body: tokenRequestBody(assertion) });
 * ```
 */
export function tokenRequestBody(assertion: string): RuntimeURLSearchParams {
  return new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: checkedAssertion(assertion),
  });
}

const scopes: Check<string> = (value, what) => {
  const check = pattern(SCOPE, 'at least one scope, as text or in a list');
  const texts = isList(value) ? elementsOf(value, what) : [value];
  return check(texts.map((text) => check(text, what)).join(' '), what);
};
