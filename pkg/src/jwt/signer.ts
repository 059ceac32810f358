/** `createSigner`: configured once, then one call for each token. */
import { record } from '../checks/record.js';
import { anything } from '../checks/checks.js';
import { takeOptions } from '../checks/options.js';
import { tornOff } from '../errors.js';
import { readSignOptions } from './sign/options.js';
import type { CheckedOptions, SignOptions } from './sign/options.js';
import { checkedSigningKey, signedToken } from './sign/token.js';
import type { SigningKey } from '../key/signing-key.js';
import type { JwtPayload } from './payload.js';

/** Options of `createSigner`: the key, and what goes into every token. */
export interface SignerOptions extends SignOptions {
  /** What the tokens are signed with. */
  readonly key: SigningKey;
}

/** Signs tokens by options that were checked once. Made by `createSigner`. */
export class Signer {
  readonly #key: SigningKey;
  readonly #options: CheckedOptions;

  /** @internal */
  static is(value: unknown): value is Signer {
    return typeof value === 'object' && value !== null && #key in value;
  }

  /** @internal */
  constructor(options: SignerOptions) {
    const [{ key }, others] = takeOptions(options, { key: anything });
    this.#key = checkedSigningKey(key);
    this.#options = readSignOptions(others);
  }

  /**
   * Signs claims, as `sign` does.
   *
   * @param options - For this token; each goes before the signer's option of the same name.
   * @throws JoseError as `sign` does.
   */
  async sign(claims: Readonly<JwtPayload>, options?: SignOptions): Promise<string> {
    if (!Signer.is(this)) throw tornOff();
    const checked = record({ ...this.#options, ...readSignOptions(options) });
    return signedToken(claims, this.#key, checked);
  }
}

/**
 * Prepares a signer: a key, and what goes into every token.
 *
 * @param options - See {@link SignerOptions}.
 * @throws JoseError `ERR_API_MISUSE` when an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.1
 *
 * @example
 * ```ts
 * const signer = createSigner({
 *   key: signingKey,
 *   issuer: 'https://issuer.example/',
 *   audience: 'https://api.example/',
 *   expiresIn: '15m',
 *   jwtId: true,
 * });
 * const token = await signer.sign({ sub: 'user-1' });
 * ```
 */
export function createSigner(options: SignerOptions): Signer {
  return new Signer(options);
}
