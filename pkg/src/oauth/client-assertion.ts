/**
 * `signClientAssertion` and `clientAssertionParameters`: a client proves to an authorization server who
 * it is by an assertion that it signed (RFC 7523 §2.2 and §3; `private_key_jwt` and
 * `client_secret_jwt` of OpenID Connect Core 1.0 §9).
 */
import { name } from '../checks/checks.js';
import { readRequired } from '../checks/options.js';
import { checkedAssertion, lifetime } from './assertion.js';
import { sign } from '../jwt/sign.js';
import type { SigningKey } from '../key/signing-key.js';

/** Options of `signClientAssertion`. An option that is not known by name is an error. */
export interface ClientAssertionOptions {
  /** The client's ID (`client_id`), which becomes `iss` and `sub`. */
  readonly clientId: string;
  /** The authorization server: its issuer identifier or its token endpoint, whichever it asks for. */
  readonly audience: string;
  /**
   * How long the assertion holds: seconds, or a text such as `'30s'`. At most an hour. Defaults to a
   * minute, because an assertion is made for one request.
   */
  readonly expiresIn?: number | string;
}

/** The parameters by which a request carries an assertion. */
export interface ClientAssertionParameters {
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  client_assertion: string;
}

/**
 * Signs the assertion by which a client authenticates itself: `iss` and `sub` are the client, `aud` is
 * the authorization server, `jti` is random, and with `iat` and `exp` it holds for a moment. The key's
 * ID becomes `kid`. Sign a new one for each request: servers take each only once.
 *
 * @param signingKey - The client's private key, whose public part the server knows
 * (`private_key_jwt`); or the shared secret, for HS256 and its like (`client_secret_jwt`).
 * @param options - See {@link ClientAssertionOptions}.
 * @throws JoseError, as a rejection:
 * - `ERR_CRYPTO_UNAVAILABLE`, `ERR_CRYPTO_OPERATION` when there is no Web Crypto, or it fails.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication
 *
 * @example
 * ```ts
 * const assertion = await signClientAssertion(signingKey, { clientId, audience: issuer });
 * const grant = { grant_type: 'client_credentials', scope: 'read' };
 * const parameters = { ...grant, ...clientAssertionParameters(assertion) };
 * await fetch(tokenEndpoint, { method: 'POST', body: new URLSearchParams(parameters) });
 * ```
 */
export async function signClientAssertion(
  signingKey: SigningKey,
  options: ClientAssertionOptions,
): Promise<string> {
  const table = { clientId: name, audience: name, expiresIn: lifetime };
  const required = ['clientId', 'audience'] as const;
  const { clientId, audience, expiresIn = 60 } = readRequired(options, table, required);
  return sign({}, signingKey, {
    issuer: clientId,
    subject: clientId,
    audience,
    jwtId: true,
    expiresIn,
  });
}

/**
 * The parameters of a request that is authenticated by an assertion.
 *
 * @param assertion - What `signClientAssertion` made.
 * @throws JoseError `ERR_API_MISUSE` when the assertion is no token.
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-2.2
 *
 * @example
 * ```ts
 * const body = new URLSearchParams({ ...grant, ...clientAssertionParameters(assertion) });
 * ```
 */
export function clientAssertionParameters(assertion: string): ClientAssertionParameters {
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: checkedAssertion(assertion),
  };
}
