/**
 * `importServiceAccount`: the JSON key file of a Google service account, read once.
 *
 * Refuses key files of any other type, and whatever lacks what an assertion needs.
 *
 * @see https://google.aip.dev/auth/4112
 */
import { record } from '../checks/record.js';
import { checkedText, isPlainObject } from '../checks/arguments.js';
import { JoseError, misuse } from '../errors.js';
import { importSigningKey } from '../key/import-signing-key.js';
import { mayBeFetched, parsedUrl } from '../jwk-set/remote/source.js';
import { SigningKey } from '../key/signing-key.js';

/** As much of a key file as is used. Members beyond these are left alone. */
export interface ServiceAccountCredentials {
  /** Must be `service_account`. */
  readonly type: string;
  /** The e-mail address of the account. */
  readonly client_email: string;
  /** The private key: PEM. */
  readonly private_key: string;
  /** The ID of the key, which becomes `kid`. */
  readonly private_key_id?: string;
  /** The token endpoint: an https URL, or an http one of this very machine. */
  readonly token_uri: string;
  readonly [member: string]: unknown;
}

/** As many characters as a key may have, by far more than any key file. */
const LONGEST_KEY_FILE = 64 * 1024;

/** A service account with its key imported, made by `importServiceAccount`. */
export class ServiceAccount {
  /** The e-mail address of the account. */
  readonly clientEmail: string;

  /** The token endpoint: where an assertion is exchanged for an access token. */
  readonly tokenUri: string;

  readonly #signingKey: SigningKey;

  private constructor(clientEmail: string, tokenUri: string, signingKey: SigningKey) {
    // Private for TypeScript only; JavaScript can still try.
    if (!SigningKey.is(signingKey)) throw misuse('an account is made by importServiceAccount');
    this.clientEmail = clientEmail;
    this.tokenUri = tokenUri;
    this.#signingKey = signingKey;
  }

  /** @internal */
  static from(clientEmail: string, tokenUri: string, signingKey: SigningKey): ServiceAccount {
    return new ServiceAccount(clientEmail, tokenUri, signingKey);
  }

  /** @internal */
  static signingKeyOf(account: ServiceAccount): SigningKey {
    return account.#signingKey;
  }

  /** @internal */
  static is(value: unknown): value is ServiceAccount {
    return typeof value === 'object' && value !== null && #signingKey in value;
  }
}

/**
 * Imports the key file of a Google service account. Its private key is imported as one that cannot be
 * extracted, which costs more than a signature: do it once, and not for each assertion.
 *
 * @param credentials - The key file, as its text or as what `JSON.parse` made of it.
 * @throws JoseError, as a rejection:
 * - `ERR_JOSE_NOT_SUPPORTED` when it is a file of another type, such as `authorized_user`.
 * - `ERR_JOSE_KEY_INVALID` when it is no JSON object, a member is missing or is no text, or the private
 *   key is no PEM; `ERR_JOSE_KEY_MISMATCH` and `ERR_JOSE_KEY_TOO_WEAK` as for any RSA key.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when its text has more than 65,536 characters.
 * - `ERR_CRYPTO_UNAVAILABLE`, `ERR_CRYPTO_OPERATION` when there is no Web Crypto, or it fails.
 * - `ERR_API_MISUSE` when the argument is neither text nor a plain object.
 * @see https://developers.google.com/identity/protocols/oauth2/service-account
 *
 * @example
 * ```ts
 * const account = await importServiceAccount(env.SERVICE_ACCOUNT_KEY);
 * const assertion = await signServiceAccountAssertion(account, { scope });
 * ```
 */
export async function importServiceAccount(
  credentials: ServiceAccountCredentials | string,
): Promise<ServiceAccount> {
  const file = typeof credentials === 'string' ? parsedFile(credentials) : credentials;
  if (!isPlainObject(file)) throw misuse('a key file must be its text, or a plain object');
  // Read once: a getter must not give one key to the check and another to the import.
  const { type, client_email, private_key, private_key_id, token_uri } = record(
    file as Record<string, unknown>,
  );
  if (checkedMember(type, 'type') !== 'service_account') {
    throw new JoseError(
      'ERR_JOSE_NOT_SUPPORTED',
      'only key files whose type is service_account have a key to sign with',
    );
  }
  const clientEmail = checkedMember(client_email, 'client_email');
  const tokenUri = checkedTokenUri(token_uri);
  const pem = checkedMember(private_key, 'private_key');
  const signingKey = await importSigningKey(pem, 'RS256', {
    ...(private_key_id !== undefined && {
      keyId: checkedMember(private_key_id, 'private_key_id'),
    }),
  });
  return ServiceAccount.from(clientEmail, tokenUri, signingKey);
}

function parsedFile(text: string): unknown {
  if (text.length > LONGEST_KEY_FILE) {
    throw new JoseError(
      'ERR_JOSE_LIMIT_EXCEEDED',
      `a key file has at most ${LONGEST_KEY_FILE} characters`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's message is not passed on: it shows some of the text.
  }
  if (isPlainObject(value)) return value;
  throw invalid('the text of a key file must be a JSON object');
}

function checkedMember(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return checkedText(value, `${name} of a key file`);
  throw invalid(`a key file must have a member ${name} that is text and not empty`);
}

function checkedTokenUri(value: unknown): string {
  const text = checkedMember(value, 'token_uri');
  const url = parsedUrl(text);
  if (url !== undefined && mayBeFetched(url, true)) return text;
  throw invalid('token_uri of a key file must be an https URL without a password');
}

function invalid(message: string): JoseError {
  return new JoseError('ERR_JOSE_KEY_INVALID', message);
}
